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
                    package org.springframework.ai.transformer.splitter;

                    public class TokenTextSplitter {
                        public TokenTextSplitter() {}
                        public TokenTextSplitter(int size, int minimum, int embedded, int number, boolean separator) {}
                    }
                    """,
                    """
                    package org.springframework.ai.vectorstore;

                    public interface VectorStore {}
                    """,
                    """
                    package org.springframework.ai.chat.client.advisor.vectorstore;

                    import org.springframework.ai.vectorstore.VectorStore;

                    public class QuestionAnswerAdvisor {
                        public QuestionAnswerAdvisor(VectorStore store) {}
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
  void constructorsThatAreGone() {
    rewriteRun(
        java(
            """
            import java.util.Map;
            import org.springframework.ai.chat.client.advisor.vectorstore.QuestionAnswerAdvisor;
            import org.springframework.ai.chat.messages.AssistantMessage;
            import org.springframework.ai.transformer.splitter.TokenTextSplitter;
            import org.springframework.ai.vectorstore.VectorStore;

            class Documents {
                Object split(VectorStore store, int size) {
                    use(new QuestionAnswerAdvisor(store), new AssistantMessage("text", Map.of("a", 1)));
                    TokenTextSplitter splitter = new TokenTextSplitter(size, 50, 10, 10000, true);
                    return splitter;
                }

                void use(Object advisor, Object message) {
                }
            }
            """,
            """
            import java.util.Map;
            import org.springframework.ai.chat.client.advisor.vectorstore.QuestionAnswerAdvisor;
            import org.springframework.ai.chat.messages.AssistantMessage;
            import org.springframework.ai.transformer.splitter.TokenTextSplitter;
            import org.springframework.ai.vectorstore.VectorStore;

            class Documents {
                Object split(VectorStore store, int size) {
                    use(QuestionAnswerAdvisor.builder(store).build(), AssistantMessage.builder()
                            .content("text")
                            .properties(Map.of("a", 1))
                            .build());
                    TokenTextSplitter splitter = TokenTextSplitter.builder()
                            .withChunkSize(size)
                            .withMinChunkSizeChars(50)
                            .withMinChunkLengthToEmbed(10)
                            .withMaxNumChunks(10000)
                            .withKeepSeparator(true)
                            .build();
                    return splitter;
                }

                void use(Object advisor, Object message) {
                }
            }
            """));
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
    void onConstructorsThatAreGivenNull() {
      rewriteRun(
          java(
              """
              import org.springframework.ai.chat.messages.AssistantMessage;

              class Messages {
                  Object one = new AssistantMessage("one", null);
              }
              """,
              """
              import org.springframework.ai.chat.messages.AssistantMessage;

              class Messages {
                  // TODO mcp-migrate: Spring AI 1.1 has AssistantMessage.builder() in place of this constructor
                  Object one = new AssistantMessage("one", null);
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
