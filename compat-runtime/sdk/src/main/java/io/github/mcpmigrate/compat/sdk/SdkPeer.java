package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.conversation.Ask;
import io.github.mcpmigrate.compat.conversation.Call;
import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.conversation.Peer;
import io.github.mcpmigrate.compat.conversation.Voice;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.Json;
import io.github.mcpmigrate.compat.json.RpcErrors;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** One session of the SDK's server. The ids it sees are ours, never the client's. */
final class SdkPeer implements Peer {

  private static final Logger LOG = LoggerFactory.getLogger(SdkPeer.class);

  private final McpStreamableServerSession session;
  private final Json initializeResult;
  private final SdkJson json;
  private final Voice voice;
  private final Consumer<SdkPeer> onClose;
  private final AtomicLong ids = new AtomicLong();
  private final Map<Call, CallTransport> running = new ConcurrentHashMap<>(4);

  SdkPeer(
      McpStreamableServerSession session,
      Json initializeResult,
      SdkJson json,
      Voice voice,
      Consumer<SdkPeer> onClose) {
    this.session = session;
    this.initializeResult = initializeResult;
    this.json = json;
    this.voice = voice;
    this.onClose = onClose;
  }

  String sessionId() {
    return session.getId();
  }

  Voice voice() {
    return voice;
  }

  @Override
  public Json initializeResult() {
    return initializeResult;
  }

  @Override
  public void call(Call call) {
    Object params;
    try {
      params = params(call.request());
    } catch (IOException e) {
      call.done(Envelope.error(null, RpcErrors.INVALID_PARAMS, "The params cannot be read"));
      return;
    }
    String fault = RequestParams.fault(call.request().method(), params);
    if (fault != null) {
      call.done(Envelope.error(null, RpcErrors.INVALID_PARAMS, fault));
      return;
    }
    CallTransport transport = new CallTransport(call, json);
    running.put(call, transport);
    McpSchema.JSONRPCRequest request =
        new McpSchema.JSONRPCRequest(
            McpSchema.JSONRPC_VERSION, call.request().method(), ids.incrementAndGet(), params);
    transport.started(
        in(
                call.caller(),
                ResponseStream.in(context(call.caller()), call),
                session.responseStream(request, transport))
            .subscribe(
                nothing -> {},
                failure -> {
                  running.remove(call);
                  transport.failed(failure);
                },
                () -> {
                  running.remove(call);
                  transport.completed();
                }));
  }

  @Override
  public void cancel(Call call, String reason) {
    CallTransport transport = running.remove(call);
    if (transport != null) {
      LOG.debug("A {} request is stopped: {}", call.request().method(), reason);
      transport.stop();
    }
  }

  @Override
  public void notice(Envelope notification, Caller caller) {
    try {
      McpSchema.JSONRPCNotification taken =
          new McpSchema.JSONRPCNotification(
              McpSchema.JSONRPC_VERSION, notification.method(), params(notification));
      in(caller, context(caller), session.accept(taken))
          .subscribe(nothing -> {}, failure -> failed(notification.method(), failure));
    } catch (IOException e) {
      LOG.warn("The params of {} cannot be read", notification.method(), e);
    }
  }

  private static void failed(String method, Throwable failure) {
    if (failure instanceof TimeoutException) {
      LOG.warn("The client did not answer what the server asked it upon {}", method);
    } else {
      LOG.warn("The server failed on {}", method, failure);
    }
  }

  @Override
  public void answer(Ask ask, Envelope response) {
    McpSchema.JSONRPCResponse answer;
    try {
      answer = answer(ask.serverId().text(), response);
    } catch (IOException e) {
      LOG.warn("The client's answer to {} cannot be read", ask.method(), e);
      answer = failure(ask.serverId().text(), "The client's answer cannot be read");
    }
    session
        .accept(answer)
        .subscribe(
            nothing -> {},
            failure -> LOG.debug("The server no longer waits for {}", ask.method(), failure));
  }

  private McpSchema.JSONRPCResponse answer(String id, Envelope response) throws IOException {
    if (response.kind() == Envelope.Kind.RESULT) {
      Object result = json.read(response.payload(), Object.class);
      return new McpSchema.JSONRPCResponse(McpSchema.JSONRPC_VERSION, id, result, null);
    }
    McpSchema.JSONRPCResponse.JSONRPCError error =
        json.read(response.payload(), McpSchema.JSONRPCResponse.JSONRPCError.class);
    return new McpSchema.JSONRPCResponse(McpSchema.JSONRPC_VERSION, id, null, error);
  }

  private static McpSchema.JSONRPCResponse failure(String id, String message) {
    return new McpSchema.JSONRPCResponse(
        McpSchema.JSONRPC_VERSION,
        id,
        null,
        new McpSchema.JSONRPCResponse.JSONRPCError(RpcErrors.INTERNAL_ERROR, message, null));
  }

  @Override
  public void close() {
    onClose.accept(this);
    running.values().forEach(CallTransport::stop);
    running.clear();
    session
        .closeGracefully()
        .subscribe(nothing -> {}, failure -> LOG.debug("A session did not close well", failure));
  }

  private Object params(Envelope message) throws IOException {
    return message.payload() == null ? null : json.read(message.payload(), Object.class);
  }

  static McpTransportContext context(Caller caller) {
    return caller.context() instanceof McpTransportContext context
        ? context
        : McpTransportContext.EMPTY;
  }

  private static Mono<Void> in(Caller caller, McpTransportContext context, Mono<Void> work) {
    return work.contextWrite(reactor -> RequestContext.in(reactor, caller, context));
  }
}
