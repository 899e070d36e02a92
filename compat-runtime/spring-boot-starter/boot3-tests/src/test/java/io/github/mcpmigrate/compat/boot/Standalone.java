package io.github.mcpmigrate.compat.boot;

import java.io.IOException;
import org.springframework.boot.SpringApplication;

/** The application in a process of its own, until its input ends. Names nothing of ours. */
final class Standalone {

  static final String READY = "LISTENING ON ";

  private Standalone() {}

  public static void main(String[] arguments) throws IOException {
    try (var context = SpringApplication.run(Application.class, arguments)) {
      System.out.println(READY + context.getEnvironment().getProperty("local.server.port"));
      System.in.read();
    }
  }
}
