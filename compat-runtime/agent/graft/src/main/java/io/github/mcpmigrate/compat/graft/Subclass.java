package io.github.mcpmigrate.compat.graft;

import java.lang.reflect.Method;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an application's own class does before the SDK's provider that it extends. Only servlets and
 * SDK 0.8 to 0.12 have such: the constructors are private since, and routes come from the SDK's.
 */
final class Subclass {

  private static final Logger LOG = LoggerFactory.getLogger(Subclass.class);

  /** Written into the provider, not into its subclasses. */
  private static final String WOVEN = "mcpCompat$graft";

  private Subclass() {}

  /**
   * @throws IllegalStateException when a request of HTTP+SSE passes methods that one of Streamable
   *     HTTP would not: they may decide who comes in
   */
  static void check(Object provider) {
    for (Class<?> type = provider.getClass(); !isWoven(type); type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        check(type, method);
      }
    }
  }

  private static boolean isWoven(Class<?> type) {
    try {
      return type == Object.class || type.getDeclaredField(WOVEN) != null;
    } catch (NoSuchFieldException e) {
      return false;
    }
  }

  private static void check(Class<?> type, Method method) {
    if (method.getParameterCount() != 2) {
      return;
    }
    switch (method.getName()) {
      case "doGet", "doPost" ->
          throw new IllegalStateException(
              type.getName()
                  + " overrides "
                  + method.getName()
                  + "(), which Streamable HTTP would get past");
      case "service" ->
          LOG.warn(
              "{} overrides service(): Streamable HTTP is served only for what that hands to"
                  + " super.service()",
              type.getName());
      default -> {}
    }
  }
}
