package io.github.mcpmigrate.benchmarks.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerSession.McpStreamableServerSessionInit;
import io.modelcontextprotocol.spec.McpStreamableServerTransport;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/**
 * The limit for whatever stands in front of a server of the Java SDK: the bare servlet, but the
 * answer is the server's. Good for tools that answer at once on the thread that calls them.
 */
final class SdkLimitServlet extends HttpServlet implements McpStreamableServerTransportProvider {

  private static final long serialVersionUID = 1;

  private final transient ObjectMapper reader = new ObjectMapper();
  private final transient McpJsonMapper mapper = McpJsonDefaults.getMapper();
  private final transient Map<String, McpStreamableServerSession> sessions =
      new ConcurrentHashMap<>();
  private transient McpStreamableServerSession.Factory factory;

  @Override
  public List<String> protocolVersions() {
    return List.of("2025-06-18");
  }

  @Override
  public void setSessionFactory(McpStreamableServerSession.Factory sessionFactory) {
    factory = sessionFactory;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<?, ?> message = reader.readValue(request.getInputStream(), Map.class);
    Object id = message.get("id");
    if (id == null) {
      response.setStatus(202);
      return;
    }
    String method = (String) message.get("method");
    Object params = message.get("params");
    if (method.equals("initialize")) {
      McpStreamableServerSessionInit init =
          factory.startSession(mapper.convertValue(params, InitializeRequest.class));
      sessions.put(init.session().getId(), init.session());
      response.setHeader("Mcp-Session-Id", init.session().getId());
      write(response, new JSONRPCResponse("2.0", id, init.initResult().block(), null));
      return;
    }
    sessions
        .get(request.getHeader("Mcp-Session-Id"))
        .responseStream(new JSONRPCRequest("2.0", method, id, params), new Answer(response))
        .subscribe();
  }

  private void write(HttpServletResponse response, JSONRPCMessage message) throws IOException {
    byte[] bytes = mapper.writeValueAsBytes(message);
    response.setContentType("application/json");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  @Override
  public Mono<Void> notifyClients(String method, Object params) {
    return Mono.empty();
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }

  /** Writes what the server answers. */
  private final class Answer implements McpStreamableServerTransport {

    private final HttpServletResponse response;

    Answer(HttpServletResponse response) {
      this.response = response;
    }

    @Override
    public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) {
      return Mono.fromRunnable(
          () -> {
            try {
              write(response, message);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }

    @Override
    public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message, String messageId) {
      return sendMessage(message);
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
      return mapper.convertValue(data, type);
    }

    @Override
    public Mono<Void> closeGracefully() {
      return Mono.empty();
    }
  }
}
