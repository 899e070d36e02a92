package io.github.mcpmigrate.compat.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code java -javaagent:mcp-compat-agent.jar[=options] -jar server.jar}: a server on the HTTP+SSE
 * providers of the MCP Java SDK serves Streamable HTTP, too, without a change to it. What goes
 * wrong in here leaves the application as if the agent were not there, and says so once.
 */
public final class CompatAgent implements ClassFileTransformer {

  /** Before everything that it says. */
  static final String NAME = "MCP compat agent: ";

  /** Where the runtime looks for options, also one that lies in a transformed jar. */
  private static final String OPTION = "mcp.compat.";

  private static final int FIRST_WITH_AOT_CACHE = 24;
  private static final String WEAVER = "io.github.mcpmigrate.compat.weave.Weaver";

  private MethodHandle weave;

  private CompatAgent() {}

  /**
   * Called by the JVM before the application's main class. Every application pays for what is done
   * here, also one that has nothing to weave: so what is not needed yet is not even loaded.
   *
   * @param arguments {@code name=value} pairs with commas between, of the names of {@code
   *     mcp.compat.*}; may be null
   */
  public static void premain(String arguments, Instrumentation instrumentation) {
    try {
      Map<String, String> options = AgentArguments.read(arguments);
      options.forEach((name, value) -> System.getProperties().putIfAbsent(OPTION + name, value));
      Link.speakAs(NAME);
      if (Runtime.version().feature() < FIRST_WITH_AOT_CACHE || goesWith(AotCache.inThisJvm())) {
        instrumentation.addTransformer(new CompatAgent());
      }
    } catch (LinkageError | RuntimeException e) {
      warn("not started, the application runs without it: " + e);
    }
  }

  private static boolean goesWith(AotCache.Use cache) {
    if (cache == AotCache.Use.TRAINING) {
      warn(
          "not started, the application runs without it: the JVM would crash with an AOT cache"
              + " that was made with it. Transform the application's files instead, and make the"
              + " cache of those without the agent");
      return false;
    }
    if (cache == AotCache.Use.RUNNING) {
      warn(
          "an AOT cache and an agent do not go together: the JVM refuses the cache, or finds"
              + " classes there that the agent cannot change. Transform the application's files"
              + " instead, and leave the agent out");
    }
    return true;
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    // As Weaver.concerns says; asked here so that it is not even loaded without need.
    if (redefined != null
        || className == null
        || !className.endsWith("SseServerTransportProvider")) {
      return null;
    }
    try {
      Consumer<String> stays = text -> warn("HTTP+SSE only, " + text);
      Optional<?> woven = (Optional<?>) weaver().invoke(classFile, stays);
      return (byte[]) woven.orElse(null);
    } catch (Throwable e) {
      warn(className.replace('/', '.') + " is left as it is: " + e);
      return null;
    }
  }

  private synchronized MethodHandle weaver() throws ReflectiveOperationException {
    if (weave == null) {
      ClassLoader hidden =
          new HiddenLoader("/mcp-compat/weave/", ClassLoader.getPlatformClassLoader());
      weave =
          MethodHandles.publicLookup()
              .findStatic(
                  hidden.loadClass(WEAVER),
                  "weave",
                  MethodType.methodType(Optional.class, byte[].class, Consumer.class));
    }
    return weave;
  }

  /** On standard error: the application's logging is not there yet, and is its own. */
  static void warn(String text) {
    System.err.println(NAME + text);
  }
}
