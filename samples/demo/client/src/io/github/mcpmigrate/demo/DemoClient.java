package io.github.mcpmigrate.demo;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What both clients do. Each step prints {@code step<TAB>what was seen}; a step that fails ends the
 * program. Between steps the client waits for a line on its input, so that two of them keep step.
 */
final class DemoClient {

  private final String name;
  private final BufferedReader commands =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private final BlockingQueue<Double> progress = new LinkedBlockingQueue<>();
  private final CountDownLatch toolsChanged = new CountDownLatch(1);
  private volatile List<Tool> changedTools = List.of();

  DemoClient(String name) {
    this.name = name;
  }

  void run(McpClientTransport transport) throws IOException, InterruptedException {
    McpSyncClient client =
        McpClient.sync(transport)
            .capabilities(ClientCapabilities.builder().sampling().build())
            .sampling(
                request -> CreateMessageResult.builder().message("written by " + name).build())
            .progressConsumer(
                notification -> {
                  // The sample tells every client of every import; this one's has this name.
                  if (name.equals(notification.progressToken())) {
                    progress.add(notification.progress());
                  }
                })
            .toolsChangeConsumer(
                tools -> {
                  changedTools = tools;
                  toolsChanged.countDown();
                })
            .build();
    say("initialize", "protocol " + client.initialize().protocolVersion());
    commands.readLine();
    say("list", client.listTools().tools().size() + " tools");
    say("call", call(client, "add_note", Map.of("text", "from " + name)));
    String imported =
        call(
            client,
            "import_notes",
            Map.of("texts", List.of("a", "b", "c"), "progressToken", name));
    say("progress", imported + ", told " + next() + " " + next() + " " + next());
    say("server-to-client request", call(client, "summarize", Map.of()));
    String command = commands.readLine();
    if ("enable".equals(command)) {
      call(client, "enable_extra", Map.of());
    }
    if (!toolsChanged.await(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("no notification that the tools have changed");
    }
    say("notification", "tools changed, now " + changedTools.size());
    client.closeGracefully();
  }

  private double next() throws InterruptedException {
    Double step = progress.poll(10, TimeUnit.SECONDS);
    if (step == null) {
      throw new IllegalStateException("no progress within 10 s");
    }
    return step;
  }

  private static String call(McpSyncClient client, String tool, Map<String, Object> arguments) {
    TextContent text =
        (TextContent) client.callTool(new CallToolRequest(tool, arguments)).content().get(0);
    return text.text();
  }

  private static void say(String step, String seen) {
    System.out.println(step + "\t" + seen.replace('\n', ' '));
    System.out.flush();
  }
}
