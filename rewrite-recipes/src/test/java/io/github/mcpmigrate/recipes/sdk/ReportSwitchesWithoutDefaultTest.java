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
class ReportSwitchesWithoutDefaultTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new ReportSwitchesWithoutDefault())
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
                    // TODO mcp-migrate: since SDK 2.0 there may be other classes than those that this switch names: it needs a default
                    return switch (contents) {
                        case TextResourceContents text -> text.text();
                        case BlobResourceContents blob -> blob.blob();
                    };
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
