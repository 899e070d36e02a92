package io.github.mcpmigrate.compat.boot;

import io.github.mcpmigrate.compat.sdk.DualTransportProvider;
import java.time.Duration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Lets running calls end before the web server and the beans go. Open event streams are requests
 * that never end, for which Boot's own graceful shutdown would wait in vain; after this none is
 * left. Not a Lifecycle: a context can be stopped and started again, an engine cannot.
 */
final class DrainAtShutdown implements ApplicationListener<ContextClosedEvent> {

  /** For what remains to be done after the last call was given up. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final ApplicationContext context;
  private final DualTransportProvider provider;
  private final Duration limit;

  DrainAtShutdown(ApplicationContext context, DualTransportProvider provider, Duration drain) {
    this.context = context;
    this.provider = provider;
    limit = drain.plus(MARGIN);
  }

  /** Events of child contexts, such as that of the management port, come here, too. */
  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    if (event.getApplicationContext() == context) {
      provider.closeGracefully().block(limit);
    }
  }
}
