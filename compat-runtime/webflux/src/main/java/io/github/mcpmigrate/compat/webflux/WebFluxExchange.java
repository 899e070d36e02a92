package io.github.mcpmigrate.compat.webflux;

import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.flow.Outbox;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** One request to a WebFlux router function, answered when the engine has the answer. */
final class WebFluxExchange implements Exchange {

  private static final Logger LOG = LoggerFactory.getLogger(WebFluxExchange.class);

  /** How many bytes of a body that nobody wants are read, so that its sender hears why. */
  private static final int MOST_UNREAD = 64 << 10;

  private final ServerRequest request;
  private final Caller caller;
  private final MonoSink<ServerResponse> answer;
  private final AtomicBoolean answered = new AtomicBoolean();
  private boolean bodyTaken;

  /** The thread of Netty's that is in the engine with the body, or null. */
  private volatile Thread visitor;

  /** The visitor's answer; touched by the visitor only. */
  private Reply deferred;

  /**
   * @param answer whose subscriber is there already: what is given to it is written at once, also
   *     when a tool holds this thread of Netty's
   */
  WebFluxExchange(ServerRequest request, Caller caller, MonoSink<ServerResponse> answer) {
    this.request = request;
    this.caller = caller;
    this.answer = answer;
  }

  @Override
  public String method() {
    return request.method().name();
  }

  @Override
  public String path() {
    return request.uri().getRawPath();
  }

  @Override
  public String queryParameter(String name) {
    return request.queryParam(name).orElse(null);
  }

  @Override
  public List<String> headers(String name) {
    return request.headers().header(name);
  }

  @Override
  public boolean onLoopback() {
    InetSocketAddress local = request.exchange().getRequest().getLocalAddress();
    return local != null && local.getAddress() != null && local.getAddress().isLoopbackAddress();
  }

  @Override
  public Caller caller() {
    return caller;
  }

  @Override
  public void readBody(int maxBytes, BodyReader reader) {
    bodyTaken = true;
    if (request.headers().contentLength().orElse(-1) > maxBytes) {
      reader.tooLarge();
      return;
    }
    Flux<DataBuffer> body = request.exchange().getRequest().getBody();
    DataBufferUtils.join(body, maxBytes)
        .map(WebFluxExchange::bytes)
        .defaultIfEmpty(new byte[0])
        .subscribe(
            bytes -> visit(() -> reader.body(bytes)),
            failure -> {
              if (failure instanceof DataBufferLimitException) {
                reader.tooLarge();
              } else {
                reader.failed(failure);
                answer.success();
              }
            });
  }

  private void visit(Runnable engine) {
    visitor = Thread.currentThread();
    try {
      engine.run();
    } finally {
      visitor = null;
      if (deferred != null) {
        reply(deferred);
      }
    }
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  /**
   * The visitor's answer waits until it leaves: a tool may hold it, waiting for what the client
   * would send next over the connection that its answer leaves free, and that nobody reads.
   */
  @Override
  public void reply(Reply reply) {
    if (Thread.currentThread() == visitor) {
      deferred = deferred == null ? reply : deferred;
      return;
    }
    ServerResponse.BodyBuilder head = head(reply);
    Mono<ServerResponse> response =
        reply.body().length == 0 ? head.build() : head.bodyValue(reply.body());
    if (bodyTaken) {
      emit(response);
    } else {
      leaveNoBody(() -> emit(response));
    }
  }

  /**
   * A request that is refused before its body was read: the connection may be closed behind the
   * answer, and what is unread then makes the client's side drop the answer, too.
   */
  private void leaveNoBody(Runnable then) {
    if (request.headers().contentLength().orElse(0) > MOST_UNREAD) {
      then.run();
      return;
    }
    DataBufferUtils.takeUntilByteCount(request.exchange().getRequest().getBody(), MOST_UNREAD)
        .doOnNext(DataBufferUtils::release)
        .ignoreElements()
        .subscribe(
            nothing -> {},
            failure -> {
              LOG.debug("The rest of a refused request could not be read", failure);
              then.run();
            },
            then);
  }

  @Override
  public void stream(Reply head, Outbox outbox) {
    WebFluxWire wire = new WebFluxWire(outbox);
    // At once if the client is gone already: nobody will subscribe to the frames then.
    answer.onCancel(wire::cancel);
    emit(
        head(head)
            .body(
                (response, context) -> {
                  Flux<DataBuffer> frames = wire.frames(response.bufferFactory());
                  return response.writeAndFlushWith(frames.map(Mono::just));
                }));
    outbox.start(wire);
  }

  private static ServerResponse.BodyBuilder head(Reply reply) {
    ServerResponse.BodyBuilder head = ServerResponse.status(reply.status());
    reply.headers().forEach(head::header);
    return head;
  }

  private void emit(Mono<ServerResponse> response) {
    response.subscribe(
        built -> {
          if (answered.compareAndSet(false, true)) {
            answer.success(built);
          } else {
            LOG.debug("A second answer to one request is dropped");
          }
        });
  }
}
