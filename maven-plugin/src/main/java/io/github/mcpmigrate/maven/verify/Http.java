package io.github.mcpmigrate.maven.verify;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * HTTP with a time limit on everything. Follows no redirect: the user's credentials go nowhere but
 * to the server that was named. Closing this ends the threads that it made; the client's own
 * selector, a daemon thread, ends by itself when the client is garbage, on every JDK: {@code
 * HttpClient.close} is not called, because JDK 17 has none, and because it would wait for streams
 * that their readers have left open.
 */
final class Http implements AutoCloseable {

  private static final int THREADS = 2;

  private final Map<String, String> own;
  private final Duration timeout;
  private final ExecutorService threads;
  private final HttpClient client;

  /**
   * @param own headers that go with every request
   * @param timeout for the head of a response, and for each body that is read to its end
   */
  Http(Map<String, String> own, Duration timeout) {
    this.own = Map.copyOf(own);
    this.timeout = timeout;
    threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "mcp-verify");
              thread.setDaemon(true);
              return thread;
            });
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .executor(threads)
            .build();
  }

  Duration timeout() {
    return timeout;
  }

  /** {@link System#nanoTime()} when what begins now has taken too long. */
  long deadline() {
    return System.nanoTime() + timeout.toNanos();
  }

  Answer get(URI uri, Map<String, String> headers) throws NoAnswer, InterruptedException {
    return get(uri, headers, timeout);
  }

  /** As above, with less patience. */
  Answer get(URI uri, Map<String, String> headers, Duration patience)
      throws NoAnswer, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(Map.of("Accept", "text/event-stream"));
    all.putAll(headers);
    return send("GET", uri, all, null, patience);
  }

  /** Posts JSON, with what Streamable HTTP wants to be accepted. */
  Answer post(URI uri, Map<String, String> headers, Map<String, Object> message)
      throws NoAnswer, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Accept", "application/json, text/event-stream");
    all.put("Content-Type", "application/json");
    all.putAll(headers);
    return send("POST", uri, all, Json.write(message, false), timeout);
  }

  Answer delete(URI uri, Map<String, String> headers) throws NoAnswer, InterruptedException {
    return send("DELETE", uri, headers, null, timeout);
  }

  private Answer send(
      String method, URI uri, Map<String, String> headers, String body, Duration patience)
      throws NoAnswer, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    own.forEach(request::setHeader);
    headers.forEach(request::setHeader);
    long asked = System.nanoTime();
    CompletableFuture<HttpResponse<Flow.Publisher<List<java.nio.ByteBuffer>>>> pending =
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofPublisher());
    try {
      HttpResponse<Flow.Publisher<List<java.nio.ByteBuffer>>> response =
          pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      long arrived = System.nanoTime();
      Body read = new Body();
      response.body().subscribe(read);
      return new Answer(response.statusCode(), response.headers(), read, asked, arrived);
    } catch (TimeoutException e) {
      pending.cancel(true);
      throw new NoAnswer(
          NoAnswer.Reason.SILENT, "no answer within " + patience.toMillis() / 1000.0 + " s");
    } catch (InterruptedException e) {
      pending.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      throw why(uri, e.getCause());
    }
  }

  private NoAnswer why(URI uri, Throwable cause) {
    String at = Urls.origin(uri);
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof UnresolvedAddressException || each instanceof UnknownHostException) {
        return new NoAnswer(
            NoAnswer.Reason.UNREACHABLE, "The host of " + at + " is unknown; check the name.");
      }
      if (each instanceof SSLException) {
        return new NoAnswer(
            NoAnswer.Reason.UNREACHABLE,
            "No TLS connection to %s: %s; check https or http, and that this JDK trusts the certificate."
                .formatted(at, each.getMessage()));
      }
    }
    if (cause instanceof ConnectException) {
      return new NoAnswer(
          NoAnswer.Reason.UNREACHABLE,
          "Nothing listens at " + at + "; start the server, or check host and port.");
    }
    if (cause instanceof java.net.http.HttpConnectTimeoutException) {
      return new NoAnswer(
          NoAnswer.Reason.UNREACHABLE,
          "No connection to %s within %d s; check host, port and firewall."
              .formatted(at, timeout.toSeconds()));
    }
    String said = cause instanceof IOException ? cause.getMessage() : cause.toString();
    return new NoAnswer(NoAnswer.Reason.BROKEN, "the connection broke (" + said + ")");
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
