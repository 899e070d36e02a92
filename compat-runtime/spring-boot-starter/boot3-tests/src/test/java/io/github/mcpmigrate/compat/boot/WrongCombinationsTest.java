package io.github.mcpmigrate.compat.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.modelcontextprotocol.spec.McpServerTransportProviderBase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Mono;

/** What cannot be served on both transports stops the application and says what to write. */
class WrongCombinationsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          spring.ai.mcp.server.protocol=STATELESS      | is STATELESS: such a server keeps no sessions | spring.ai.mcp.server.protocol=STREAMABLE
          spring.ai.mcp.server.protocol=STREAMABLE_HTTP| 'STREAMABLE_HTTP', which Spring AI does not know | Write spring.ai.mcp.server.protocol=STREAMABLE
          spring.ai.mcp.server.protocol=HTTP           | 'HTTP', which Spring AI does not know | Write spring.ai.mcp.server.protocol=STREAMABLE
          spring.ai.mcp.server.stdio=true              | no HTTP to serve | Remove spring.ai.mcp.server.stdio
          spring.ai.mcp.server.streamable-http.mcp-endpoint=/sse | streamable-http.mcp-endpoint and spring.ai.mcp.server.sse-endpoint are both '/sse' | Give one of them another path
          spring.ai.mcp.server.sse-message-endpoint=/mcp | sse-message-endpoint and spring.ai.mcp.server.streamable-http.mcp-endpoint are both '/mcp' | spring.ai.mcp.server.sse-message-endpoint=/mcp-2
          spring.ai.mcp.server.sse-message-endpoint=/sse | sse-message-endpoint and spring.ai.mcp.server.sse-endpoint are both '/sse' | Give one of them another path
          mcp.compat.mcp-endpoint=/mcp/message         | mcp.compat.mcp-endpoint are both '/mcp/message' | Give one of them another path
          mcp.compat.sse-endpoint=/{tenant}/sse        | mcp.compat.sse-endpoint is '/{tenant}/sse' | Write a path without variables
          mcp.compat.sunset=soon                       | mcp.compat.sunset is 'soon', which is no date | mcp.compat.sunset=2027-06-30
          mcp.compat.sunset=2001-01-01                 | sunset must not be before | Correct that key
          mcp.compat.enforce-sunset=true               | enforce-sunset needs a sunset date | Correct that key
          mcp.compat.max-sessions=0                    | max-sessions must be more than 0 | Correct that key
          mcp.compat.max-body-size=3GB                 | less than 2GB | mcp.compat.max-body-size=16MB
          """)
  void stopsTheApplication(String property, String problem, String action) {
    FailureAnalysis analysis = analysis(List.of(), property);
    assertThat(analysis.getDescription()).contains(problem);
    assertThat(analysis.getAction()).contains(action);
  }

  @Test
  void aTransportBeanOfTheApplicationsOwnStopsIt() {
    FailureAnalysis analysis =
        analysis(List.of(OwnTransport.class), "spring.ai.mcp.server.protocol=STREAMABLE");
    assertThat(analysis.getDescription()).contains("The bean 'ownTransport' is a transport");
    assertThat(analysis.getAction()).contains("Remove the bean 'ownTransport'");
  }

  @Test
  void whatIsSwitchedOffIsNotChecked() {
    try (RunningApplication application =
        RunningApplication.start(
            "spring.ai.mcp.server.protocol=STATELESS", "mcp.compat.enabled=false")) {
      assertThat(application.context().isRunning()).isTrue();
    }
    try (RunningApplication application =
        RunningApplication.start(
            "spring.ai.mcp.server.protocol=HTTP", "spring.ai.mcp.server.enabled=false")) {
      assertThat(application.context().isRunning()).isTrue();
    }
  }

  private static FailureAnalysis analysis(List<Class<?>> beans, String property) {
    Throwable failure =
        catchThrowable(() -> RunningApplication.start(beans, property.strip()).close());
    assertThat(failure).as("the application has started").isNotNull();
    return new CompatFailureAnalyzer().analyze(failure);
  }

  static class OwnTransport {

    @Bean
    McpServerTransportProviderBase ownTransport() {
      return new Silent();
    }
  }

  /** Reaches nobody. */
  private static final class Silent implements McpServerTransportProviderBase {

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
      return Mono.empty();
    }

    @Override
    public Mono<Void> closeGracefully() {
      return Mono.empty();
    }
  }
}
