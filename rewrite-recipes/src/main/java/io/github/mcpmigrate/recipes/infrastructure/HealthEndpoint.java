package io.github.mcpmigrate.recipes.infrastructure;

/** Where a framework answers whether an application is well, unless it is configured otherwise. */
enum HealthEndpoint {
  /** Spring Boot has the groups of probes wherever it finds itself in Kubernetes. */
  ACTUATOR("/actuator/health", "/liveness", "/readiness", "/liveness"),
  SMALLRYE("/q/health", "/live", "/ready", "/started");

  private final String path;
  private final String live;
  private final String ready;
  private final String started;

  HealthEndpoint(String path, String live, String ready, String started) {
    this.path = path;
    this.live = live;
    this.ready = ready;
    this.started = started;
  }

  String path() {
    return path;
  }

  /**
   * What Kubernetes asks.
   *
   * @param probe {@code livenessProbe}, {@code readinessProbe} or {@code startupProbe}
   */
  String path(String probe) {
    return path
        + switch (probe) {
          case "livenessProbe" -> live;
          case "readinessProbe" -> ready;
          default -> started;
        };
  }
}
