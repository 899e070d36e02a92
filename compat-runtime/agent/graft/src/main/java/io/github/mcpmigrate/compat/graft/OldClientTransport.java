package io.github.mcpmigrate.compat.graft;

import com.fasterxml.jackson.core.type.TypeReference;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The provider's own event stream of one client, on which nothing is announced before the server
 * has answered that client anything. A Streamable HTTP client that asks for its listening stream
 * before it has a session opens HTTP+SSE at the shared URL and never initializes there: what goes
 * to all clients would reach it twice. An HTTP+SSE client misses nothing: the specification has no
 * notification for it before its {@code initialize} is answered.
 */
final class OldClientTransport implements McpServerTransport {

  private final McpServerTransport stream;
  private final SdkMessages mapper;
  private volatile boolean answered;

  OldClientTransport(McpServerTransport stream, SdkMessages mapper) {
    this.stream = stream;
    this.mapper = mapper;
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    if (message instanceof JSONRPCResponse) {
      answered = true;
    } else if (message instanceof JSONRPCNotification && !answered) {
      return Mono.empty();
    }
    return stream.sendMessage(message);
  }

  /** As the providers' own streams do, in every version of the SDK. */
  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return mapper.convert(data, type);
  }

  /** The same for SDK 0.8 to 0.12. */
  public <T> T unmarshalFrom(Object data, TypeReference<T> type) {
    return mapper.convert(data, type);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return stream.closeGracefully();
  }

  @Override
  public void close() {
    stream.close();
  }

  /** Asked for since SDK 0.11; the older ones have no such method, and do not ask. */
  @Override
  public List<String> protocolVersions() {
    return stream.protocolVersions();
  }
}
