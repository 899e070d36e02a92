package io.github.mcpmigrate.compat.webflux;

import io.github.mcpmigrate.compat.flow.Outbox;
import io.github.mcpmigrate.compat.flow.SseFrames;
import io.github.mcpmigrate.compat.flow.Wire;
import io.github.mcpmigrate.compat.flow.WireLostException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import reactor.core.publisher.Flux;

/**
 * A response that is written as the client asks for it: the demand of the reactive stream is the
 * wire's readiness. Every frame is flushed by the way it is published, so {@link #flush} only has
 * something to do before the first.
 */
final class WebFluxWire implements Wire, Subscription {

  private final Outbox outbox;
  private final AtomicLong demand = new AtomicLong();
  private final AtomicBoolean completed = new AtomicBoolean();
  private volatile Subscriber<? super DataBuffer> subscriber;
  private volatile DataBufferFactory buffers;

  /** Whether the subscriber knows that it is one, so that it can be told of the end. */
  private volatile boolean subscribed;

  /** The engine is through; perhaps before Spring has subscribed. */
  private volatile boolean finished;

  /** Whether a frame was written; touched by the draining thread only. */
  private boolean begun;

  WebFluxWire(Outbox outbox) {
    this.outbox = outbox;
  }

  /** What the response is written from. Subscribed to once. */
  Flux<DataBuffer> frames(DataBufferFactory factory) {
    return Flux.from(
        subscribing -> {
          buffers = factory;
          subscriber = subscribing;
          subscribing.onSubscribe(this);
          subscribed = true;
          if (finished) {
            complete();
          }
        });
  }

  @Override
  public boolean ready() {
    return demand.get() > 0;
  }

  @Override
  public void write(byte[] frame) {
    begun = true;
    if (demand.get() != Long.MAX_VALUE) {
      demand.decrementAndGet();
    }
    subscriber.onNext(buffers.wrap(frame));
  }

  @Override
  public void flush() {
    if (!begun) {
      // The head goes out with the first frame, and clients wait for the head.
      write(SseFrames.keepAlive());
    }
  }

  @Override
  public void finish() {
    finished = true;
    if (subscribed) {
      complete();
    }
  }

  /** By whichever of the two comes last, the engine's end or Spring's subscription. */
  private void complete() {
    if (completed.compareAndSet(false, true)) {
      subscriber.onComplete();
    }
  }

  @Override
  public void request(long n) {
    demand.accumulateAndGet(n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
    outbox.writable();
  }

  @Override
  public void cancel() {
    outbox.lost(new WireLostException("The client closed the stream"));
  }
}
