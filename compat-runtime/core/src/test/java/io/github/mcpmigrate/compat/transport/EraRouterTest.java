package io.github.mcpmigrate.compat.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.settings.CompatSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EraRouterTest {

  private final EraRouter router = new EraRouter(CompatSettings.builder().build());

  @ParameterizedTest
  @CsvSource({
    "GET,/sse,SSE_STREAM,''",
    "GET,/app/sse,SSE_STREAM,/app",
    "GET,/sse/,SSE_STREAM,''",
    "POST,/sse,METHOD_NOT_ALLOWED,''",
    "HEAD,/sse,METHOD_NOT_ALLOWED,''",
    "POST,/mcp/message,SSE_MESSAGE,''",
    "POST,/a/b/mcp/message,SSE_MESSAGE,/a/b",
    "GET,/mcp/message,METHOD_NOT_ALLOWED,''",
    "POST,/mcp,STREAMABLE_POST,''",
    "GET,/mcp,STREAMABLE_GET,''",
    "DELETE,/mcp,STREAMABLE_DELETE,''",
    "HEAD,/mcp,METHOD_NOT_ALLOWED,''",
    "PUT,/x/mcp/,METHOD_NOT_ALLOWED,/x",
    "OPTIONS,/mcp,OPTIONS,''",
    "GET,/,NOT_FOUND,''",
    "GET,/notmcp,NOT_FOUND,''",
    "POST,/mcp/other,NOT_FOUND,''"
  })
  void everyRequestTakesOneWay(String method, String path, EraRouter.Way way, String prefix) {
    EraRouter.Routing routing = router.route(method, path, false);
    assertThat(routing.way()).isEqualTo(way);
    assertThat(routing.prefix()).isEqualTo(prefix);
  }

  @Test
  void theLongestEndpointThatFitsCounts() {
    EraRouter nested =
        new EraRouter(
            CompatSettings.builder()
                .mcpEndpoint("/message")
                .messageEndpoint("/mcp/message")
                .build());
    assertThat(nested.route("POST", "/mcp/message", false).way())
        .isEqualTo(EraRouter.Way.SSE_MESSAGE);
    assertThat(nested.route("POST", "/message", false).way())
        .isEqualTo(EraRouter.Way.STREAMABLE_POST);
  }

  @Test
  void deleteCanBeSwitchedOff() {
    EraRouter fixed = new EraRouter(CompatSettings.builder().allowDelete(false).build());
    EraRouter.Routing routing = fixed.route("DELETE", "/mcp", true);
    assertThat(routing.way()).isEqualTo(EraRouter.Way.METHOD_NOT_ALLOWED);
    assertThat(routing.allow()).isEqualTo("GET, POST, OPTIONS");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/sse,false,SSE_STREAM",
    "GET,/sse,true,STREAMABLE_GET",
    "POST,/sse,false,STREAMABLE_POST",
    "DELETE,/sse,true,STREAMABLE_DELETE",
    "GET,/mcp,false,SSE_STREAM",
    "GET,/mcp,true,STREAMABLE_GET",
    "POST,/mcp,false,STREAMABLE_POST",
    "POST,/mcp/message,false,SSE_MESSAGE"
  })
  void withSameUrlEitherEndpointServesEitherTransport(
      String method, String path, boolean inSession, EraRouter.Way way) {
    EraRouter same = new EraRouter(CompatSettings.builder().sameUrl(true).build());
    assertThat(same.route(method, path, inSession).way()).isEqualTo(way);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/events,NOT_FOUND",
    "POST,/messages,NOT_FOUND",
    "OPTIONS,/messages,NOT_FOUND",
    "POST,/sse,STREAMABLE_POST",
    "GET,/sse,STREAMABLE_GET"
  })
  void withoutHttpSseItsPathsAreFree(String method, String path, EraRouter.Way way) {
    CompatSettings settings =
        CompatSettings.builder()
            .httpSse(false)
            .mcpEndpoint("/sse")
            .sseEndpoint("/events")
            .messageEndpoint("/messages")
            .build();
    assertThat(settings.paths()).containsExactly("/sse");
    EraRouter.Routing routing = new EraRouter(settings).route(method, path, false);
    assertThat(routing.way()).isEqualTo(way);
    assertThat(routing.httpSse()).isFalse();
  }
}
