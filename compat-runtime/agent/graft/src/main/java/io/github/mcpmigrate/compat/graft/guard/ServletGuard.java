package io.github.mcpmigrate.compat.graft.guard;

import io.github.mcpmigrate.compat.door.Reply;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guard of a provider in a servlet container, with or without Spring WebMvc. */
public final class ServletGuard {

  private static final Logger LOG = LoggerFactory.getLogger(ServletGuard.class);
  private static final List<String> METHODS = List.of("GET", "POST", "DELETE");

  private final String provider;
  private final Endpoints endpoints;
  private final Set<String> said = ConcurrentHashMap.newKeySet();
  private volatile List<Fence> fences;
  private volatile ServletRules rules;

  /**
   * @param provider its name, for logs
   */
  public ServletGuard(String provider, Endpoints endpoints) {
    this.provider = provider;
    this.endpoints = endpoints;
  }

  /**
   * Whether Streamable HTTP is served at the URL of a request at all: not where a filter or a
   * constraint stands before an old path, but not before this one. Which one, is logged once.
   */
  public boolean opens(HttpServletRequest request) {
    try {
      List<Fence> known = fences(request.getServletContext());
      return known.isEmpty()
          || request.getMethod().equals("OPTIONS")
          || opens(known, request.getMethod(), OldPaths.of(request, endpoints));
    } catch (RuntimeException e) {
      LOG.warn(
          "{}: no Streamable HTTP, as what stands before it is not known: {}",
          provider,
          e.toString());
      LOG.debug("That was", e);
      return false;
    }
  }

  /**
   * The same, before there are requests.
   *
   * @param prefix what stands before the endpoints
   */
  boolean opensExtra(ServletContext context, String prefix) {
    OldPaths old =
        new OldPaths(
            prefix + endpoints.mcp(),
            prefix + endpoints.sse(),
            List.of(prefix + endpoints.message()));
    List<Fence> known = fences(context);
    return METHODS.stream().allMatch(method -> opens(known, method, old));
  }

  private boolean opens(List<Fence> known, String method, OldPaths old) {
    for (Fence fence : known) {
      if (old.stand(fence) && !fence.holds(method, old.path())) {
        if (said.add(fence.name() + method)) {
          LOG.warn(
              "{}: no Streamable HTTP by {} at {}, as {} stands before {} or {}, but not before"
                  + " that",
              provider,
              method,
              old.path(),
              fence.name(),
              old.sse(),
              old.messages());
        }
        return false;
      }
    }
    return true;
  }

  private List<Fence> fences(ServletContext context) {
    List<Fence> known = fences;
    if (known == null) {
      fences = known = Fences.of(context);
    }
    return known;
  }

  /**
   * What a caller is answered whom the application's rules would not let use HTTP+SSE; null lets it
   * through. Called on the thread of the request. Preflights name nobody, and are not asked about.
   */
  public Reply refusal(HttpServletRequest request) {
    if (request.getMethod().equals("OPTIONS")) {
      return null;
    }
    try {
      ServletRules known = rules;
      if (known == null) {
        rules = known = ServletRuleSearch.in(request);
        found(known);
      }
      return known instanceof ServletRules.Fixed fixed
          ? fixed.answer()
          : known.refusal(request, OldPaths.of(request, endpoints));
    } catch (RuntimeException | LinkageError e) {
      LOG.warn(
          "{}: a caller is refused, as nobody can say who may come in: {}", provider, e.toString());
      LOG.debug("That was", e);
      return Refusals.of(request.getUserPrincipal() == null);
    }
  }

  /** Told once; that nobody is let in, as a warning. */
  private void found(ServletRules known) {
    if (known instanceof ServletRules.Fixed fixed && fixed.answer() != null) {
      LOG.warn("{}: {}", provider, known.description());
    } else {
      LOG.info("{}: {}", provider, known.description());
    }
  }
}
