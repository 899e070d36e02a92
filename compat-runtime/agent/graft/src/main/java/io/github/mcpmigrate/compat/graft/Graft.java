package io.github.mcpmigrate.compat.graft;

import io.github.mcpmigrate.compat.engine.Engine;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import io.modelcontextprotocol.spec.McpServerSession;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One provider and the engine beside it. */
final class Graft implements Function<Object[], Object> {

  private static final Logger LOG = LoggerFactory.getLogger(Graft.class);

  private final ProviderFields fields;
  private final ProviderBackend backend;
  private final SharedUrl url;
  private final Engine engine;

  Graft(ProviderFields fields, Map<String, String> options) {
    this.fields = fields;
    // First, because it may refuse an option: nothing is to be taken back then.
    CompatSettings settings =
        GraftSettings.of(fields.sseEndpoint(), fields.messageEndpoint(), options);
    url = new SharedUrl(settings);
    backend = new ProviderBackend(fields);
    engine = new Engine(settings, backend);
    LOG.info(
        "{} serves Streamable HTTP, too: both transports at {}",
        fields.provider(),
        fields.sseEndpoint());
  }

  @Override
  public Object apply(Object[] told) {
    return switch ((String) told[0]) {
      case "factory" -> {
        backend.serve((McpServerSession.Factory) told[1]);
        yield null;
      }
      case "request" -> ServletRequests.take(engine, url, fields, told[1], told[2]) ? true : null;
      case "routes" -> Routes.before(told[1], engine, url, fields);
      case "close" -> close();
      default -> null;
    };
  }

  /** The provider closes its sessions itself, ours among them. */
  private Object close() {
    engine
        .drain()
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
