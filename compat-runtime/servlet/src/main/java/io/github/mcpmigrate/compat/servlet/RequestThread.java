package io.github.mcpmigrate.compat.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.UnaryOperator;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Makes a thread look as the one that Spring gave the request to. Synchronous handlers ask {@code
 * RequestContextHolder} and the like, which know nothing on the thread that a late body comes on.
 *
 * @param outer what others want carried, put around it
 */
record RequestThread(
    HttpServletRequest request,
    HttpServletResponse response,
    LocaleContext locale,
    UnaryOperator<Runnable> outer)
    implements UnaryOperator<Runnable> {

  static RequestThread of(
      HttpServletRequest request, HttpServletResponse response, UnaryOperator<Runnable> outer) {
    return new RequestThread(request, response, LocaleContextHolder.getLocaleContext(), outer);
  }

  @Override
  public Runnable apply(Runnable handling) {
    return outer.apply(() -> handle(handling));
  }

  private void handle(Runnable handling) {
    // The attributes of the request's own thread are no longer active when this one comes.
    ServletRequestAttributes attributes = new ServletRequestAttributes(request, response);
    RequestContextHolder.setRequestAttributes(attributes);
    LocaleContextHolder.setLocaleContext(locale);
    try {
      handling.run();
    } finally {
      attributes.requestCompleted();
      RequestContextHolder.resetRequestAttributes();
      LocaleContextHolder.resetLocaleContext();
    }
  }
}
