package io.github.mcpmigrate.recipes.clientconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.test.SourceSpecs.text;

import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** What documentation shows of the project's own servers, and what it tells of others. */
class MarkdownMoveTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new ClientConfigToStreamable(null, null, null));
  }

  private static SourceSpecs server(String... properties) {
    return properties(
        "spring.ai.mcp.server.name=notes\n" + String.join("\n", properties),
        file -> file.path("src/main/resources/application.properties"));
  }

  private static SourceSpecs readme(String before) {
    return text(before, file -> file.path("README.md"));
  }

  private static SourceSpecs readme(String before, String after) {
    return text(before, after, file -> file.path("README.md"));
  }

  private static void says(RecipeSpec spec, String... rows) {
    spec.dataTable(
        Row.class,
        found ->
            assertThat(found)
                .extracting(
                    row ->
                        row.getLine()
                            + ":"
                            + row.getColumn()
                            + " "
                            + row.getAction()
                            + " "
                            + row.getReason())
                .containsExactly(rows));
  }

  private static void leaves(RecipeSpec spec, String part) {
    spec.dataTable(
        Row.class,
        found ->
            assertThat(found)
                .singleElement()
                .satisfies(
                    row -> {
                      assertThat(row.getAction()).isEqualTo("manual");
                      assertThat(row.getReason()).contains(part);
                      assertThat(row.getShape()).isEqualTo("documentation");
                      assertThat(row.getDocumentation()).isEqualTo("docs/findings/markdown.md");
                    }));
  }

  private static void saysNothing(RecipeSpec spec) {
    spec.afterRecipe(run -> assertThat(run.getDataTableRows(LegacySseUses.class)).isEmpty());
  }

  @DocumentExample
  @Test
  void aReadme() {
    rewriteRun(
        spec ->
            says(
                spec,
                "3:19 changed becomes http://localhost:8080/mcp",
                "8:40 changed becomes http://localhost:8080/mcp",
                "8:24 changed becomes http"),
        server(),
        readme(
            """
            # Notes

            The server is at `http://localhost:8080/sse`. For Claude Code, in `.mcp.json`:

            ```json
            {
              "mcpServers": {
                "notes": { "type": "sse",   "url": "http://localhost:8080/sse" }
              }
            }
            ```

            Done.
            """,
            """
            # Notes

            The server is at `http://localhost:8080/mcp`. For Claude Code, in `.mcp.json`:

            ```json
            {
              "mcpServers": {
                "notes": { "type": "http",   "url": "http://localhost:8080/mcp" }
              }
            }
            ```

            Done.
            """));
  }

  /** The file that the integration tests compare, too. */
  @ParameterizedTest
  @CsvSource({"streamable, after", "dual, after-dual"})
  void theSample(String servers, String state) throws IOException {
    Path sample = Path.of("../samples/spring-ai-webmvc");
    rewriteRun(
        spec -> spec.recipe(new ClientConfigToStreamable(null, null, servers)),
        properties(
            Files.readString(sample.resolve("before/src/main/resources/application.properties")),
            file -> file.path("src/main/resources/application.properties")),
        readme(
            Files.readString(sample.resolve("before/README.md")),
            Files.readString(sample.resolve(state + "/README.md"))));
  }

  @ParameterizedTest
  @CsvSource({
    "Put this into `.vscode/mcp.json`, servers, http",
    "For VS Code, servers, http",
    "## Visual Studio Code, servers, http",
    "Cline has cline_mcp_settings.json, mcpServers, streamableHttp",
    "With Roo Code, mcpServers, streamable-http",
    "### Gemini CLI (`~/.gemini/settings.json`), mcpServers, http",
  })
  void theWordsOfTheClientThatIsNamed(String before, String container, String type) {
    String readme =
        """
        %s:

        ~~~json
        { "%s": { "notes": { "type": "%s", "url": "http://localhost:8080/%s" } } }
        ~~~
        """;
    rewriteRun(
        server(),
        readme(
            readme.formatted(before, container, "sse", "sse"),
            readme.formatted(before, container, type, "mcp")));
  }

  @Test
  void yamlOfAClientInAList() {
    rewriteRun(
        server(),
        readme(
            """
            - LibreChat reads `librechat.yaml`:
              ```yaml
              mcpServers:
                notes:
                  type: sse # for now
                  url: http://localhost:8080/sse
              ```
            """,
            """
            - LibreChat reads `librechat.yaml`:
              ```yaml
              mcpServers:
                notes:
                  type: streamable-http # for now
                  url: http://localhost:8080/mcp
              ```
            """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "claude mcp add --transport sse notes http://localhost:8080/sse; claude mcp add --transport http notes http://localhost:8080/mcp",
        "gemini mcp add --transport sse notes http://localhost:8080/sse; gemini mcp add --transport http notes http://localhost:8080/mcp",
        "npx mcp-remote http://localhost:8080/sse --transport sse-only; npx mcp-remote http://localhost:8080/mcp --transport http-only",
        "npx -y mcp-remote http://localhost:8080/sse; npx -y mcp-remote http://localhost:8080/mcp",
        "open http://127.0.0.1:8080/sse; open http://127.0.0.1:8080/mcp",
        "listening on http://localhost:8080/sse.; listening on http://localhost:8080/mcp.",
      })
  void commandsAndWhatTheySay(String before, String after) {
    rewriteRun(server(), readme("```sh\n" + before + "\n```\n", "```sh\n" + after + "\n```\n"));
  }

  @Test
  void aRowForEachWord() {
    rewriteRun(
        spec ->
            says(
                spec,
                "1:29 changed becomes http",
                "1:39 changed becomes http://localhost:8080/mcp"),
        server(),
        readme(
            "`claude mcp add --transport sse notes http://localhost:8080/sse`\n",
            "`claude mcp add --transport http notes http://localhost:8080/mcp`\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Connect to <http://localhost:8080/sse>. | Connect to <http://localhost:8080/mcp>.",
        "See [the endpoint](http://localhost:8080/sse). | See [the endpoint](http://localhost:8080/mcp).",
        "In a container, http://notes:8080/sse! | In a container, http://notes:8080/mcp!",
      })
  void whatIsRead(String before, String after) {
    rewriteRun(server(), readme(before + "\n", after + "\n"));
    rewriteRun(
        spec -> spec.recipe(new ClientConfigToStreamable(null, null, "dual")),
        server(),
        text(before + "\r\n", after + "\r\n", file -> file.path("docs/use.adoc")));
  }

  @Nested
  class DoesNotTouch {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Over SSE at http://localhost:8080/sse. | this speaks of HTTP+SSE: rewrite it, with http://localhost:8080/mcp",
          "Try `curl -N http://localhost:8080/sse` | a GET shows nothing of Streamable HTTP; write: curl -fsS -X POST http://localhost:8080/mcp -H",
          "The events are at `/sse`. | is no longer served: Streamable HTTP is at /mcp",
          "POST to /mcp/message | is no longer served: messages go to the MCP endpoint",
          "POST http://localhost:8080/mcp/message?sessionId=1 | is no longer served: messages go to the MCP endpoint",
          "Open http://localhost:6274/?transport=sse&serverUrl=http://localhost:8080/sse | this speaks of HTTP+SSE",
        })
    void whatSpeaksOfHttpSse(String line, String part) {
      rewriteRun(
          spec -> leaves(spec, part),
          server(line.contains("6274") ? "server.port=8080" : ""),
          readme(line + "\n"));
    }

    @Test
    void codeThatIsShown() {
      rewriteRun(
          spec -> leaves(spec, "code and configuration are not edited here"),
          server(),
          readme(
              """
              ```java
              var transport = HttpClientTransport.of("http://localhost:8080/sse");
              ```
              """));
    }

    @Test
    void aCommandThatGoesOn() {
      rewriteRun(
          spec -> leaves(spec, "a GET shows nothing of Streamable HTTP"),
          server(),
          readme("```sh\ncurl -N \\\n  http://localhost:8080/sse\n```\n"));
    }

    @Test
    void aSnippetOfNobodyKnowsWhichClient() {
      rewriteRun(
          spec ->
              says(
                  spec,
                  "5:7 manual nothing says which client this is for: it is http, streamable-http or streamableHttp, see docs/findings/client-config.md",
                  "6:15 manual code and configuration are not edited here: show what they are now, with http://localhost:8080/mcp"),
          server(),
          readme(
              """
              For Cursor or Claude Code:

              ```json
              { "mcpServers": { "notes": {
                    "type": "sse",
                    "url": "http://localhost:8080/sse"
                    ...
              } } }
              ```
              """));
    }

    @Test
    void pathsWhileBothAreServed() {
      rewriteRun(
          spec -> {
            spec.recipe(new ClientConfigToStreamable(null, null, "dual"));
            saysNothing(spec);
          },
          server(),
          readme("The events are at `/sse`, messages go to `/mcp/message`.\n"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://notes.example/sse is somebody else's",
          "a file /sse.txt, /sse-old, /var/sse/x and sse",
          "<!-- http://localhost:8080/sse -->",
          "the port http://localhost:8080/events",
        })
    void whatIsNothingOfThis(String line) {
      rewriteRun(MarkdownMoveTest::saysNothing, server(), readme(line + "\n"));
    }

    @Test
    void serversOfOthersInASnippet() {
      rewriteRun(
          MarkdownMoveTest::saysNothing,
          server(),
          readme(
              """
              Cursor:
              ```json
              { "mcpServers": { "other": { "url": "https://other.example/sse" } } }
              ```
              """));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "CHANGELOG.md",
          "docs/release-notes-1.md",
          "web/node_modules/a/README.md",
          "notes.txt"
        })
    void filesOfThePastAndOfOthers(String path) {
      rewriteRun(
          MarkdownMoveTest::saysNothing,
          server(),
          text("`http://localhost:8080/sse`\n", file -> file.path(path)));
    }

    @Test
    void aProjectWithoutSuchAServer() {
      rewriteRun(
          MarkdownMoveTest::saysNothing,
          server("spring.ai.mcp.server.protocol=STREAMABLE"),
          readme("`http://localhost:8080/sse`\n"));
    }

    @Test
    void anotherPort() {
      rewriteRun(
          spec -> leaves(spec, "no server of this project is known to be at this port"),
          server("server.port=9090"),
          readme("`http://localhost:8080/sse`\n"));
    }

    @Test
    void anythingWhileOnlyFinding() {
      rewriteRun(
          spec -> {
            spec.recipe(new FindClientConfig());
            says(spec, "1:2 changed becomes http://localhost:8080/mcp");
          },
          server(),
          readme("`http://localhost:8080/sse`\n"));
    }
  }
}
