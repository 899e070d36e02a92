package io.github.mcpmigrate.compat.boot;

import java.util.Set;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps Spring AI's own transports out. Its server takes the one transport bean there is; its
 * Streamable HTTP transport backs off from no other type of bean, and its HTTP+SSE one only from
 * its own kind. What is filtered here is never loaded, so the server meets ours alone.
 */
final class SpringAiTransportFilter implements AutoConfigurationImportFilter, EnvironmentAware {

  /** Of 1.1 in one package, of 2.0 in one for each web stack. */
  private static final Set<String> TRANSPORTS =
      Set.of(
          "org.springframework.ai.mcp.server.autoconfigure.McpServerSseWebMvcAutoConfiguration",
          "org.springframework.ai.mcp.server.autoconfigure.McpServerSseWebFluxAutoConfiguration",
          "org.springframework.ai.mcp.server.autoconfigure.McpServerStreamableHttpWebMvcAutoConfiguration",
          "org.springframework.ai.mcp.server.autoconfigure.McpServerStreamableHttpWebFluxAutoConfiguration",
          "org.springframework.ai.mcp.server.webmvc.autoconfigure.McpServerSseWebMvcAutoConfiguration",
          "org.springframework.ai.mcp.server.webmvc.autoconfigure.McpServerStreamableHttpWebMvcAutoConfiguration",
          "org.springframework.ai.mcp.server.webflux.autoconfigure.McpServerSseWebFluxAutoConfiguration",
          "org.springframework.ai.mcp.server.webflux.autoconfigure.McpServerStreamableHttpWebFluxAutoConfiguration");

  private boolean enabled;

  @Override
  public void setEnvironment(Environment environment) {
    enabled = CompatEnabled.in(environment);
  }

  @Override
  public boolean[] match(String[] classes, AutoConfigurationMetadata metadata) {
    boolean[] wanted = new boolean[classes.length];
    for (int i = 0; i < classes.length; i++) {
      wanted[i] = !enabled || classes[i] == null || !TRANSPORTS.contains(classes[i]);
    }
    return wanted;
  }
}
