package io.github.mcpmigrate.samples.interop;

import java.io.IOException;
import java.util.Locale;

/** How a server comes to serve Streamable HTTP whose sources know HTTP+SSE alone. */
enum Way {
  /** Started with the agent. */
  AGENT {
    @Override
    ServerProcess start(String... options) throws IOException {
      return ServerProcess.startWithAgent(options);
    }
  },
  /** From jars that transform has written. */
  TRANSFORMED {
    @Override
    ServerProcess start(String... options) throws IOException, InterruptedException {
      return ServerProcess.start(TransformedServer.jar(), options);
    }
  };

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Starts the everything server, which serves both transports at the one URL then. */
  abstract ServerProcess start(String... options) throws IOException, InterruptedException;
}
