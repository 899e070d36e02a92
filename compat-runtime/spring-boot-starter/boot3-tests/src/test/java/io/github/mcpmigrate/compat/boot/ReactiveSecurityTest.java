package io.github.mcpmigrate.compat.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;

/** Asynchronous tools on WebFlux find who asks where they did on Spring AI's own transport. */
@EnabledIfSystemProperty(named = "web.stack", matches = "webflux")
class ReactiveSecurityTest {

  @Test
  void asynchronousToolsSeeTheSecurityContext() {
    try (RunningApplication application =
        RunningApplication.start(
            "access=basic",
            "spring.ai.mcp.server.protocol=STREAMABLE",
            "spring.ai.mcp.server.type=ASYNC",
            "spring.security.user.name=ann",
            "spring.security.user.password=secret")) {
      application
          .bean(McpAsyncServer.class)
          .addTool(
              AsyncToolSpecification.builder()
                  .tool(Requests.tool("holder"))
                  .callHandler(
                      (exchange, request) ->
                          ReactiveSecurityContextHolder.getContext()
                              .map(held -> held.getAuthentication().getName())
                              .defaultIfEmpty("nobody")
                              .map(name -> Requests.text("held " + name)))
                  .build())
          .block();
      HttpRequest.Builder ann = RunningApplication.basic("ann", "secret");
      for (var transport :
          List.of(application.sse("/sse", ann), application.streamable("/mcp", ann))) {
        try (McpSyncClient client =
            RunningApplication.client(transport, "ann's", UnaryOperator.identity())) {
          assertThat(Requests.call(client, "holder", Map.of("filler", "x".repeat(100_000))))
              .contains("held ann");
        }
      }
    }
  }
}
