package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class ToolConstructorToBuilderTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new ToolConstructorToBuilder())
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY));
  }

  @DocumentExample
  @Test
  void schemaAsText() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema.Tool;

            class Tools {
                Tool add(String schema) {
                    return new Tool("add", "Adds", schema);
                }
            }
            """,
            """
            import io.modelcontextprotocol.json.McpJsonDefaults;
            import io.modelcontextprotocol.spec.McpSchema.Tool;

            class Tools {
                Tool add(String schema) {
                    return Tool.builder()
                            .name("add")
                            .description("Adds")
                            .inputSchema(McpJsonDefaults.getMapper(), schema)
                            .build();
                }
            }
            """));
  }

  @Test
  void schemaAsObject() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema;

            class Tools {
                McpSchema.Tool add(McpSchema.JsonSchema schema) {
                    return new McpSchema.Tool("add", null, schema);
                }
            }
            """,
            """
            import io.modelcontextprotocol.spec.McpSchema;

            class Tools {
                McpSchema.Tool add(McpSchema.JsonSchema schema) {
                    return McpSchema.Tool.builder()
                            .name("add")
                            .inputSchema(schema)
                            .build();
                }
            }
            """));
  }

  @Test
  void textBlockKeepsItsText() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema.Tool;

            class Tools {
                Tool add = new Tool("add", "Adds", \"""
                    {
                      "type": "object"
                    }
                    \""");
            }
            """,
            """
            import io.modelcontextprotocol.json.McpJsonDefaults;
            import io.modelcontextprotocol.spec.McpSchema.Tool;

            class Tools {
                Tool add = Tool.builder()
                        .name("add")
                        .description("Adds")
                        .inputSchema(McpJsonDefaults.getMapper(), \"""
                                {
                                  "type": "object"
                                }
                                \""")
                        .build();
            }
            """));
  }

  @Test
  void doesNotTouchBuilders() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema.Tool;

            class Tools {
                Tool add = Tool.builder().name("add").build();
            }
            """));
  }

  @Test
  void doesNotTouchTheConstructorOfAllParts() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
        java(
            """
            import io.modelcontextprotocol.spec.McpSchema.Tool;

            class Tools {
                Tool add = new Tool("add", "Add", "Adds", null, null, null, null);
            }
            """));
  }

  @Test
  void doesNotTouchOtherTools() {
    rewriteRun(
        java(
            """
            class Tools {
                record Tool(String name, String description, String schema) {}

                Tool add = new Tool("add", "Adds", "{}");
            }
            """));
  }
}
