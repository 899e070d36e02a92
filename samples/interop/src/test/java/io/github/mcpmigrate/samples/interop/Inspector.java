package io.github.mcpmigrate.samples.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mcpmigrate.samples.interop.node.NodeTools;
import io.github.mcpmigrate.samples.interop.node.ProcessLimit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command line of the MCP Inspector: a process and a session for each step. */
final class Inspector {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** It looks for its own name from here. */
  private static final String FOLDER = "node_modules/@modelcontextprotocol/inspector-cli/build";

  private final ServerProcess server;
  private final Transport transport;
  private final Map<String, JsonNode> steps = new LinkedHashMap<>();

  private Inspector(ServerProcess server, Transport transport) {
    this.server = server;
    this.transport = transport;
  }

  /** Goes through what a command can do; returns what came out, by step. */
  static Map<String, JsonNode> run(ServerProcess server, Transport transport)
      throws IOException, InterruptedException {
    Inspector inspector = new Inspector(server, transport);
    inspector.toolNames();
    inspector.tool("echo", "echo", "message=grüße ☃");
    inspector.tool("headers", "headers");
    inspector.tool("error result", "test_error_handling");
    inspector.steps.put("resources/read", inspector.command("resources/read", "--uri", "x://a"));
    inspector.steps.put(
        "prompts/get",
        inspector.command(
            "prompts/get",
            "--prompt-name",
            "test_prompt_with_arguments",
            "--prompt-args",
            "arg1=one",
            "arg2=two"));
    return inspector.steps;
  }

  private void toolNames() throws IOException, InterruptedException {
    ObjectNode result = JSON.createObjectNode();
    command("tools/list").path("tools").forEach(t -> result.withArray("names").add(t.get("name")));
    steps.put("tools/list", result);
  }

  private void tool(String step, String tool, String... arguments)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(List.of("--tool-name", tool));
    if (arguments.length > 0) {
      options.add("--tool-arg");
      options.addAll(List.of(arguments));
    }
    JsonNode answer = command("tools/call", options.toArray(String[]::new));
    ObjectNode result = JSON.createObjectNode();
    result.set("text", answer.at("/content/0/text"));
    result.put("isError", answer.path("isError").asBoolean());
    steps.put(step, result);
  }

  @SuppressWarnings("try") // The limit works by being there.
  private JsonNode command(String method, String... options)
      throws IOException, InterruptedException {
    NodeTools tools = NodeTools.installed();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                server.endpoint(transport).toString(),
                "--transport",
                transport == Transport.SSE ? "sse" : "http",
                "--header",
                "X-Probe: " + transport.driverName(),
                "--method",
                method));
    arguments.addAll(List.of(options));
    Path errors = Files.createTempFile(tools.folder(), "inspector-", ".log");
    Process process =
        tools
            .script("index.js", arguments.toArray(String[]::new))
            .directory(tools.folder().resolve(FOLDER).toFile())
            .redirectError(errors.toFile())
            .start();
    try (ProcessLimit limit = ProcessLimit.of(process)) {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(
            "The Inspector failed at %s: %s".formatted(method, Files.readString(errors)));
      }
      return JSON.readTree(output);
    }
  }
}
