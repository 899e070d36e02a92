package io.github.mcpmigrate.compat.agent;

import java.util.function.Function;

/**
 * What a woven provider asks for the runtime. The runtime is loaded for the provider's class loader
 * and lives as long as that: nothing here refers to it.
 */
public final class Link {

  private static final String GRAFTS = "io.github.mcpmigrate.compat.graft.Grafts";

  /** Who speaks; there is no agent for what was transformed. */
  private static volatile String name = "MCP compat runtime: ";

  private Link() {}

  /** Names who speaks here. */
  static void speakAs(String who) {
    name = who;
  }

  /**
   * Called by woven providers, on the first occasion.
   *
   * @param provider the woven class
   * @param fields the provider itself, its sessions, its JSON mapper, its two endpoints and its
   *     context extractor, which may be null
   * @return takes what the provider has to tell; null when the runtime cannot be had, which was
   *     said once then
   */
  @SuppressWarnings("unchecked")
  public static Function<Object[], Object> graft(Class<?> provider, Object[] fields) {
    try {
      ClassLoader hidden = new HiddenLoader("/mcp-compat/graft/", provider.getClassLoader());
      Object grafts = hidden.loadClass(GRAFTS).getConstructor().newInstance();
      return ((Function<Object[], Function<Object[], Object>>) grafts).apply(fields);
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      System.err.println(
          name
              + provider.getName()
              + " serves HTTP+SSE only: the compat runtime cannot be used: "
              + cause);
      return null;
    }
  }
}
