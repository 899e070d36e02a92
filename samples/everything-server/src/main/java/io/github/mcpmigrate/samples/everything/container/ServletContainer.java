package io.github.mcpmigrate.samples.everything.container;

/** A started container with one asynchronous servlet at {@code /*}, bound to 127.0.0.1. */
public interface ServletContainer {

  /** The address all containers bind to. */
  String HOST = "127.0.0.1";

  /** The port it listens on. */
  int port();

  /** Stops at once; open streams are cut. */
  void stop() throws Exception;
}
