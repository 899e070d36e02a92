package io.github.mcpmigrate.compat.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The text of an event stream as far as it has come, character by character. */
final class StreamText implements AutoCloseable {

  private final InputStream in;
  private final StringBuilder text = new StringBuilder();
  private boolean ended;

  StreamText(InputStream in) {
    this.in = in;
    Thread reader = new Thread(this::read, "stream-text-reader");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        synchronized (text) {
          text.append((char) c);
          text.notifyAll();
        }
      }
    } catch (IOException e) {
      // The test or the server cut the stream, which is its end all the same.
    }
    synchronized (text) {
      ended = true;
      text.notifyAll();
    }
  }

  /** All that came, once it contains this. */
  String until(String expected) throws InterruptedException {
    return until(so -> so.contains(expected), "'" + expected + "'");
  }

  /** All that came, once it fits. */
  String until(Predicate<String> fits, String what) throws InterruptedException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    synchronized (text) {
      while (!fits.test(text.toString())) {
        long left = TimeUnit.NANOSECONDS.toMillis(limit - System.nanoTime());
        if (ended || left <= 0) {
          throw new AssertionError("no " + what + " in '" + text + "'");
        }
        text.wait(left);
      }
      return text.toString();
    }
  }

  /** All that came, once the stream has ended. */
  String whole() throws InterruptedException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    synchronized (text) {
      while (!ended) {
        long left = TimeUnit.NANOSECONDS.toMillis(limit - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("no end behind '" + text + "'");
        }
        text.wait(left);
      }
      return text.toString();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
