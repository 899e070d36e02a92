package io.github.mcpmigrate.compat.graft.guard;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Looks for the rules of an application, which may have neither Spring nor Spring Security. */
final class ServletRuleSearch {

  private static final String SPRING_SECURITY =
      "org.springframework.security.web.access.WebInvocationPrivilegeEvaluator";

  private ServletRuleSearch() {}

  static ServletRules in(HttpServletRequest request) {
    ServletContext servlets = request.getServletContext();
    Class<?> theirs = SeenClass.by(servlets.getClassLoader(), SPRING_SECURITY);
    Class<?> ours = SeenClass.by(ServletRuleSearch.class.getClassLoader(), SPRING_SECURITY);
    if (theirs == null && ours == null) {
      return new ServletRules.Fixed(null, "no Spring Security here");
    }
    if (ours == null || theirs != null && theirs != ours) {
      return new ServletRules.Fixed(
          Refusals.of(true),
          "Streamable HTTP is refused to all: the SDK does not see the Spring Security that the"
              + " application has");
    }
    ApplicationContext spring = Spring.of(request);
    return spring == null
        ? new ServletRules.Fixed(null, "Spring Security guards no URL here")
        : SpringSecurityRules.of(spring);
  }

  /** Apart, because it refers to Spring. */
  private static final class Spring {

    /** Spring's DispatcherServlet leaves its own at each request. */
    private static final String DISPATCHER =
        "org.springframework.web.servlet.DispatcherServlet.CONTEXT";

    static ApplicationContext of(HttpServletRequest request) {
      Object dispatcher = request.getAttribute(DISPATCHER);
      return dispatcher != null
          ? (ApplicationContext) dispatcher
          : WebApplicationContextUtils.findWebApplicationContext(request.getServletContext());
    }
  }
}
