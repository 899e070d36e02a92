package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpmigrate.compat.backend.JsonRpcHandler;
import io.github.mcpmigrate.compat.servlet.JsonRpcServlet;
import jakarta.servlet.annotation.WebServlet;
import org.junit.jupiter.api.Test;

class JsonRpcServletTest {

  /** What a container makes by itself. */
  @WebServlet(urlPatterns = "/mcp", asyncSupported = true)
  static class OwnServlet extends JsonRpcServlet {

    private static final long serialVersionUID = 1;

    OwnServlet() {
      super(
          builder(
              JsonRpcHandler.answering(
                  message ->
                      message.contains("\"id\"")
                          ? "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"own\":true}}"
                          : null)));
    }
  }

  @Test
  void aSubclassIsServedAndCounted() throws Exception {
    OwnServlet servlet = new OwnServlet();
    try (Door.Running running = Door.TOMCAT.serve(servlet)) {
      RawClient client = new RawClient("http://127.0.0.1:" + running.port());
      assertThat(client.send("POST", "/mcp", RawClient.INITIALIZE.formatted("2025-06-18")).body())
          .contains("\"own\":true");
      assertThat(servlet.usage().toJson()).contains("streamable");
      assertThat(servlet.usage().legacyClients()).isEmpty();
    }
  }

  @Test
  void optionsThatCannotBeMeantAreRefused() {
    JsonRpcHandler handler = (message, client) -> {};
    assertThatThrownBy(() -> JsonRpcServlet.builder(handler).httpSse("/mcp", "/messages").build())
        .hasMessageContaining("mcp-endpoint and sse-endpoint are both '/mcp'");
    assertThatThrownBy(() -> JsonRpcServlet.builder(handler).mcpEndpoint("mcp").build())
        .hasMessageContaining("mcp-endpoint must be a path");
    assertThatThrownBy(
            () -> JsonRpcServlet.builder(handler).settings(it -> it.sameUrl(true)).build())
        .hasMessageContaining("same-url");
    JsonRpcServlet.builder(handler).mcpEndpoint("/sse").build().destroy();
  }
}
