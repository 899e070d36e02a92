package io.github.mcpmigrate.compat.boot;

import io.modelcontextprotocol.spec.McpServerTransportProviderBase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** What both web stacks need to make the transport. */
@AutoConfiguration(
    afterName = {
      "org.springframework.ai.mcp.server.common.autoconfigure.McpServerObjectMapperAutoConfiguration",
      "org.springframework.ai.mcp.server.common.autoconfigure.McpServerJsonMapperAutoConfiguration"
    })
@ConditionalOnClass(McpServerTransportProviderBase.class)
@Conditional(CompatEnabled.class)
@EnableConfigurationProperties(CompatProperties.class)
@Import({
  ServerJson.SpringAi2.class,
  ServerJson.SpringAi1.class,
  ServerJson.SpringAi1OnEarlierSdk.class
})
class DualTransportAutoConfiguration {

  static final String MCP_SERVER =
      "org.springframework.ai.mcp.server.common.autoconfigure.McpServerAutoConfiguration";

  @Bean
  static CombinationCheck mcpCompatCombinationCheck(Environment environment) {
    return new CombinationCheck(environment);
  }

  @Bean
  DualTransportOptions mcpCompatOptions(CompatProperties properties, Environment environment) {
    return new DualTransportOptions(properties, SpringAiKeys.of(environment));
  }

  @Bean
  DualTransportCustomizer mcpCompatJsonCustomizer(ObjectProvider<ServerJson> json) {
    return transport -> json.ifAvailable(own -> transport.jsonMapper(own.mapper()));
  }
}
