package io.github.mcpmigrate.compat.boot;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An application on a free port of this machine, and clients of it. */
final class RunningApplication implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();

  private RunningApplication(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * @param properties as on a command line, without the dashes
   */
  static RunningApplication start(String... properties) {
    return start(List.of(), properties);
  }

  static RunningApplication start(List<Class<?>> beans, String... properties) {
    List<Class<?>> sources = new ArrayList<>(List.of(Application.class, Access.class));
    sources.addAll(beans);
    return new RunningApplication(
        new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
            .registerShutdownHook(false)
            .properties("server.shutdown=immediate")
            .run(arguments(properties)));
  }

  private static String[] arguments(String... properties) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--logging.level.root=error"));
    Arrays.stream(properties).forEach(property -> arguments.add("--" + property));
    return arguments.toArray(String[]::new);
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  String port() {
    return context.getEnvironment().getProperty("local.server.port");
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(10)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Status of a request whose answer may be a stream that never ends. */
  int status(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        http.send(
            request.timeout(Duration.ofSeconds(10)).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    response.body().close();
    return response.statusCode();
  }

  /** The first lines of an event stream, up to the first empty one. */
  List<String> firstEvent(String path) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        http.send(
            HttpRequest.newBuilder(uri(path))
                .header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(10))
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    List<String> lines = new ArrayList<>();
    try (var reader =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine();
          line != null && !line.isEmpty();
          line = reader.readLine()) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** Headers of the answer to OPTIONS, which every endpoint has and which ends. */
  HttpHeaders options(String path) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(uri(path))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(10))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .headers();
  }

  /** Body of a GET, which must be answered 200. */
  String read(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != 200) {
      throw new IOException(path + " is answered " + response.statusCode());
    }
    return response.body();
  }

  McpSyncClient sseClient(UnaryOperator<McpClient.SyncSpec> options) {
    return client(sse("/sse", HttpRequest.newBuilder()), "old-client", options);
  }

  McpSyncClient streamableClient(UnaryOperator<McpClient.SyncSpec> options) {
    return client(streamable("/mcp", HttpRequest.newBuilder()), "new-client", options);
  }

  McpClientTransport sse(String endpoint, HttpRequest.Builder request) {
    return HttpClientSseClientTransport.builder(uri("").toString())
        .sseEndpoint(endpoint)
        .requestBuilder(request)
        .build();
  }

  McpClientTransport streamable(String endpoint, HttpRequest.Builder request) {
    return HttpClientStreamableHttpTransport.builder(uri("").toString())
        .endpoint(endpoint)
        .requestBuilder(request)
        .build();
  }

  static HttpRequest.Builder basic(String user, String password) {
    String credentials = user + ':' + password;
    return HttpRequest.newBuilder()
        .header(
            "Authorization",
            "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }

  /** An initialized client. */
  static McpSyncClient client(
      McpClientTransport transport, String name, UnaryOperator<McpClient.SyncSpec> options) {
    McpSyncClient client =
        options
            .apply(
                McpClient.sync(transport)
                    .clientInfo(new Implementation(name, "1.0"))
                    .requestTimeout(Duration.ofSeconds(20)))
            .build();
    client.initialize();
    return client;
  }

  @Override
  public void close() {
    context.close();
  }
}
