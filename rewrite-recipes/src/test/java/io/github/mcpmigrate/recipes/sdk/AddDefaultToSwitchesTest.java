package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/**
 * Pattern switches are read by OpenRewrite's parsers for Java 21 and newer, which run there only.
 */
@EnabledForJreRange(min = JRE.JAVA_21)
class AddDefaultToSwitchesTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new AddDefaultToSwitches())
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("1.1")));
  }

  @Test
  void anExpressionThatNamesEveryClass() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
            import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
            import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;

            class Reader {
                String read(ResourceContents contents) {
                    return switch (contents) {
                        case TextResourceContents text -> text.text();
                        case BlobResourceContents blob -> blob.blob();
                    };
                }
            }
            """,
            """
            import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
            import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
            import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;

            class Reader {
                String read(ResourceContents contents) {
                    return switch (contents) {
                        case TextResourceContents text -> text.text();
                        case BlobResourceContents blob -> blob.blob();
                        default -> throw new IllegalStateException("Unexpected value: " + contents);
                    };
                }
            }
            """));
  }

  @Test
  void aStatementOverACall() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
            import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
            import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;

            class Reader {
                void read(EmbeddedResource resource) {
                    switch (resource.resource()) {
                        case TextResourceContents text:
                            System.out.println(text.text());
                            break;
                        // Never sent so far
                        case BlobResourceContents blob:
                            break;
                    }
                }
            }
            """,
            """
            import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
            import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
            import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;

            class Reader {
                void read(EmbeddedResource resource) {
                    switch (resource.resource()) {
                        case TextResourceContents text:
                            System.out.println(text.text());
                            break;
                        // Never sent so far
                        case BlobResourceContents blob:
                            break;
                        default: throw new IllegalStateException("Unexpected value");
                    }
                }
            }
            """));
  }

  @Test
  void doesNotTouchASwitchWithADefault() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
            import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;

            class Reader {
                String read(ResourceContents contents) {
                    return switch (contents) {
                        case TextResourceContents text -> text.text();
                        default -> "";
                    };
                }

                String other(ResourceContents contents) {
                    return switch (contents) {
                        case TextResourceContents text -> text.text();
                        case ResourceContents any -> any.uri();
                    };
                }
            }
            """));
  }

  @Test
  void doesNotTouchASwitchOverSomethingElse() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema.ResourceContents;

            class Reader {
                sealed interface Own permits A, B {}
                record A() implements Own {}
                record B() implements Own {}

                String read(Own own, ResourceContents contents) {
                    return switch (own) {
                        case A a -> "a";
                        case B b -> contents.uri();
                    };
                }
            }
            """));
  }
}
