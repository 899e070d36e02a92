package io.github.mcpmigrate.benchmarks.server;

import java.lang.instrument.Instrumentation;

/** An agent that does nothing: what is left is the JVM's price for any. */
public final class EmptyAgent {

  private EmptyAgent() {}

  /** Called by the JVM. */
  public static void premain(String arguments, Instrumentation instrumentation) {}
}
