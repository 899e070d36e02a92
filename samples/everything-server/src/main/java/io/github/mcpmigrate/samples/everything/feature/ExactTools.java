package io.github.mcpmigrate.samples.everything.feature;

import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.NO_ARGUMENTS;
import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.argument;
import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.async;
import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.blocking;
import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.error;
import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.schema;
import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.text;

import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.LoggingMessageNotification;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Tools whose answer is known to the letter; the README lists them. */
final class ExactTools {

  private static final Duration PROGRESS_STEP = Duration.ofMillis(60);
  private static final Duration SLOW = Duration.ofSeconds(3);

  private ExactTools() {}

  static List<AsyncToolSpecification> all() {
    return List.of(
        async(
            "echo",
            "Says it again",
            schema("message:string"),
            request -> Mono.just(text("Echo: " + argument(request, "message")))),
        blocking("who", "Names the client", NO_ARGUMENTS, ExactTools::who),
        blocking("headers", "Shows the headers of the request", NO_ARGUMENTS, ExactTools::headers),
        blocking("progress", "Reports progress three times", NO_ARGUMENTS, ExactTools::progress),
        blocking(
            "sample",
            "Asks the client for a completion",
            NO_ARGUMENTS,
            (client, request) ->
                answerOrRefusal(() -> "sampled " + ClientRequests.sample(client, "Say something"))),
        blocking(
            "elicit",
            "Asks the user for a name",
            NO_ARGUMENTS,
            (client, request) ->
                answerOrRefusal(
                    () ->
                        "elicited "
                            + ClientRequests.action(
                                ClientRequests.elicit(
                                    client, "What is your name?", schema("name:string"))))),
        blocking(
            "roots",
            "Counts the roots of the client",
            NO_ARGUMENTS,
            (client, request) ->
                answerOrRefusal(() -> "roots " + client.listRoots().roots().size())),
        blocking("log", "Logs to the caller", schema("message:string"), ExactTools::log),
        blocking("slow", "Works for 3 s", schema("message:string"), ExactTools::slow),
        async("sleep", "Answers later", schema("millis:integer"), ExactTools::sleep));
  }

  private static CallToolResult who(McpSyncServerExchange client, CallToolRequest request) {
    return text(
        "client="
            + client.getClientInfo().name()
            + " caps="
            + Json.write(client.getClientCapabilities()));
  }

  private static CallToolResult headers(McpSyncServerExchange client, CallToolRequest request) {
    return text(Json.write(client.transportContext().get(EverythingFeatures.HEADERS)));
  }

  private static CallToolResult progress(McpSyncServerExchange client, CallToolRequest request)
      throws InterruptedException {
    Object token = request.progressToken();
    if (token == null) {
      return text("progress done tok=false");
    }
    for (int step = 1; step <= 3; step++) {
      if (step > 1) {
        Thread.sleep(PROGRESS_STEP.toMillis());
      }
      client.progressNotification(new ProgressNotification(token, step, 3.0, null));
    }
    return text("progress done tok=true");
  }

  private static CallToolResult log(McpSyncServerExchange client, CallToolRequest request) {
    client.loggingNotification(
        LoggingMessageNotification.builder()
            .level(LoggingLevel.ERROR)
            .logger("everything")
            .data("private-" + argument(request, "message"))
            .build());
    return text("logged");
  }

  private static CallToolResult slow(McpSyncServerExchange client, CallToolRequest request) {
    String message = argument(request, "message");
    System.out.println("slow-start " + message);
    try {
      Thread.sleep(SLOW.toMillis());
    } catch (InterruptedException e) {
      // Nobody waits for the answer of a cancelled call.
      System.out.println("slow-aborted " + message);
      return error("cancelled");
    }
    System.out.println("slow-end " + message);
    return text("slow");
  }

  private static Mono<CallToolResult> sleep(CallToolRequest request) {
    long millis = Long.parseLong(argument(request, "millis"));
    return Mono.delay(Duration.ofMillis(millis)).map(tick -> text("slept " + millis));
  }

  /** The SDK tells a refusal, an error answer and a time-out by exceptions of several types. */
  private static CallToolResult answerOrRefusal(Supplier<String> question) {
    try {
      return text(question.get());
    } catch (RuntimeException e) {
      return error("ERR " + e.getMessage());
    }
  }
}
