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

  private static final String WEAVER = "io.github.mcpmigrate.compat.weave.Weaver";

  private final MethodHandle weave;

  private CompatAgent(MethodHandle weave) {
    this.weave = weave;
  }

  /**
   * Called by the JVM before the application's main class.
   *
   * @param arguments {@code name=value} pairs with commas between, of the names of {@code
   *     mcp.compat.*}; may be null
   */
  public static void premain(String arguments, Instrumentation instrumentation) {
    try {
      Map<String, String> options = AgentArguments.read(arguments);
      ClassLoader hidden =
          new HiddenLoader("/mcp-compat/weave/", ClassLoader.getPlatformClassLoader());
      MethodHandle weave =
          MethodHandles.publicLookup()
              .findStatic(
                  hidden.loadClass(WEAVER),
                  "weave",
                  MethodType.methodType(Optional.class, byte[].class, Consumer.class));
      Link.options(options);
      instrumentation.addTransformer(new CompatAgent(weave));
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      warn("not started, the application runs without it: " + e);
    }
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
      Optional<?> woven = (Optional<?>) weave.invoke(classFile, stays);
      return (byte[]) woven.orElse(null);
    } catch (Throwable e) {
      warn(className.replace('/', '.') + " is left as it is: " + e);
      return null;
    }
  }

  /** On standard error: the application's logging is not there yet, and is its own. */
  static void warn(String text) {
    System.err.println(NAME + text);
  }
}
