package io.github.mcpmigrate.compat.homes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of HTTP+SSE by hand: the tests have no library of the server's. */
final class HttpSseProbe implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<String> data = new LinkedBlockingQueue<>();
  private final InputStream stream;
  private final URI endpoint;

  /**
   * @param base of the application, without a slash at the end
   */
  HttpSseProbe(String base) throws Exception {
    URI url = URI.create(base + "/sse");
    HttpResponse<InputStream> response =
        http.send(
            HttpRequest.newBuilder(url).header("Accept", "text/event-stream").build(),
            HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    stream = response.body();
    Thread reader = new Thread(this::read, "sse-reader");
    reader.setDaemon(true);
    reader.start();
    endpoint = url.resolve(next());
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data:")) {
          data.add(line.substring("data:".length()).strip());
        }
      }
    } catch (IOException e) {
      data.add("the stream broke: " + e);
    }
  }

  /** What the next event holds. */
  String next() throws InterruptedException {
    String next = data.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
    assertThat(next).as("the next event").isNotNull();
    return next;
  }

  HttpSseProbe initialize() throws Exception {
    post(StreamableProbe.INITIALIZE.formatted("2024-11-05"));
    assertThat(next()).contains("\"protocolVersion\":\"2024-11-05\"");
    post(StreamableProbe.INITIALIZED);
    return this;
  }

  void post(String message) throws Exception {
    HttpResponse<Void> taken =
        http.send(
            HttpRequest.newBuilder(endpoint)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    assertThat(taken.statusCode()).isEqualTo(200);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
