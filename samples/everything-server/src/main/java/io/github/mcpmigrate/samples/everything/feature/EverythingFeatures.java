package io.github.mcpmigrate.samples.everything.feature;

import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Puts every feature on a server. */
public final class EverythingFeatures {

  /**
   * Key of the transport context under which a context extractor leaves the headers of the request:
   * a {@code Map<String, String>} with names in lower case.
   */
  public static final String HEADERS = "headers";

  /** How long a tool waits for the client's answer. */
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

  private EverythingFeatures() {}

  /** Builds the server. */
  public static McpAsyncServer build(McpServer.AsyncSpecification<?> server) {
    List<AsyncToolSpecification> tools = new ArrayList<>();
    tools.addAll(ConformanceTools.all());
    tools.addAll(ConformanceClientTools.all());
    tools.addAll(ExactTools.all());
    return server
        .serverInfo("everything-server", "1.0.0")
        .requestTimeout(REQUEST_TIMEOUT)
        .capabilities(
            ServerCapabilities.builder()
                .tools(true)
                .resources(true, true)
                .prompts(true)
                .completions()
                .logging()
                .build())
        .tools(tools)
        .resources(Resources.all())
        .resourceTemplates(Resources.templates())
        .prompts(Prompts.all())
        .completions(Prompts.completions())
        .build();
  }
}
