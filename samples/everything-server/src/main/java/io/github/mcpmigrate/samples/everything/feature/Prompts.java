package io.github.mcpmigrate.samples.everything.feature;

import io.modelcontextprotocol.server.McpServerFeatures.AsyncCompletionSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncPromptSpecification;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult.CompleteCompletion;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The prompts of the conformance suite, and the completion of an argument of one. */
final class Prompts {

  private static final String WITH_ARGUMENTS = "test_prompt_with_arguments";
  private static final List<String> COMPLETIONS = List.of("paris", "park", "party");

  private Prompts() {}

  static List<AsyncPromptSpecification> all() {
    return List.of(
        prompt(
            "test_simple_prompt",
            List.of(),
            arguments -> List.of(new TextContent("This is a simple prompt for testing."))),
        prompt(
            WITH_ARGUMENTS,
            List.of("arg1", "arg2"),
            arguments ->
                List.of(
                    new TextContent(
                        "Prompt with arguments: arg1='%s', arg2='%s'"
                            .formatted(arguments.get("arg1"), arguments.get("arg2"))))),
        prompt(
            "test_prompt_with_embedded_resource",
            List.of("resourceUri"),
            arguments ->
                List.of(
                    Fixtures.resource(
                        String.valueOf(arguments.get("resourceUri")),
                        "text/plain",
                        "Embedded resource content for testing."),
                    new TextContent("Please process the embedded resource above."))),
        prompt(
            "test_prompt_with_image",
            List.of(),
            arguments ->
                List.of(Fixtures.image(), new TextContent("Please analyze the image above."))));
  }

  static List<AsyncCompletionSpecification> completions() {
    return List.of(
        new AsyncCompletionSpecification(
            new PromptReference(WITH_ARGUMENTS),
            (exchange, request) -> Mono.just(complete(request.argument().value()))));
  }

  private static CompleteResult complete(String begun) {
    List<String> values = COMPLETIONS.stream().filter(value -> value.startsWith(begun)).toList();
    return new CompleteResult(new CompleteCompletion(values, values.size(), false));
  }

  private static AsyncPromptSpecification prompt(
      String name, List<String> arguments, Function<Map<String, Object>, List<Content>> content) {
    List<PromptArgument> declared =
        arguments.stream()
            .map(argument -> new PromptArgument(argument, "Test argument " + argument, true))
            .toList();
    return new AsyncPromptSpecification(
        new Prompt(name, "Prompt " + name, declared),
        (exchange, request) -> {
          Map<String, Object> given = request.arguments() == null ? Map.of() : request.arguments();
          return Mono.just(
              new GetPromptResult(
                  null,
                  content.apply(given).stream()
                      .map(part -> new PromptMessage(Role.USER, part))
                      .toList()));
        });
  }
}
