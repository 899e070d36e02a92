package io.github.mcpmigrate.compat.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.conversation.Room;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A room that is never free by itself; the test lets its senders go on one by one. */
final class SlowRoom implements Room {

  private final BlockingQueue<Runnable> senders = new LinkedBlockingQueue<>();
  private final Semaphore arrived = new Semaphore(0);

  @Override
  public boolean free() {
    return false;
  }

  @Override
  public void whenFree(Runnable sender) {
    senders.add(sender);
    arrived.release();
  }

  void awaitSender() throws InterruptedException {
    assertThat(arrived.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
  }

  Runnable next() throws InterruptedException {
    return senders.poll(10, TimeUnit.SECONDS);
  }
}
