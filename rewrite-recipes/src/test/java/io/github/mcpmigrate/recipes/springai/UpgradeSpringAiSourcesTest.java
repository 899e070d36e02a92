package io.github.mcpmigrate.recipes.springai;

import static io.github.mcpmigrate.recipes.springai.SpringAiProject.SERVER;
import static io.github.mcpmigrate.recipes.springai.SpringAiProject.manual;
import static io.github.mcpmigrate.recipes.springai.SpringAiProject.pom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainJava;
import static org.openrewrite.maven.Assertions.pomXml;

import io.github.mcpmigrate.recipes.build.SpringAiVersion;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class UpgradeSpringAiSourcesTest implements RewriteTest {

  private static final String CHATS =
      """
      import org.springframework.ai.ollama.api.OllamaOptions;

      class Chats {
          Object options(String model) {
              return OllamaOptions.builder()
                      .model(model)
                      .build();
          }
      }
      """;

  private static final String EMBEDDINGS =
      """
      import org.springframework.ai.embedding.EmbeddingModel;
      import org.springframework.ai.ollama.api.OllamaOptions;

      class Embeddings {
          EmbeddingModel model;

          Object options() {
              %sreturn OllamaOptions.builder().build();
          }
      }
      """;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new UpgradeSpringAiSources())
        .parser(
            JavaParser.fromJavaVersion()
                .dependsOn(
                    """
                    package org.springframework.ai.ollama.api;

                    public class OllamaOptions {
                        public static Builder builder() { return null; }
                        public static class Builder {
                            public Builder model(String model) { return this; }
                            public OllamaOptions build() { return null; }
                        }
                    }
                    """,
                    """
                    package org.springframework.ai.embedding;

                    public interface EmbeddingModel {}
                    """,
                    """
                    package org.springframework.ai.chat.messages;

                    public class AssistantMessage {
                        public AssistantMessage(String text) {}
                        public AssistantMessage(String text, java.util.Map<String, Object> properties) {}
                    }
                    """,
                    """
                    package org.springframework.ai.openai.audio.speech;

                    public interface SpeechModel {}
                    """));
  }

  @DocumentExample
  @Test
  void optionsOfOllamaForChats() {
    rewriteRun(java(CHATS, CHATS.replace("OllamaOptions", "OllamaChatOptions")));
  }

  @Test
  void withSpringAiItself() {
    rewriteRun(
        spec -> spec.recipe(new UpgradeSpringAi()),
        mavenProject(
            "weather",
            pomXml(pom(SERVER, "1.0.3"), pom(SERVER, SpringAiVersion.FIRST_LINE)),
            srcMainJava(java(CHATS, CHATS.replace("OllamaOptions", "OllamaChatOptions")))));
  }

  @Nested
  class LeavesATodo {

    @Test
    void onOptionsOfOllamaThatMayBeForEmbeddings() {
      rewriteRun(
          manual(
              row -> {
                assertThat(row.getConstruct()).isEqualTo("OllamaOptions");
                assertThat(row.getLine()).isEqualTo(8);
                assertThat(row.getReason()).contains("OllamaEmbeddingOptions");
              }),
          java(
              EMBEDDINGS.formatted(""),
              EMBEDDINGS.formatted(
                  "// TODO mcp-migrate: Spring AI 1.1 has OllamaChatOptions and OllamaEmbeddingOptions in its place\n        ")));
    }

    @Test
    void onConstructorsThatAreGone() {
      rewriteRun(
          java(
              """
              import java.util.Map;
              import org.springframework.ai.chat.messages.AssistantMessage;

              class Messages {
                  Object one = new AssistantMessage("one");
                  Object two = new AssistantMessage("two", Map.of());
              }
              """,
              """
              import java.util.Map;
              import org.springframework.ai.chat.messages.AssistantMessage;

              class Messages {
                  Object one = new AssistantMessage("one");
                  // TODO mcp-migrate: Spring AI 1.1 has AssistantMessage.builder() in place of this constructor
                  Object two = new AssistantMessage("two", Map.of());
              }
              """));
    }

    @Test
    void onTypesThatAreGone() {
      rewriteRun(
          java(
              """
              import org.springframework.ai.openai.audio.speech.SpeechModel;

              class Voice {
                  SpeechModel model;
              }
              """,
              """
              import org.springframework.ai.openai.audio.speech.SpeechModel;

              class Voice {
                  // TODO mcp-migrate: Spring AI 1.1 has org.springframework.ai.audio.tts.TextToSpeechModel in its place
                  SpeechModel model;
              }
              """));
    }
  }

  @Nested
  class DoesNotTouch {

    @Test
    void buildsThatAreThere() {
      rewriteRun(
          spec -> spec.recipe(new UpgradeSpringAi()),
          mavenProject(
              "weather",
              pomXml(pom(SERVER, SpringAiVersion.FIRST_LINE)),
              srcMainJava(java(CHATS))));
    }

    @Test
    void classesOfTheSameName() {
      rewriteRun(
          java(
              """
              class Other {
                  static class OllamaOptions {}

                  Object options = new OllamaOptions();
              }
              """));
    }

    @Test
    void constructorsThatAreStillThere() {
      rewriteRun(
          java(
              """
              import org.springframework.ai.chat.messages.AssistantMessage;

              class Messages {
                  Object one = new AssistantMessage("one");
              }
              """));
    }

    @Test
    void aSecondTime() {
      rewriteRun(
          java(
              EMBEDDINGS.formatted(
                  "// TODO mcp-migrate: Spring AI 1.1 has OllamaChatOptions and OllamaEmbeddingOptions in its place\n        ")));
    }
  }
}
