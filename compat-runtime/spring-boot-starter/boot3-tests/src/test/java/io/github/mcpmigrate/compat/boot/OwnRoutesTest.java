package io.github.mcpmigrate.compat.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.web.servlet.function.RouterFunction;

/**
 * What Spring AI makes of an application's own routes on Streamable HTTP alone: the recipes name
 * them as the first test has it.
 */
@EnabledIfSystemProperty(named = "web.stack", matches = "webmvc")
class OwnRoutesTest {

  private static RunningApplication start(Class<?> routes) {
    return RunningApplication.start(
        List.of(routes), "spring.ai.mcp.server.protocol=STREAMABLE", "mcp.compat.enabled=false");
  }

  @Test
  void routesOfSpringAisNameAreTheOnlyOnes() throws Exception {
    try (RunningApplication application = start(OwnRoutes.Named.class)) {
      assertThat(application.context().getBeansOfType(RouterFunction.class))
          .containsOnlyKeys("webMvcStreamableServerRouterFunction");
      assertThat(application.context().containsBean("routes")).isTrue();
      assertThat(application.get("/mcp").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void routesOfAnotherNameHaveSpringAisBesideThem() {
    try (RunningApplication application = start(OwnRoutes.Unnamed.class)) {
      assertThat(application.context().getBeansOfType(RouterFunction.class))
          .containsOnlyKeys("routes", "webMvcStreamableServerRouterFunction");
    }
  }
}
