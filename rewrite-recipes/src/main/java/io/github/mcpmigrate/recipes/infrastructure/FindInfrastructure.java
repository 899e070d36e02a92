package io.github.mcpmigrate.recipes.infrastructure;

import io.github.mcpmigrate.recipes.sdk.OwnServers;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.openrewrite.ExecutionContext;

/** Find what stands around servers and names their endpoints of HTTP+SSE. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindInfrastructure extends InfrastructureRecipe {

  String displayName = "Find health checks, proxies and scripts that name an endpoint of HTTP+SSE";

  String description =
      "Lists health checks, routes, rules and addresses in images, compose and Kubernetes files, proxies, scripts and "
          + "workflows that name an endpoint of HTTP+SSE of the project's own servers, with what to write there.";

  @Override
  public Neighbourhood getInitialValue(ExecutionContext ctx) {
    return new Neighbourhood(OwnServers.of(null, null, null), new HealthEndpoints());
  }

  @Override
  boolean edits() {
    return false;
  }
}
