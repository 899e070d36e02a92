package io.github.mcpmigrate.compat.servlet;

import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.flow.Outbox;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request to a servlet, answered asynchronously. */
final class ServletExchange implements Exchange {

  private static final Logger LOG = LoggerFactory.getLogger(ServletExchange.class);

  private final AsyncContext async;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Caller caller;
  private final AtomicBoolean answered = new AtomicBoolean();
  private boolean bodyTaken;

  ServletExchange(
      AsyncContext async, HttpServletRequest request, HttpServletResponse response, Caller caller) {
    this.async = async;
    this.request = request;
    this.response = response;
    this.caller = caller;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    return request.getRequestURI();
  }

  @Override
  public String queryParameter(String name) {
    String query = request.getQueryString();
    if (query == null) {
      return null;
    }
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals == name.length() && pair.startsWith(name)) {
        return URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
      }
    }
    return null;
  }

  @Override
  public List<String> headers(String name) {
    Enumeration<String> values = request.getHeaders(name);
    return values == null ? List.of() : Collections.list(values);
  }

  @Override
  public boolean onLoopback() {
    String address = request.getLocalAddr();
    return address != null
        && (address.startsWith("127.")
            || address.equals("::1")
            || address.equals("[::1]")
            || address.equals("0:0:0:0:0:0:0:1"));
  }

  @Override
  public Caller caller() {
    return caller;
  }

  @Override
  public void readBody(int maxBytes, BodyReader reader) {
    long declared = request.getContentLengthLong();
    if (declared > maxBytes) {
      reader.tooLarge();
      return;
    }
    bodyTaken = true;
    byte[] whole;
    try {
      ServletInputStream in = request.getInputStream();
      whole = arrived(in, declared);
      if (whole == null) {
        in.setReadListener(new ServletBody(in, maxBytes, reader));
        return;
      }
    } catch (IOException e) {
      reader.failed(e);
      abandon();
      return;
    }
    reader.body(whole);
  }

  /** The body if all of it came with the head, as small ones do; else null, and nothing is read. */
  private static byte[] arrived(ServletInputStream in, long declared) throws IOException {
    if (declared < 0 || in.available() < declared) {
      return null;
    }
    return in.readNBytes((int) declared);
  }

  @Override
  public void reply(Reply reply) {
    if (!answer(reply)) {
      return;
    }
    byte[] body = reply.body();
    response.setContentLength(body.length);
    if (body.length > response.getBufferSize()) {
      open(new Outbox(new SingleFrame(body)));
      return;
    }
    try {
      // Fits the container's buffer, so that this does not wait for the client.
      response.getOutputStream().write(body);
    } catch (IOException e) {
      LOG.debug("The client went away before it was answered", e);
    }
    abandon();
  }

  @Override
  public void stream(Reply head, Outbox outbox) {
    if (answer(head)) {
      open(outbox);
    } else {
      outbox.lost(new IllegalStateException("The request was answered already"));
    }
  }

  private boolean answer(Reply head) {
    if (!answered.compareAndSet(false, true)) {
      LOG.debug("A second answer to one request is dropped");
      return false;
    }
    response.setStatus(head.status());
    head.headers().forEach(response::setHeader);
    if (!bodyTaken) {
      leaveNoBody();
    }
    return true;
  }

  /**
   * A request that is refused before its body was read: containers then close the connection, and a
   * client that was not told would send its next request into it.
   */
  private void leaveNoBody() {
    long declared = request.getContentLengthLong();
    if (declared <= 0 && request.getHeader("Transfer-Encoding") == null) {
      return;
    }
    try {
      if (arrived(request.getInputStream(), declared) != null) {
        return;
      }
    } catch (IOException e) {
      LOG.debug("The rest of a refused request could not be read", e);
    }
    response.setHeader("Connection", "close");
  }

  private void open(Outbox outbox) {
    try {
      ServletWire wire = new ServletWire(async, response.getOutputStream(), outbox);
      async.addListener(wire);
      outbox.start(wire);
      wire.listen();
    } catch (IOException | IllegalStateException e) {
      outbox.lost(e);
      abandon();
    }
  }

  private void abandon() {
    try {
      async.complete();
    } catch (IllegalStateException e) {
      LOG.debug("The container ended the request before us", e);
    }
  }

  /** A response that is too large for the container's buffer. */
  private static final class SingleFrame implements Outbox.Source {

    private byte[] frame;

    SingleFrame(byte[] frame) {
      this.frame = frame;
    }

    @Override
    public byte[] next() {
      byte[] whole = frame;
      frame = null;
      return whole;
    }

    @Override
    public boolean ended() {
      return frame == null;
    }

    @Override
    public void lost(Throwable cause) {
      LOG.debug("The client went away while it was answered", cause);
    }
  }
}
