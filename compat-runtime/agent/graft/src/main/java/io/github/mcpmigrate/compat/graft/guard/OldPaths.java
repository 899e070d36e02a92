package io.github.mcpmigrate.compat.graft.guard;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * What a caller would have asked for by the old way, who asked for this by the new one.
 *
 * @param path the one that was asked for, without the context path
 * @param sse without the context path
 * @param messages without the context path; more than one if the servlet is mapped so
 */
record OldPaths(String path, String sse, List<String> messages) {

  static OldPaths of(HttpServletRequest request, Endpoints endpoints) {
    String inside = request.getPathInfo();
    String path = request.getServletPath() + (inside == null ? "" : inside);
    String prefix = endpoints.prefix(path);
    List<String> messages = mapped(request, endpoints.message());
    return new OldPaths(
        path,
        prefix + endpoints.sse(),
        messages.isEmpty() ? List.of(prefix + endpoints.message()) : messages);
  }

  /** The servlet may be mapped to messages elsewhere than beside the event stream. */
  private static List<String> mapped(HttpServletRequest request, String message) {
    ServletContext context = request.getServletContext();
    String servlet = request.getHttpServletMapping().getServletName();
    ServletRegistration registration =
        servlet == null ? null : context.getServletRegistration(servlet);
    List<String> mapped = new ArrayList<>();
    if (registration != null) {
      for (String pattern : registration.getMappings()) {
        if (pattern.endsWith(message)) {
          mapped.add(pattern);
        }
      }
    }
    return mapped;
  }

  boolean stand(Fence fence) {
    return fence.holds("GET", sse) || messages.stream().anyMatch(at -> fence.holds("POST", at));
  }
}
