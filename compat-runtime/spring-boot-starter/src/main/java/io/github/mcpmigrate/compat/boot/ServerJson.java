package io.github.mcpmigrate.compat.boot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.json.McpJsonMapper;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * The mapper that Spring AI's transports would have used: the application may have configured it.
 * Not a bean of type McpJsonMapper, which others might take.
 */
record ServerJson(McpJsonMapper mapper) {

  private static final String JACKSON_2 = "io.modelcontextprotocol.json.jackson2";
  private static final String SPRING_AI_1 = "mcpServerObjectMapper";
  private static final String SPRING_AI_2 = "mcpServerJsonMapper";

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper")
  @ConditionalOnBean(name = SPRING_AI_2)
  static class SpringAi2 {

    @Bean
    ServerJson mcpCompatJson(@Qualifier(SPRING_AI_2) JsonMapper mapper) {
      return new ServerJson(new io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper(mapper));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = JACKSON_2 + ".JacksonMcpJsonMapper")
  @ConditionalOnBean(name = SPRING_AI_1)
  static class SpringAi1 {

    @Bean
    ServerJson mcpCompatJson(@Qualifier(SPRING_AI_1) ObjectMapper mapper) {
      return new ServerJson(new io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper(mapper));
    }
  }

  /** Spring AI 1.1.0 to 1.1.4 are on an SDK before 0.18, which has it in another package. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "io.modelcontextprotocol.json.jackson.JacksonMcpJsonMapper")
  @ConditionalOnMissingClass(JACKSON_2 + ".JacksonMcpJsonMapper")
  @ConditionalOnBean(name = SPRING_AI_1)
  static class SpringAi1OnEarlierSdk {

    @Bean
    @SuppressWarnings({"deprecation", "removal"})
    ServerJson mcpCompatJson(@Qualifier(SPRING_AI_1) ObjectMapper mapper) {
      return new ServerJson(new io.modelcontextprotocol.json.jackson.JacksonMcpJsonMapper(mapper));
    }
  }
}
