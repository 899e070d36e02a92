package io.github.mcpmigrate.compat.graft.guard;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps a provider that is a servlet to the path of Streamable HTTP, where it is not yet. */
public final class ExtraMapping {

  private static final Logger LOG = LoggerFactory.getLogger(ExtraMapping.class);

  private ExtraMapping() {}

  /**
   * Called while the servlet is initialised. Where the servlet is mapped to a folder, the path is
   * there already.
   */
  public static void add(HttpServlet servlet, Endpoints endpoints, ServletGuard guard) {
    ServletContext context = servlet.getServletContext();
    ServletRegistration own = context.getServletRegistration(servlet.getServletName());
    if (own == null) {
      LOG.warn("{} is not served: the container does not know the servlet", endpoints.mcp());
      return;
    }
    if (own.getMappings().stream().noneMatch(pattern -> leads(pattern, endpoints.sse()))) {
      LOG.warn("{} is not served: where the servlet is, is not clear", endpoints.mcp());
    }
    for (String pattern : List.copyOf(own.getMappings())) {
      if (pattern.endsWith(endpoints.sse())) {
        String prefix = pattern.substring(0, pattern.length() - endpoints.sse().length());
        if (guard.opensExtra(context, prefix)) {
          add(own, prefix + endpoints.mcp());
        }
      }
    }
  }

  private static boolean leads(String pattern, String sse) {
    return pattern.endsWith(sse) || pattern.endsWith("/*") || pattern.equals("/");
  }

  private static void add(ServletRegistration own, String path) {
    try {
      Set<String> taken = own.addMapping(path);
      if (taken.isEmpty()) {
        LOG.info("{} is mapped to {}, too", own.getName(), path);
      } else if (!own.getMappings().contains(path)) {
        LOG.warn("{} is not served: another servlet is mapped to it", path);
      }
    } catch (IllegalStateException | UnsupportedOperationException e) {
      // The specification allows it before the application has started only.
      LOG.warn("{} is not served: this container takes no mapping any more", path, e);
    }
  }
}
