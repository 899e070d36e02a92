package io.github.mcpmigrate.recipes;

/** The request with which every conversation begins, for people who ask a server by hand. */
public final class InitializeRequest {

  private static final String CURL =
      "curl -fsS -X POST %s -H 'Content-Type: application/json' -H 'Accept: application/json, text/event-stream'"
          + " -d '{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
          + "\"capabilities\":{},\"clientInfo\":{\"name\":\"check\",\"version\":\"1\"}}}'";

  private InitializeRequest() {}

  /** A command that posts it to an MCP endpoint. */
  public static String curl(String url) {
    return CURL.formatted(url);
  }
}
