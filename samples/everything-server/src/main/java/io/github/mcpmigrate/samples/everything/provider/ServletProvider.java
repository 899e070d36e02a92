package io.github.mcpmigrate.samples.everything.provider;

import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;
import io.github.mcpmigrate.samples.everything.feature.EverythingFeatures;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityValidator;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The everything server behind one of the providers that end in a servlet.
 *
 * @param servlet what receives the requests
 * @param server what answers them
 */
public record ServletProvider(HttpServlet servlet, McpAsyncServer server) {

  /**
   * @param name {@code dual}, {@code sdk-sse} or {@code sdk-streamable}
   */
  public static ServletProvider of(String name) {
    return switch (name) {
      case "dual" -> dual();
      case "sdk-sse" -> sdkSse();
      case "sdk-streamable" -> sdkStreamable();
      default -> throw new IllegalArgumentException("No such provider: " + name);
    };
  }

  private static ServletProvider dual() {
    HttpServletDualTransportProvider provider =
        HttpServletDualTransportProvider.builder()
            .contextExtractor(ServletProvider::headers)
            .build();
    return new ServletProvider(
        provider, EverythingFeatures.build(McpServer.async(new StreamableSessions(provider))));
  }

  private static ServletProvider sdkSse() {
    HttpServletSseServerTransportProvider provider =
        HttpServletSseServerTransportProvider.builder()
            .sseEndpoint("/sse")
            .messageEndpoint("/mcp/message")
            .securityValidator(localOnly())
            .contextExtractor(ServletProvider::headers)
            .build();
    return new ServletProvider(
        provider, EverythingFeatures.build(McpServer.async(new SseSessions(provider))));
  }

  private static ServletProvider sdkStreamable() {
    HttpServletStreamableServerTransportProvider provider =
        HttpServletStreamableServerTransportProvider.builder()
            .mcpEndpoint("/mcp")
            .securityValidator(localOnly())
            .contextExtractor(ServletProvider::headers)
            .build();
    return new ServletProvider(
        provider, EverythingFeatures.build(McpServer.async(new StreamableSessions(provider))));
  }

  /** The SDK checks neither Origin nor Host unless told to; this is what its own fixture sets. */
  private static ServerTransportSecurityValidator localOnly() {
    return DefaultServerTransportSecurityValidator.builder()
        .allowedOrigin("http://localhost:*")
        .allowedOrigin("http://127.0.0.1:*")
        .allowedHost("localhost:*")
        .allowedHost("127.0.0.1:*")
        .build();
  }

  private static McpTransportContext headers(HttpServletRequest request) {
    Map<String, String> headers = new TreeMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(
          name.toLowerCase(Locale.ROOT),
          String.join(", ", Collections.list(request.getHeaders(name))));
    }
    return McpTransportContext.create(Map.of(EverythingFeatures.HEADERS, headers));
  }
}
