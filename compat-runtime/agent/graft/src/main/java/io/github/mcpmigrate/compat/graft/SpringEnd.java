package io.github.mcpmigrate.compat.graft;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Ends the engine with the Spring application that it serves. Many an application never closes its
 * MCP server; the engine's thread and its open streams would keep an undeployed one in memory.
 */
final class SpringEnd {

  private final Runnable close;
  private final AtomicBoolean awaited = new AtomicBoolean();

  SpringEnd(Runnable close) {
    this.close = close;
  }

  /**
   * @param context in which a request is handled; may be null
   */
  void await(ApplicationContext context) {
    if (!awaited.get()
        && context instanceof ConfigurableApplicationContext configurable
        && awaited.compareAndSet(false, true)) {
      configurable.addApplicationListener(new Closing(configurable, close));
    }
  }

  /**
   * A class, for Spring cannot tell which events a lambda is for; and no record, for JDK 17 keeps
   * the last of those that was in a set.
   */
  private static final class Closing implements ApplicationListener<ContextClosedEvent> {

    private final ApplicationContext context;
    private final Runnable close;

    Closing(ApplicationContext context, Runnable close) {
      this.context = context;
      this.close = close;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
      // Contexts below this one tell their end here, too.
      if (event.getApplicationContext() == context) {
        close.run();
      }
    }
  }
}
