package io.github.mcpmigrate.compat.servlet;

import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.flow.Outbox;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request to a servlet. It becomes asynchronous only when it was not answered by the time its
 * thread comes back from the engine, or when its answer is a stream: what a tool answers at once
 * costs the container no second dispatch.
 */
final class ServletExchange implements Exchange {

  private static final Logger LOG = LoggerFactory.getLogger(ServletExchange.class);

  /** Bytes; what of a larger body came with the head is read when its rest comes. */
  private static final int FIRST_READ = 64 << 10;

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Caller caller;
  private final UnaryOperator<Runnable> carried;
  private final Visits visits = new Visits(this::startAsync, this::left);

  /** Null as long as the request is a synchronous one. */
  private AsyncContext async;

  private boolean bodyTaken;

  /** The stream that was opened while the visitor was there, or null. */
  private volatile ServletWire opened;

  /**
   * @param carried put around what goes on on another thread than the request's
   */
  ServletExchange(
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller,
      UnaryOperator<Runnable> carried) {
    this.request = request;
    this.response = response;
    this.caller = caller;
    this.carried = carried;
  }

  /** Lets the container's thread into the engine with this request. */
  void visit(Runnable engine) {
    visits.visit(engine);
  }

  private void startAsync() {
    if (async == null) {
      async = request.startAsync(request, response);
      // Streams stay open for as long as the client wants; the engine watches them itself.
      async.setTimeout(0);
    }
  }

  private void left() {
    ServletWire wire = opened;
    if (wire != null) {
      wire.visitorLeft();
    }
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
    if (values == null || !values.hasMoreElements()) {
      return List.of();
    }
    String first = values.nextElement();
    if (!values.hasMoreElements()) {
      return List.of(first);
    }
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(Collections.list(values));
    return all;
  }

  @Override
  public String header(String name) {
    String value = request.getHeader(name);
    return value == null ? null : value.strip();
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
    try {
      ServletInputStream in = request.getInputStream();
      byte[] body = new byte[declared < 0 ? 0 : (int) Math.min(declared, FIRST_READ)];
      int read = readArrived(in, body);
      if (read == declared) {
        reader.body(body);
      } else {
        startAsync();
        in.setReadListener(new ServletBody(in, body, read, maxBytes, visiting(reader)));
      }
    } catch (IOException e) {
      reader.failed(e);
      // There is nobody to answer; the container ends the request.
      visits.answer(() -> {});
    }
  }

  /**
   * Takes a body that came later, on another thread of the container. Undertow reads on the thread
   * that serves other connections too, which no tool may hold.
   */
  private BodyReader visiting(BodyReader reader) {
    return new BodyReader() {
      @Override
      public void body(byte[] bytes) {
        async.start(carried.apply(() -> visit(() -> reader.body(bytes))));
      }

      @Override
      public void tooLarge() {
        visit(reader::tooLarge);
      }

      @Override
      public void failed(Throwable cause) {
        reader.failed(cause);
      }
    };
  }

  /** Reads what came with the head, which is all of a small body, and returns how much it was. */
  private static int readArrived(ServletInputStream in, byte[] body) throws IOException {
    int read = 0;
    // Tomcat only tells that there is something, not how much.
    while (read < body.length && in.available() > 0) {
      int more = in.read(body, read, body.length - read);
      if (more < 0) {
        throw new EOFException("The body is shorter than it was said to be");
      }
      read += more;
    }
    return read;
  }

  @Override
  public void later(Runnable engine) {
    visits.later(engine);
  }

  @Override
  public void reply(Reply reply) {
    visits.answer(() -> write(reply));
  }

  private void write(Reply reply) {
    head(reply);
    byte[] body = reply.body();
    response.setContentLength(body.length);
    if (body.length > response.getBufferSize()) {
      open(new Outbox(new SingleFrame(body)), false);
      return;
    }
    try {
      // Fits the container's buffer, so that this does not wait for the client.
      response.getOutputStream().write(body);
    } catch (IOException e) {
      LOG.debug("The client went away before it was answered", e);
    }
    complete();
  }

  @Override
  public void stream(Reply head, Outbox outbox) {
    boolean first =
        visits.open(
            () -> {
              head(head);
              // What is no message takes the visitor nowhere where it could wait.
              open(outbox, bodyTaken);
            });
    if (!first) {
      outbox.lost(new IllegalStateException("The request was answered already"));
    }
  }

  private void head(Reply head) {
    response.setStatus(head.status());
    head.headers().forEach(response::setHeader);
    if (!bodyTaken) {
      leaveNoBody();
    }
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
      byte[] body = new byte[declared < 0 ? 0 : (int) Math.min(declared, FIRST_READ)];
      if (readArrived(request.getInputStream(), body) == declared) {
        return;
      }
    } catch (IOException e) {
      LOG.debug("The rest of a refused request could not be read", e);
    }
    response.setHeader("Connection", "close");
    // Tomcat waits for the body of a synchronous request before it sends the answer.
    startAsync();
  }

  /**
   * @param staying whether the visitor may stay, and wait for the client
   */
  private void open(Outbox outbox, boolean staying) {
    try {
      startAsync();
      ServletWire wire =
          new ServletWire(
              async, response.getOutputStream(), outbox, staying ? visits::visitor : () -> null);
      async.addListener(wire);
      if (staying) {
        opened = wire;
      }
      outbox.start(wire);
    } catch (IOException | IllegalStateException e) {
      outbox.lost(e);
      complete();
    }
  }

  private void complete() {
    if (async == null) {
      return;
    }
    try {
      async.complete();
    } catch (IllegalStateException e) {
      LOG.debug("The container ended the request before us", e);
    }
  }
}
