package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.engine.Engine;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.util.List;
import reactor.core.publisher.Mono;

/** What the providers have in common: an engine in front of an SDK server. */
final class DualServer {

  private final CompatSettings settings;
  private final SdkBackend backend;
  private final Engine engine;

  DualServer(CompatSettings settings, McpJsonMapper mapper) {
    this.settings = settings;
    backend = new SdkBackend(mapper);
    engine = new Engine(settings, backend);
  }

  Engine engine() {
    return engine;
  }

  /** The paths that the engine serves, each once. */
  List<String> paths() {
    return settings.paths();
  }

  boolean isServing() {
    return backend.hasServer() && !engine.isClosing();
  }

  void serve(McpStreamableServerSession.Factory sessions) {
    backend.serve(sessions);
  }

  Mono<Void> notifyClients(String method, Object params) {
    return Mono.fromRunnable(() -> backend.notifyClients(method, params));
  }

  Mono<Void> notifyClient(String sessionId, String method, Object params) {
    return Mono.fromRunnable(() -> backend.notifyClient(sessionId, method, params));
  }

  Mono<Void> closeGracefully() {
    return Mono.fromCompletionStage(engine::drain);
  }
}
