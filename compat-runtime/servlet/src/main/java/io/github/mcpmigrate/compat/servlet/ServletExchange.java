package io.github.mcpmigrate.compat.servlet;

import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.flow.Outbox;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Caller caller;
  private final UnaryOperator<Runnable> carried;
  private final RequestBody body;
  private final Visits visits = new Visits(this::startAsync, this::left);

  /** Null as long as the request is a synchronous one. */
  private AsyncContext async;

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
    body = new RequestBody(request);
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
    int at = 0;
    while (at < query.length()) {
      int next = query.indexOf('&', at);
      int end = next < 0 ? query.length() : next;
      int value = at + name.length() + 1;
      if (value <= end && query.charAt(value - 1) == '=' && query.startsWith(name, at)) {
        return URLDecoder.decode(query.substring(value, end), StandardCharsets.UTF_8);
      }
      at = end + 1;
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
    if (body.declared() > maxBytes) {
      reader.tooLarge();
      return;
    }
    try {
      byte[] whole = body.arrived();
      if (whole != null) {
        reader.body(whole);
      } else {
        startAsync();
        body.rest(maxBytes, visiting(reader));
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
    byte[] content = reply.body();
    response.setContentLength(content.length);
    if (content.length > response.getBufferSize()) {
      open(new Outbox(new SingleFrame(content)), false);
      return;
    }
    try {
      // Fits the container's buffer, so that this does not wait for the client.
      response.getOutputStream().write(content);
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
              open(outbox, body.taken());
            });
    if (!first) {
      outbox.lost(new IllegalStateException("The request was answered already"));
    }
  }

  private void head(Reply head) {
    response.setStatus(head.status());
    head.headers().forEach(response::setHeader);
    if (!body.taken() && !body.dropped()) {
      response.setHeader("Connection", "close");
      // Tomcat waits for the body of a synchronous request before it sends the answer.
      startAsync();
    }
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
