package io.github.mcpmigrate.benchmarks.server;

import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import jakarta.servlet.http.HttpServlet;
import java.time.Duration;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The same MCP server of the Java SDK behind each provider, at the provider's defaults. */
final class SdkServers {

  private SdkServers() {}

  static HttpServlet dual() {
    HttpServletDualTransportProvider provider = HttpServletDualTransportProvider.builder().build();
    return behind(provider, McpServer.async(provider));
  }

  static HttpServlet streamable() {
    HttpServletStreamableServerTransportProvider provider =
        HttpServletStreamableServerTransportProvider.builder().build();
    return behind(provider, McpServer.async(provider));
  }

  static HttpServlet httpSse() {
    HttpServletSseServerTransportProvider provider =
        HttpServletSseServerTransportProvider.builder().messageEndpoint("/mcp/message").build();
    return behind(provider, McpServer.async(provider));
  }

  static HttpServlet limit() {
    SdkLimitServlet provider = new SdkLimitServlet();
    return behind(provider, McpServer.async(provider));
  }

  private static HttpServlet behind(
      HttpServlet provider, McpServer.AsyncSpecification<?> specification) {
    McpAsyncServer server =
        specification
            .serverInfo("benchmarks", "1")
            .tools(
                tool("echo", "message", "string", message -> Mono.just(text("Echo: " + message))),
                tool("sleep", "millis", "integer", SdkServers::sleep))
            .build();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return provider;
  }

  private static Mono<CallToolResult> sleep(Object millis) {
    return Mono.delay(Duration.ofMillis(((Number) millis).longValue()))
        .map(elapsed -> text("slept " + millis));
  }

  private static AsyncToolSpecification tool(
      String name, String argument, String type, Function<Object, Mono<CallToolResult>> body) {
    String schema =
        """
        {"type":"object","properties":{"%s":{"type":"%s"}},"required":["%1$s"]}"""
            .formatted(argument, type);
    Tool tool =
        Tool.builder()
            .name(name)
            .description("Benchmark")
            .inputSchema(McpJsonDefaults.getMapper(), schema)
            .build();
    return AsyncToolSpecification.builder()
        .tool(tool)
        .callHandler(
            (exchange, request) ->
                body.apply(((CallToolRequest) request).arguments().get(argument)))
        .build();
  }

  private static CallToolResult text(String text) {
    return CallToolResult.builder().addTextContent(text).isError(false).build();
  }
}
