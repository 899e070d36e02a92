package io.github.mcpmigrate.compat.agent.lines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A stream of HTTP+SSE, as a client sees it that only listens once it is ready. */
final class HttpSseStream implements AutoCloseable {

  private static final String DATA = "data:";

  private final BufferedReader lines;

  HttpSseStream(InputStream body) {
    lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  /** The next event's data: first where the server takes messages, then those of its own. */
  String next() throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith(DATA)) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("The stream ended");
    }
    return line.substring(DATA.length()).strip();
  }

  /** What comes until the server ends the stream, for which it has 60 seconds. */
  String rest() throws Exception {
    return CompletableFuture.supplyAsync(
            () -> {
              try (lines) {
                return lines.lines().collect(Collectors.joining("\n"));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .get(60, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
