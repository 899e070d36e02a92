package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.conversation.Room;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Makes the SDK's servers wait for clients that read more slowly than they are written to. */
public final class SlowReader {

  private SlowReader() {}

  /** Completes when there is room for more. */
  public static Mono<Void> room(Room room) {
    return room.free() ? Mono.empty() : whenFree(room, () -> {});
  }

  /**
   * Begins at once to wait for room, and completes when the sender has run; fails when that failed,
   * which is nobody else's business: the thread that runs it later writes to the client and lets
   * other senders go on. For the same reason what comes after it goes on on another thread then.
   */
  public static Mono<Void> whenFree(Room room, Runnable sender) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    room.whenFree(
        () -> {
          try {
            sender.run();
            sent.complete(null);
          } catch (RuntimeException | Error e) {
            sent.completeExceptionally(e);
          }
        });
    if (sent.isDone()) {
      return sent.isCompletedExceptionally() ? Mono.fromFuture(sent) : Mono.empty();
    }
    // Not on the elastic scheduler: its threads may all be tools that wait here.
    return Mono.fromFuture(sent).publishOn(Schedulers.parallel());
  }
}
