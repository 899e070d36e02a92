package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.Tree;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.style.ImportLayoutStyle;
import org.openrewrite.style.NamedStyles;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** Imports in files whose layout is not what OpenRewrite has found in most files of a module. */
class TidyImportsTest implements RewriteTest {

  /** As of the module in spring-ai-examples where an import has cost a file its empty line. */
  private static final NamedStyles DETECTED =
      new NamedStyles(
          Tree.randomId(),
          "detected",
          "Detected",
          "The style of most files.",
          Set.of(),
          List.of(
              ImportLayoutStyle.builder()
                  .importAllOthers()
                  .blankLine()
                  .importPackage("org.springframework.*")
                  .blankLine()
                  .importStaticAllOthers()
                  .build()));

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(
            new AddDefaultMapperArgument(
                "io.modelcontextprotocol.client.transport.StdioClientTransport"
                    + " <constructor>(io.modelcontextprotocol.client.transport.ServerParameters)",
                1))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY).styles(List.of(DETECTED)));
  }

  private static String client(String imports) {
    return """
    /* The license. */
    package com.example;
    %s
    class Client {
        File folder;
        Object transport = new StdioClientTransport(ServerParameters.builder("java").build());
    }
    """
        .formatted(imports);
  }

  private static String moved(String imports) {
    return client(imports).replace(".build());", ".build(), McpJsonDefaults.getMapper());");
  }

  private static final String OTHERS =
      """
      import io.modelcontextprotocol.client.transport.ServerParameters;
      import io.modelcontextprotocol.client.transport.StdioClientTransport;
      """;

  private static final String MAPPER = "import io.modelcontextprotocol.json.McpJsonDefaults;\n";

  @Test
  void goBesideThoseOfTheirProject() {
    rewriteRun(
        java(
            client("\nimport java.io.File;\n\n" + OTHERS),
            moved("\nimport java.io.File;\n\n" + OTHERS + MAPPER)));
  }

  @Test
  void goBeforeThoseThatFollowThem() {
    String spec = "import io.modelcontextprotocol.spec.*;\n";
    rewriteRun(
        java(
            client("\nimport java.io.File;\n\n" + spec + "\n" + OTHERS),
            moved("\nimport java.io.File;\n\n" + MAPPER + spec + "\n" + OTHERS)));
  }

  @Nested
  class StayWhereTheyAre {

    @Test
    void inALayoutThatOpenRewriteKeeps() {
      rewriteRun(
          java(
              client("\n" + OTHERS + "import java.io.File;\n"),
              moved("\n" + OTHERS + MAPPER + "import java.io.File;\n")));
    }

    @Test
    void withoutAnEmptyLineToLose() {
      rewriteRun(
          java(
              client("import java.io.File;\n\n" + OTHERS),
              moved(MAPPER + "import java.io.File;\n\n" + OTHERS)));
    }
  }
}
