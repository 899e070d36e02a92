package io.github.mcpmigrate.benchmarks.quarkus;

import io.quarkiverse.mcp.server.Tool;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** The tools of the benchmarks. Both return a {@code Uni}, so that they run on the event loop. */
public class Tools {

  /** Answers with what it was told. */
  @Tool(description = "Answers with the message")
  public Uni<String> echo(String message) {
    return Uni.createFrom().item("Echo: " + message);
  }

  /** Answers after a while, and holds no thread meanwhile. */
  @Tool(description = "Answers after a while")
  public Uni<String> sleep(int millis) {
    return Uni.createFrom().item("slept " + millis).onItem().delayIt().by(Duration.ofMillis(millis));
  }
}
