package io.github.mcpmigrate.maven.verify;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * The head of a response, and its body as it comes.
 *
 * @param asked {@link System#nanoTime()} when the request was sent
 * @param arrived the same when the head was there
 */
record Answer(int status, HttpHeaders headers, Body body, long asked, long arrived)
    implements AutoCloseable {

  private static final int LARGEST = 16 * 1024 * 1024;

  /** The header's value; empty if there is none. */
  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** Without parameters, in lower case; empty if there is none. */
  String contentType() {
    return header("Content-Type").split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }

  boolean ok() {
    return status >= 200 && status < 300;
  }

  boolean eventStream() {
    return contentType().equals("text/event-stream");
  }

  /** Milliseconds from the request to the head. */
  long millis() {
    return (arrived - asked) / 1_000_000;
  }

  /**
   * What came of the body until its end or the deadline, at most 16 MB.
   *
   * @param deadline of {@link System#nanoTime()}
   */
  String text(long deadline) throws InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (bytes.size() < LARGEST) {
      Body.Portion portion = body.next(deadline);
      if (portion == null || portion.end()) {
        break;
      }
      bytes.writeBytes(portion.bytes());
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The body as a JSON object; empty if it is something else. */
  Map<String, Object> json(long deadline) throws InterruptedException {
    try {
      return Json.object(Json.read(text(deadline)));
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }

  /** Status and content type, for evidence. */
  String brief() {
    String type = contentType();
    return status + (type.isEmpty() ? "" : " " + type);
  }

  @Override
  public void close() {
    body.close();
  }
}
