package io.github.mcpmigrate.compat.agent;

import java.io.PrintStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;

/**
 * {@code java -jar mcp-compat-agent.jar INPUT OUTPUT}: writes a copy of a server's archive that
 * needs no agent. The work is done by what the agent weaves with.
 */
public final class Main {

  private static final String COMMAND =
      "io.github.mcpmigrate.compat.weave.archive.TransformCommand";

  private Main() {}

  /**
   * Runs and ends the JVM.
   *
   * @param arguments none for the usage
   */
  public static void main(String[] arguments) throws Throwable {
    ClassLoader hidden =
        new HiddenLoader("/mcp-compat/weave/", ClassLoader.getPlatformClassLoader());
    MethodHandle run =
        MethodHandles.publicLookup()
            .findStatic(
                hidden.loadClass(COMMAND),
                "run",
                MethodType.methodType(
                    int.class, String[].class, Path.class, PrintStream.class, PrintStream.class));
    Path agent = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    System.exit((int) run.invokeExact(arguments, agent, System.out, System.err));
  }
}
