package io.github.mcpmigrate.compat.sdk;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that a servlet has in its hands. */
final class WatchedServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final HttpServlet servlet;

  /** Container threads that are in the servlet. */
  final AtomicInteger inside = new AtomicInteger();

  /** Requests that the container has not ended: of other containers than Undertow, asynchronous. */
  final AtomicInteger open = new AtomicInteger();

  WatchedServlet(HttpServlet servlet) {
    this.servlet = servlet;
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    servlet.init(config);
  }

  @Override
  public void destroy() {
    servlet.destroy();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    inside.incrementAndGet();
    ServletRequestContext undertow = ServletRequestContext.current();
    if (undertow != null) {
      // It ends a request whose client is gone without telling asynchronous listeners.
      open.incrementAndGet();
      undertow
          .getExchange()
          .addExchangeCompleteListener(
              (exchange, next) -> {
                open.decrementAndGet();
                next.proceed();
              });
    }
    try {
      servlet.service(undertow == null ? new WatchedRequest(request) : request, response);
    } finally {
      inside.decrementAndGet();
    }
  }

  private final class WatchedRequest extends HttpServletRequestWrapper {

    WatchedRequest(HttpServletRequest request) {
      super(request);
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
      AsyncContext async = super.startAsync(request, response);
      open.incrementAndGet();
      async.addListener(new Completion());
      return async;
    }
  }

  private final class Completion implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      open.decrementAndGet();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // Completed by whoever is told of it first.
    }

    @Override
    public void onError(AsyncEvent event) {
      // As above.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // Nobody starts a request again.
    }
  }
}
