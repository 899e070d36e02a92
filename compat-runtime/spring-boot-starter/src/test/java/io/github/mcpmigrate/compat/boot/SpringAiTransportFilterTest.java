package io.github.mcpmigrate.compat.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SpringAiTransportFilterTest {

  private static final String OURS = "io.github.mcpmigrate.compat.boot.DualWebMvcAutoConfiguration";
  private static final String[] CANDIDATES = {
    OURS,
    "org.springframework.ai.mcp.server.autoconfigure.McpServerSseWebMvcAutoConfiguration",
    "org.springframework.ai.mcp.server.webflux.autoconfigure.McpServerStreamableHttpWebFluxAutoConfiguration",
    null,
    "org.springframework.ai.mcp.server.autoconfigure.McpServerStatelessWebMvcAutoConfiguration",
    DualTransportAutoConfiguration.MCP_SERVER
  };

  @Test
  void theTransportsOfSpringAiAreKeptOutAndNothingElse() {
    assertThat(match(Map.of())).containsExactly(true, false, false, true, true, true);
  }

  @Test
  void nothingIsKeptOutWhereItIsSwitchedOff() {
    assertThat(match(Map.of("mcp.compat.enabled", "false"))).containsOnly(true);
    assertThat(match(Map.of("spring.ai.mcp.server.enabled", "false"))).containsOnly(true);
  }

  private static boolean[] match(Map<String, Object> properties) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
    SpringAiTransportFilter filter = new SpringAiTransportFilter();
    filter.setEnvironment(environment);
    return filter.match(CANDIDATES, null);
  }
}
