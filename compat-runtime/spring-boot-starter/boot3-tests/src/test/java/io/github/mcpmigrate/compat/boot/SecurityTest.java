package io.github.mcpmigrate.compat.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpTransportContextExtractor;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Spring Security guards both transports alike. */
class SecurityTest {

  private static RunningApplication application;

  @BeforeAll
  static void start() {
    application =
        RunningApplication.start(
            List.of(WebMvcContext.class, WebFluxContext.class),
            "access=basic",
            "spring.ai.mcp.server.protocol=STREAMABLE",
            "spring.security.user.name=ann",
            "spring.security.user.password=secret");
    application
        .bean(McpSyncServer.class)
        .addTool(
            SyncToolSpecification.builder()
                .tool(Requests.tool("whoami"))
                .callHandler(
                    (exchange, request) ->
                        Requests.text("you are " + exchange.transportContext().get("user")))
                .build());
    application
        .bean(McpSyncServer.class)
        .addTool(
            SyncToolSpecification.builder()
                .tool(Requests.tool("holder"))
                .callHandler((exchange, request) -> Requests.text("held " + Held.now()))
                .build());
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void whoAuthenticatesIsServedOnBoth() {
    HttpRequest.Builder ann = RunningApplication.basic("ann", "secret");
    for (var transport :
        List.of(application.sse("/sse", ann), application.streamable("/mcp", ann))) {
      try (McpSyncClient client =
          RunningApplication.client(transport, "ann's", UnaryOperator.identity())) {
        assertThat(Requests.call(client, "callback", Map.of("who", "ann"))).contains("called back");
        assertThat(Requests.call(client, "whoami", Map.of())).contains("you are ann");
      }
    }
  }

  /** As with Spring AI's own transport, method security included; however long the body is. */
  @Test
  @EnabledIfSystemProperty(named = "web.stack", matches = "webmvc")
  void synchronousToolsSeeTheSecurityContext() {
    HttpRequest.Builder ann = RunningApplication.basic("ann", "secret");
    for (var transport :
        List.of(application.sse("/sse", ann), application.streamable("/mcp", ann))) {
      try (McpSyncClient client =
          RunningApplication.client(transport, "ann's", UnaryOperator.identity())) {
        for (int length : List.of(1, 100_000, 3_000_000)) {
          assertThat(Requests.call(client, "holder", Map.of("filler", "x".repeat(length))))
              .as("%s with %s characters", transport.getClass().getSimpleName(), length)
              .contains("held ann at /");
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"GET,/sse", "POST,/mcp/message", "POST,/mcp", "GET,/mcp", "DELETE,/mcp"})
  void whoDoesNotIsAnswered401(String method, String path) throws Exception {
    for (HttpRequest.Builder request :
        List.of(HttpRequest.newBuilder(), RunningApplication.basic("ann", "wrong"))) {
      assertThat(
              application.status(
                  request
                      .uri(application.uri(path))
                      .header("Content-Type", "application/json")
                      .method(method, HttpRequest.BodyPublishers.ofString("{}"))))
          .isEqualTo(401);
    }
  }

  /** Loaded where there are servlets only. */
  private static final class Held {

    static String now() {
      Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
      ServletRequestAttributes request =
          (ServletRequestAttributes) RequestContextHolder.getRequestAttributes();
      return (authentication == null ? "nobody" : authentication.getName())
          + " at "
          + (request == null ? "nothing" : request.getRequest().getRequestURI());
    }
  }

  /** A bean of this type is the transport's extractor. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  static class WebMvcContext {

    @Bean
    McpTransportContextExtractor<org.springframework.web.servlet.function.ServerRequest> who() {
      return request ->
          McpTransportContext.create(Map.of("user", request.principal().orElseThrow().getName()));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
  static class WebFluxContext {

    /** A reactive request gives its principal only later; the header is there. */
    @Bean
    McpTransportContextExtractor<org.springframework.web.reactive.function.server.ServerRequest>
        who() {
      return request ->
          McpTransportContext.create(
              Map.of(
                  "user",
                  new String(
                          java.util.Base64.getDecoder()
                              .decode(
                                  request
                                      .headers()
                                      .firstHeader("Authorization")
                                      .substring("Basic ".length())))
                      .split(":")[0]));
    }
  }
}
