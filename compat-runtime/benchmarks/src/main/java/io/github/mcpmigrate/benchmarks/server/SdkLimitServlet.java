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
import jakarta.servlet.ServletOutputStream;
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
 * answer is the server's. Good for tools that answer at once on the thread that calls them. What is
 * POSTed with an event stream's number in the query is answered there.
 */
final class SdkLimitServlet extends HttpServlet implements McpStreamableServerTransportProvider {

  private static final long serialVersionUID = 1;

  private final transient ObjectMapper reader = new ObjectMapper();
  private final transient McpJsonMapper mapper = McpJsonDefaults.getMapper();
  private final transient Map<String, McpStreamableServerSession> sessions =
      new ConcurrentHashMap<>();
  private final transient BareStreams streams = new BareStreams();
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
    Answer answer = new Answer(response, streams.stream(request));
    if (method.equals("initialize")) {
      McpStreamableServerSessionInit init =
          factory.startSession(mapper.convertValue(params, InitializeRequest.class));
      response.setHeader("Mcp-Session-Id", init.session().getId());
      String name = answer.stream == null ? init.session().getId() : request.getQueryString();
      sessions.put(name, init.session());
      answer.write(new JSONRPCResponse("2.0", id, init.initResult().block(), null));
      return;
    }
    boolean httpSse = answer.stream != null;
    sessions
        .get(httpSse ? request.getQueryString() : request.getHeader("Mcp-Session-Id"))
        .responseStream(new JSONRPCRequest("2.0", method, id, params), answer)
        .subscribe();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    streams.open(request, response);
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
    private final ServletOutputStream stream;

    /**
     * @param stream the event stream to write to, or null for the response
     */
    Answer(HttpServletResponse response, ServletOutputStream stream) {
      this.response = response;
      this.stream = stream;
    }

    private void write(JSONRPCMessage message) throws IOException {
      byte[] bytes = mapper.writeValueAsBytes(message);
      if (stream != null) {
        streams.write(stream, bytes);
        response.setStatus(202);
        return;
      }
      response.setContentType("application/json");
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    }

    @Override
    public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) {
      return Mono.fromRunnable(
          () -> {
            try {
              write(message);
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
