package io.github.mcpmigrate.compat.graft.guard;

import io.github.mcpmigrate.compat.door.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.debug.DebugFilter;

/**
 * The rules that an application has with Spring Security. Three questions, and each must be
 * answered in the caller's favour:
 *
 * <ul>
 *   <li>Did the filter chain that guards the old paths see this very request? Whatever it does
 *       besides, an API key for example, was done then.
 *   <li>Do the authorization rules of that chain let the caller send the old requests? They see
 *       them as they would have come: same headers, same address.
 *   <li>Does every {@code WebInvocationPrivilegeEvaluator} say so, too? Applications may have their
 *       own. The one that Spring Security makes of the same rules is not asked again: it has no
 *       headers and no address to show them, and fails where a programmatic listener has started
 *       Spring (Spring Security 6.5: UnsupportedOperationException for each pattern).
 * </ul>
 *
 * Loaded only where Spring Security is.
 */
final class SpringSecurityRules implements ServletRules {

  private static final Logger LOG = LoggerFactory.getLogger(SpringSecurityRules.class);
  private static final String FILTER = "springSecurityFilterChain";
  private static final String CONFIGURATION =
      "org.springframework.security.config.annotation.web.configuration.WebSecurityConfiguration";

  private final List<FilterChainProxy> proxies;
  private final Map<String, WebInvocationPrivilegeEvaluator> evaluators;

  /** The name of Spring Security's own evaluator. */
  private final Predicate<String> made;

  private final SecurityContextHolderStrategy holder;

  private SpringSecurityRules(ApplicationContext spring) {
    proxies =
        spring.containsBean(FILTER) && spring.getBean(FILTER) instanceof DebugFilter debug
            ? List.of(debug.getFilterChainProxy())
            : spring.getBeanProvider(FilterChainProxy.class).orderedStream().toList();
    evaluators =
        BeanFactoryUtils.beansOfTypeIncludingAncestors(
            spring, WebInvocationPrivilegeEvaluator.class);
    made = name -> isMade(spring, name);
    holder =
        spring
            .getBeanProvider(SecurityContextHolderStrategy.class)
            .getIfUnique(SecurityContextHolder::getContextHolderStrategy);
  }

  static ServletRules of(ApplicationContext spring) {
    SpringSecurityRules rules = new SpringSecurityRules(spring);
    return rules.proxies.isEmpty() && rules.evaluators.isEmpty()
        ? new Fixed(null, "Spring Security guards no URL here")
        : rules;
  }

  private static boolean isMade(ApplicationContext spring, String name) {
    if (spring.getAutowireCapableBeanFactory() instanceof ConfigurableListableBeanFactory beans
        && beans.containsBeanDefinition(name)) {
      return CONFIGURATION.equals(beans.getBeanDefinition(name).getFactoryBeanName());
    }
    return false;
  }

  @Override
  public String description() {
    return "Spring Security must allow a caller what it needs for HTTP+SSE";
  }

  @Override
  public Reply refusal(HttpServletRequest request, OldPaths old) {
    Authentication caller = holder.getContext().getAuthentication();
    try {
      if (allows(request, caller, "GET", old.sse())
          && old.messages().stream().allMatch(at -> allows(request, caller, "POST", at))) {
        return null;
      }
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("A caller is refused: the rules for HTTP+SSE cannot be asked: {}", e.toString());
      LOG.debug("That was", e);
    }
    return Refusals.of(isAnonymous(caller));
  }

  private static boolean isAnonymous(Authentication caller) {
    return caller == null
        || !caller.isAuthenticated()
        || caller instanceof AnonymousAuthenticationToken;
  }

  private boolean allows(
      HttpServletRequest request, Authentication caller, String method, String path) {
    OldRequest old = new OldRequest(request, method, path);
    // As it came: it may have been dispatched since the chain saw it.
    OldRequest seen = new OldRequest(request, request.getMethod(), pathOf(request));
    boolean asked = !proxies.isEmpty();
    for (FilterChainProxy proxy : proxies) {
      SecurityFilterChain chain = chain(proxy, old);
      if (chain != chain(proxy, seen)) {
        LOG.debug("{} {} has another filter chain", method, path);
        return false;
      }
      List<AuthorizationFilter> rules = rules(chain);
      asked &= !rules.isEmpty();
      if (!rules.stream().allMatch(each -> allows(each, caller, old))) {
        return false;
      }
    }
    for (Map.Entry<String, WebInvocationPrivilegeEvaluator> each : evaluators.entrySet()) {
      boolean again = asked && made.test(each.getKey());
      if (!again && !each.getValue().isAllowed(request.getContextPath(), path, method, caller)) {
        return false;
      }
    }
    return true;
  }

  private static String pathOf(HttpServletRequest request) {
    String inside = request.getPathInfo();
    return inside == null ? request.getServletPath() : request.getServletPath() + inside;
  }

  private static SecurityFilterChain chain(FilterChainProxy proxy, HttpServletRequest request) {
    for (SecurityFilterChain chain : proxy.getFilterChains()) {
      if (chain.matches(request)) {
        return chain;
      }
    }
    return null;
  }

  private static List<AuthorizationFilter> rules(SecurityFilterChain chain) {
    return chain == null
        ? List.of()
        : chain.getFilters().stream()
            .filter(AuthorizationFilter.class::isInstance)
            .map(AuthorizationFilter.class::cast)
            .toList();
  }

  private static boolean allows(
      AuthorizationFilter rules, Authentication caller, HttpServletRequest old) {
    try {
      rules.getAuthorizationManager().verify(() -> caller, old);
      return true;
    } catch (AccessDeniedException e) {
      return false;
    }
  }
}
