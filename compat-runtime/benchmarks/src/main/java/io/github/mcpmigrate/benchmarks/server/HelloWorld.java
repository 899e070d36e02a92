package io.github.mcpmigrate.benchmarks.server;

import java.io.IOException;

/** The shortest program; it stays until its input ends, so that one can look at it. */
public final class HelloWorld {

  private HelloWorld() {}

  /** Says hello. */
  public static void main(String[] arguments) throws IOException {
    System.out.println("Hello");
    System.in.read();
  }
}
