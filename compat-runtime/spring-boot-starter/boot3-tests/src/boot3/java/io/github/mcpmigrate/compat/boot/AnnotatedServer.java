package io.github.mcpmigrate.compat.boot;

import java.util.List;
import org.springaicommunity.mcp.annotation.McpArg;
import org.springaicommunity.mcp.annotation.McpComplete;
import org.springaicommunity.mcp.annotation.McpPrompt;
import org.springaicommunity.mcp.annotation.McpResource;
import org.springaicommunity.mcp.annotation.McpTool;
import org.springaicommunity.mcp.annotation.McpToolParam;
import reactor.core.publisher.Mono;

/** A server as the annotations of Spring AI 1.1 make it. */
class AnnotatedServer {

  @McpTool(name = "annotated", description = "An annotated tool")
  public String annotated(@McpToolParam(description = "Who asks") String who) {
    return "annotated for " + who;
  }

  @McpTool(name = "annotated-async", description = "An annotated tool of an asynchronous server")
  public Mono<String> annotatedAsync() {
    return Mono.just("annotated, later");
  }

  @McpPrompt(name = "greeting", description = "Greets")
  public String greeting(@McpArg(name = "name", required = true) String name) {
    return "Greet " + name;
  }

  @McpResource(uri = "notes://first", name = "first", description = "The first note")
  public String first() {
    return "the first note";
  }

  @McpComplete(prompt = "greeting")
  public List<String> names(String prefix) {
    return List.of(prefix + "lice", prefix + "nna");
  }
}
