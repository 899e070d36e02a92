package io.github.mcpmigrate.samples.interop;

import java.io.IOException;
import java.util.Optional;

/** A way to run the everything server that all clients are put to. */
interface Fixture {

  /** Why there is no such thing; empty if there is. */
  Optional<String> whyNot();

  /** Starts it; the caller closes it. */
  ServerProcess start() throws IOException, InterruptedException;

  /** What a client and this server agree on. */
  String protocolVersion(ForeignClient client, Transport transport);
}
