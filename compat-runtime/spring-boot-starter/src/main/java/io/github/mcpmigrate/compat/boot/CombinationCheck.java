package io.github.mcpmigrate.compat.boot;

import io.github.mcpmigrate.compat.sdk.DualTransportProvider;
import io.modelcontextprotocol.spec.McpServerTransportProviderBase;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Stops the application, before any bean is made, when what it asks for cannot be served on both
 * transports. Spring AI itself would serve nothing, or one transport, and not say so.
 */
final class CombinationCheck implements BeanFactoryPostProcessor {

  private static final String STREAMABLE = "Write spring.ai.mcp.server.protocol=STREAMABLE";
  private static final String SWITCH_OFF = "mcp.compat.enabled=false to leave it to Spring AI";
  private static final Set<String> SERVED = Set.of("SSE", "STREAMABLE");

  private final Environment environment;

  CombinationCheck(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    SpringAiKeys springAi = SpringAiKeys.of(environment);
    checkStdio(springAi);
    checkProtocol(springAi.protocol());
    new DualTransportOptions(
            Binder.get(environment).bindOrCreate("mcp.compat", CompatProperties.class), springAi)
        .requireDistinctEndpoints();
    checkTransports(beans);
  }

  private static void checkStdio(SpringAiKeys springAi) {
    if (springAi.stdio()) {
      throw new CompatConfigurationException(
          "spring.ai.mcp.server.stdio is true, so there is no HTTP to serve two transports over.",
          "Remove spring.ai.mcp.server.stdio, or write " + SWITCH_OFF + ".");
    }
  }

  private static void checkProtocol(String protocol) {
    if (protocol == null || SERVED.contains(protocol.toUpperCase(Locale.ROOT))) {
      return;
    }
    if (protocol.equalsIgnoreCase("STATELESS")) {
      throw new CompatConfigurationException(
          "spring.ai.mcp.server.protocol is STATELESS: such a server keeps no sessions, which"
              + " HTTP+SSE clients need.",
          STREAMABLE + ", or " + SWITCH_OFF + ".");
    }
    throw new CompatConfigurationException(
        "spring.ai.mcp.server.protocol is '"
            + protocol
            + "', which Spring AI does not know; it would serve no MCP endpoint at all.",
        STREAMABLE + ".");
  }

  private static void checkTransports(ConfigurableListableBeanFactory beans) {
    for (String name :
        beans.getBeanNamesForType(McpServerTransportProviderBase.class, false, false)) {
      Class<?> type = beans.getType(name, false);
      if (type != null && !DualTransportProvider.class.isAssignableFrom(type)) {
        throw new CompatConfigurationException(
            "The bean '"
                + name
                + "' is a transport of its own ("
                + type.getName()
                + "), so the server would be on that one alone.",
            "Remove the bean '"
                + name
                + "' and its router function, make it a dual transport provider, or write "
                + SWITCH_OFF
                + ".");
      }
    }
  }
}
