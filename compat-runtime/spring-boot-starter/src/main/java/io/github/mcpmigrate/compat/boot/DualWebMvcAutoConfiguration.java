package io.github.mcpmigrate.compat.boot;

import io.github.mcpmigrate.compat.sdk.WebMvcDualTransportProvider;
import io.modelcontextprotocol.server.McpTransportContextExtractor;
import io.modelcontextprotocol.spec.McpServerTransportProviderBase;
import jakarta.servlet.Servlet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The transport of a WebMvc application, unless the application has made one. */
@AutoConfiguration(
    after = DualTransportAutoConfiguration.class,
    beforeName = DualTransportAutoConfiguration.MCP_SERVER)
@ConditionalOnClass({McpServerTransportProviderBase.class, Servlet.class, RouterFunction.class})
@Conditional({CompatEnabled.class, DualWebMvcAutoConfiguration.NotReactive.class})
@ConditionalOnMissingBean(McpServerTransportProviderBase.class)
@Import(CarriedContext.ByContextPropagation.class)
class DualWebMvcAutoConfiguration {

  @Bean
  WebMvcDualTransportProvider webMvcDualTransportProvider(
      DualTransportOptions options,
      ObjectProvider<McpTransportContextExtractor<ServerRequest>> extractor,
      ObjectProvider<CarriedContext> carried,
      ObjectProvider<DualTransportCustomizer> customizers) {
    WebMvcDualTransportProvider.Builder transport = WebMvcDualTransportProvider.builder();
    options.apply(transport);
    carried.ifAvailable(context -> transport.threadContext(context.capture()));
    extractor.ifUnique(transport::contextExtractor);
    customizers.orderedStream().forEach(customizer -> customizer.customize(transport));
    return options.built(transport::build);
  }

  @Bean
  RouterFunction<ServerResponse> webMvcDualRouterFunction(WebMvcDualTransportProvider provider) {
    return provider.getRouterFunction();
  }

  /** Spring AI makes its transport where there is no web server, too: in tests without one. */
  static final class NotReactive extends NoneNestedConditions {

    NotReactive() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    static class Reactive {}
  }
}
