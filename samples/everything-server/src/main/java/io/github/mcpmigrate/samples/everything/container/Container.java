package io.github.mcpmigrate.samples.everything.container;

/** What listens on 127.0.0.1 and gives every request to the server; started. */
public interface Container {

  /** The address all containers bind to. */
  String HOST = "127.0.0.1";

  /** The port it listens on. */
  int port();

  /** Stops at once; open streams are cut. Leaves no files behind. */
  void stop() throws Exception;
}
