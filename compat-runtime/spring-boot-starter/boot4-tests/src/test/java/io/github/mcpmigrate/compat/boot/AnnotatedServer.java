package io.github.mcpmigrate.compat.boot;

import java.util.List;
import org.springframework.ai.mcp.annotation.McpArg;
import org.springframework.ai.mcp.annotation.McpComplete;
import org.springframework.ai.mcp.annotation.McpPrompt;
import org.springframework.ai.mcp.annotation.McpResource;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpToolParam;
import reactor.core.publisher.Mono;

/** A server as the annotations of Spring AI 2.0 make it. */
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
