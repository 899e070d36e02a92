package io.github.mcpmigrate.compat.servlet;

import io.github.mcpmigrate.compat.door.Exchange.BodyReader;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request's body: what of it came with the head is read at once, the rest when it comes. */
final class RequestBody {

  private static final Logger LOG = LoggerFactory.getLogger(RequestBody.class);

  /** Bytes; what of a larger body came with the head is read when its rest comes. */
  private static final int FIRST_READ = 64 << 10;

  private final HttpServletRequest request;
  private boolean taken;

  /** What came with the head, and how much of it is filled; null once it was handed on. */
  private byte[] bytes;

  private int read;

  RequestBody(HttpServletRequest request) {
    this.request = request;
  }

  /** Its length in bytes, or -1 when the head does not say. */
  long declared() {
    return request.getContentLengthLong();
  }

  /** Whether somebody wanted it. */
  boolean taken() {
    return taken;
  }

  /** The whole body if it came with the head, as a small one does; else null. */
  byte[] arrived() throws IOException {
    taken = true;
    if (readArrived() < declared() || declared() < 0) {
      return null;
    }
    byte[] whole = bytes;
    bytes = null;
    return whole;
  }

  /** Gives the reader all of it when the rest has come; the request must be asynchronous. */
  void rest(int maxBytes, BodyReader reader) throws IOException {
    ServletInputStream in = request.getInputStream();
    byte[] begun = bytes;
    bytes = null;
    ServletBody body = new ServletBody(in, begun, read, maxBytes, reader);
    try {
      in.setReadListener(body);
    } catch (IllegalStateException e) {
      throw e;
    } catch (RuntimeException e) {
      // Not the container but a filter's wrapper, such as logback-access's: it can only block.
      LOG.debug("The request is read blocking: {}", e.toString());
      body.readHere();
    }
  }

  /**
   * Reads past the body of a request that is refused. When that is not all of it, containers close
   * the connection behind the answer, and a client that was not told would send its next request
   * into it.
   *
   * @return whether nothing is left unread
   */
  boolean dropped() {
    if (declared() <= 0 && request.getHeader("Transfer-Encoding") == null) {
      return true;
    }
    try {
      return readArrived() == declared();
    } catch (IOException e) {
      LOG.debug("The rest of a refused request could not be read", e);
      return false;
    }
  }

  private int readArrived() throws IOException {
    long declared = declared();
    bytes = new byte[declared < 0 ? 0 : (int) Math.min(declared, FIRST_READ)];
    ServletInputStream in = request.getInputStream();
    // Tomcat only tells that there is something, not how much.
    while (read < bytes.length && in.available() > 0) {
      int more = in.read(bytes, read, bytes.length - read);
      if (more < 0) {
        throw new EOFException("The body is shorter than it was said to be");
      }
      read += more;
    }
    return read;
  }
}
