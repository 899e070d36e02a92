package io.github.mcpmigrate.recipes.springai;

import lombok.EqualsAndHashCode;
import lombok.Value;

/** Drop HTTP+SSE from what Spring AI servers on both transports are deployed with. */
@Value
@EqualsAndHashCode(callSuper = false)
public class DropSseFromSpringAiEnvironment extends SpringAiEnvironmentRecipe {

  String displayName =
      "Drop HTTP+SSE from what Spring AI servers on both transports are deployed with";

  String description =
      "Removes the environment variables of mcp-compat-spring-boot-starter, and those of Spring AI that only HTTP+SSE has, from Dockerfiles, compose files, Kubernetes manifests and .env files.";

  @Override
  SpringAiMove move() {
    return SpringAiMove.of(null, null, false);
  }

  @Override
  boolean drops() {
    return true;
  }
}
