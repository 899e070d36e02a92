package io.github.mcpmigrate.compat.graft;

import io.github.mcpmigrate.compat.engine.Engine;
import io.github.mcpmigrate.compat.graft.guard.Endpoints;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import io.modelcontextprotocol.spec.McpServerSession;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One provider and the engine beside it. */
final class Graft implements Function<Object[], Object> {

  private static final Logger LOG = LoggerFactory.getLogger(Graft.class);

  private final ProviderFields fields;
  private final ProviderBackend backend;
  private final SharedUrl url;
  private final Endpoints endpoints;
  private final Engine engine;
  private final AtomicBoolean unusable = new AtomicBoolean();
  private volatile ServletRequests servlet;

  Graft(ProviderFields fields) {
    this.fields = fields;
    // First, because it may refuse an option: nothing is to be taken back then.
    CompatSettings settings =
        GraftSettings.of(fields.sseEndpoint(), fields.messageEndpoint(), GraftSettings.options());
    url = new SharedUrl(settings);
    String mcp = settings.mcpEndpoint();
    endpoints =
        new Endpoints(
            fields.sseEndpoint(),
            fields.messageEndpoint(),
            mcp.equals(fields.sseEndpoint()) ? null : mcp);
    backend = new ProviderBackend(fields);
    engine = new Engine(settings, backend);
    LOG.info(
        "{} serves Streamable HTTP, too: both transports at {}{}",
        fields.provider(),
        fields.sseEndpoint(),
        endpoints.mcp() == null ? "" : ", Streamable HTTP alone at " + mcp);
  }

  @Override
  public Object apply(Object[] told) {
    String operation = (String) told[0];
    if (operation.equals("request")) {
      return concerns(told[1]) && servlet.take(told[1], told[2]) ? true : null;
    }
    try {
      return tell(operation, told[1]);
    } catch (RuntimeException | LinkageError e) {
      leave(e);
      return null;
    }
  }

  /** The application goes on as it would without us. */
  private void leave(Throwable reason) {
    if (unusable.compareAndSet(false, true)) {
      LOG.warn("{} serves HTTP+SSE only: {}", fields.provider(), reason.toString());
    }
    LOG.debug("The compat runtime cannot be used", reason);
  }

  /** What cannot be linked must not keep the provider from requests of its own. */
  private boolean concerns(Object request) {
    try {
      return servlet().concerns(request);
    } catch (LinkageError e) {
      leave(e);
      return false;
    }
  }

  private Object tell(String operation, Object subject) {
    return switch (operation) {
      case "factory" -> backend.serve((McpServerSession.Factory) subject);
      case "routes" -> Routes.before(subject, engine, url, fields, endpoints, this::close);
      case "init" -> {
        servlet().init(subject);
        yield null;
      }
      case "close" -> close();
      default -> null;
    };
  }

  /** Made when it is needed, as servlets are not there on WebFlux. */
  private ServletRequests servlet() {
    ServletRequests known = servlet;
    if (known == null) {
      synchronized (this) {
        known = servlet;
        if (known == null) {
          servlet = known = new ServletRequests(engine, url, fields, endpoints);
        }
      }
    }
    return known;
  }

  /** The provider closes its sessions itself, and waits for ours. */
  private Object close() {
    backend
        .closing(engine::drain)
        .whenComplete(
            (nothing, failure) -> {
              backend.close();
              if (failure != null) {
                LOG.warn("The sessions did not end well", failure);
              }
            });
    return null;
  }
}
