package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.AbstractMcpClientServerIntegrationTests;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the SDK's authors ask of a transport provider ({@code mcp-test}), asked of ours: their
 * client by HTTP+SSE and by Streamable HTTP against one server. Here with line 0.18; in {@code
 * sdk1-tests} and {@code sdk2-tests} the same sources run with 1.1 and 2.1 and the newest kit of
 * each, which is older than the SDK: 1.1.0 and 2.0.0, for not every release has one.
 */
@ExtendWith(SdkKitTest.NotAsked.class)
@ParameterizedClass
@EnumSource(
    value = Door.class,
    names = {"TOMCAT", "WEBMVC", "WEBFLUX"})
class SdkKitTest extends AbstractMcpClientServerIntegrationTests {

  /** The kit's tests that ours is not asked, by name, with the reason. */
  private static final Map<String, String> NOT_ASKED =
      Map.of(
          "testToolListChangeHandlingSuccess",
          "Its tools read a page of GitHub's, and a build must not need one");

  @Parameter Door door;

  private McpStreamableServerTransportProvider provider;
  private Door.Running running;

  static Stream<Arguments> clientsForTesting() {
    return Stream.of(Arguments.of("HTTP+SSE"), Arguments.of("Streamable HTTP"));
  }

  @BeforeEach
  void start() throws Exception {
    provider =
        door.provider(
            options -> {
              options.keepAliveInterval(Duration.ofSeconds(1));
              important(options);
            });
    running = door.start(provider);
    prepareClients(running.port(), "/mcp");
  }

  /** What the kit's tools look for in the context of their calls. */
  @SuppressWarnings("unchecked")
  private static void important(DualTransportBuilder<?, ?> options) {
    ((DualTransportBuilder<Object, ?>) options)
        .contextExtractor(request -> McpTransportContext.create(Map.of("important", "value")));
  }

  @Override
  protected void prepareClients(int port, String mcpEndpoint) {
    String base = "http://127.0.0.1:" + port;
    clientBuilders.put(
        "HTTP+SSE", McpClient.sync(HttpClientSseClientTransport.builder(base).build()));
    clientBuilders.put("Streamable HTTP", streamable(base, mcpEndpoint));
    // The kit's own name for a client, in the tests that it does not run with each.
    clientBuilders.put("httpclient", streamable(base, mcpEndpoint));
  }

  private static McpClient.SyncSpec streamable(String base, String mcpEndpoint) {
    return McpClient.sync(
        HttpClientStreamableHttpTransport.builder(base).endpoint(mcpEndpoint).build());
  }

  @Override
  protected McpServer.AsyncSpecification<?> prepareAsyncServerBuilder() {
    return McpServer.async(provider);
  }

  @Override
  protected McpServer.SyncSpecification<?> prepareSyncServerBuilder() {
    return McpServer.sync(provider);
  }

  @AfterEach
  void stop() {
    provider.close();
    running.close();
  }

  @Test
  void whatIsNotAskedIsInTheKit() {
    assertThat(AbstractMcpClientServerIntegrationTests.class.getDeclaredMethods())
        .extracting(Method::getName)
        .containsAll(NOT_ASKED.keySet());
  }

  @Test
  void theSdkIsOfTheLineThatIsMeant() {
    assertThat(McpServer.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith("/mcp-core-" + System.getProperty("sdk.version") + ".jar");
  }

  static final class NotAsked implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return context
          .getTestMethod()
          .map(method -> NOT_ASKED.get(method.getName()))
          .map(ConditionEvaluationResult::disabled)
          .orElse(ConditionEvaluationResult.enabled(null));
    }
  }
}
