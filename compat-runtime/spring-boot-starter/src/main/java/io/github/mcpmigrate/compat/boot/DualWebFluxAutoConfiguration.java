package io.github.mcpmigrate.compat.boot;

import io.github.mcpmigrate.compat.sdk.WebFluxDualTransportProvider;
import io.modelcontextprotocol.server.McpTransportContextExtractor;
import io.modelcontextprotocol.spec.McpServerTransportProviderBase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The transport of a WebFlux application, unless the application has made one. */
@AutoConfiguration(
    after = {DualTransportAutoConfiguration.class, DualWebMvcAutoConfiguration.class},
    beforeName = DualTransportAutoConfiguration.MCP_SERVER)
@ConditionalOnClass({McpServerTransportProviderBase.class, RouterFunction.class})
@Conditional(CompatEnabled.class)
@ConditionalOnMissingBean(McpServerTransportProviderBase.class)
class DualWebFluxAutoConfiguration {

  @Bean
  WebFluxDualTransportProvider webFluxDualTransportProvider(
      DualTransportOptions options,
      ObjectProvider<McpTransportContextExtractor<ServerRequest>> extractor,
      ObjectProvider<DualTransportCustomizer> customizers) {
    WebFluxDualTransportProvider.Builder transport = WebFluxDualTransportProvider.builder();
    options.apply(transport);
    extractor.ifUnique(transport::contextExtractor);
    customizers.orderedStream().forEach(customizer -> customizer.customize(transport));
    return options.built(transport::build);
  }

  @Bean
  RouterFunction<ServerResponse> webFluxDualRouterFunction(WebFluxDualTransportProvider provider) {
    return provider.getRouterFunction();
  }
}
