package io.github.mcpmigrate.recipes.clientconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.json.Assertions.json;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.toml.Assertions.toml;
import static org.openrewrite.yaml.Assertions.yaml;

import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Row;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** The words of every client, for servers of this project and for others. */
class ClientConfigToStreamableTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new ClientConfigToStreamable(null, null, null));
  }

  /** A server on HTTP+SSE, at /sse. */
  private static SourceSpecs server() {
    return server("spring.ai.mcp.server.name=notes");
  }

  private static SourceSpecs server(String properties) {
    return properties(properties, file -> file.path("src/main/resources/application.properties"));
  }

  /** What the table says, a row each: its line, action and reason. */
  private static void says(RecipeSpec spec, String... rows) {
    spec.dataTable(
        Row.class,
        found ->
            assertThat(found)
                .extracting(row -> row.getLine() + " " + row.getAction() + " " + row.getReason())
                .containsExactly(rows));
  }

  @DocumentExample
  @Test
  void commentsAndLayoutStay() {
    rewriteRun(
        server(),
        json(
            """
            {
              // what we use every day
              "mcpServers": {
                "notes": { "type": "sse", "url": "http://localhost:8080/sse", "headers": {"X-Team": "a"} },
                "files": { "command": "npx", "args": ["-y", "files"] }
              }
            }
            """,
            """
            {
              // what we use every day
              "mcpServers": {
                "notes": { "type": "http", "url": "http://localhost:8080/mcp", "headers": {"X-Team": "a"} },
                "files": { "command": "npx", "args": ["-y", "files"] }
              }
            }
            """,
            file -> file.path(".mcp.json")));
  }

  @ParameterizedTest
  @CsvSource({
    ".mcp.json, mcpServers, http",
    ".claude.json, mcpServers, http",
    ".copilot/mcp-config.json, mcpServers, http",
    ".github/mcp.json, mcpServers, http",
    ".vscode/mcp.json, servers, http",
    "cline_mcp_settings.json, mcpServers, streamableHttp",
    ".roo/mcp.json, mcpServers, streamable-http",
    "mcp_settings.json, mcpServers, streamable-http",
    ".gemini/settings.json, mcpServers, http",
    ".amazonq/mcp.json, mcpServers, http",
  })
  void eachClientInItsOwnWords(String path, String container, String type) {
    rewriteRun(
        server(),
        json(
            """
            { "%s": { "notes": { "type": "sse", "url": "http://localhost:8080/sse" } } }
            """
                .formatted(container),
            """
            { "%s": { "notes": { "type": "%s", "url": "http://localhost:8080/mcp" } } }
            """
                .formatted(container, type),
            file -> file.path(path)));
  }

  @ParameterizedTest
  @CsvSource({
    ".cursor/mcp.json, mcpServers, url",
    ".codeium/windsurf/mcp_config.json, mcpServers, serverUrl",
    ".codeium/windsurf/mcp_config.json, mcpServers, url",
    ".kiro/settings/mcp.json, mcpServers, url",
    ".zed/settings.json, context_servers, url",
    ".gemini/settings.json, mcpServers, httpUrl",
    ".gemini/settings.json, mcpServers, url",
    ".vscode/mcp.json, servers, url",
  })
  void clientsThatFindTheTransportThemselves(String path, String container, String url) {
    rewriteRun(
        server(),
        json(
            """
            { "%s": { "notes": { "%s": "http://127.0.0.1:8080/sse" } } }
            """
                .formatted(container, url),
            """
            { "%s": { "notes": { "%s": "http://127.0.0.1:8080/mcp" } } }
            """
                .formatted(container, url),
            file -> file.path(path)));
  }

  @Test
  void clineTakesAnEntryWithoutATypeForHttpSse() {
    rewriteRun(
        server(),
        json(
            """
            {
              "mcpServers": {
                "notes": {
                  // here
                  "url": "http://localhost:8080/sse"
                },
                "old": {
                  "url": "http://localhost:8080/sse",
                  "transportType": "sse",
                  "disabled": false
                }
              }
            }
            """,
            """
            {
              "mcpServers": {
                "notes": {
                  // here
                  "url": "http://localhost:8080/mcp",
                  "type": "streamableHttp"
                },
                "old": {
                  "url": "http://localhost:8080/mcp",
                  "transportType": "http",
                  "disabled": false
                }
              }
            }
            """,
            file -> file.path("cline_mcp_settings.json")));
  }

  @Test
  void libreChat() {
    rewriteRun(
        server(),
        yaml(
            """
            mcpServers:
              notes:
                type: sse # for now
                url: http://localhost:8080/sse
              untyped:
                url: "http://localhost:8080/sse"
                timeout: 1000
            """,
            """
            mcpServers:
              notes:
                type: streamable-http # for now
                url: http://localhost:8080/mcp
              untyped:
                url: "http://localhost:8080/mcp"
                type: streamable-http
                timeout: 1000
            """,
            file -> file.path("librechat.yaml")));
  }

  @Test
  void continueHasAList() {
    rewriteRun(
        server(),
        yaml(
            """
            name: team
            mcpServers:
              - name: notes
                type: sse
                url: http://localhost:8080/sse
            """,
            """
            name: team
            mcpServers:
              - name: notes
                type: streamable-http
                url: http://localhost:8080/mcp
            """,
            file -> file.path(".continue/mcpServers/notes.yaml")));
  }

  @Test
  void goose() {
    rewriteRun(
        server(),
        yaml(
            """
            extensions:
              notes:
                enabled: true
                type: sse
                uri: http://localhost:8080/sse
            """,
            """
            extensions:
              notes:
                enabled: true
                type: streamable_http
                uri: http://localhost:8080/mcp
            """,
            file -> file.path(".config/goose/config.yaml")));
  }

  @Test
  void codex() {
    rewriteRun(
        server(),
        toml(
            """
            [mcp_servers.notes]
            url = "http://localhost:8080/sse" # here

            [mcp_servers.bridged]
            command = "npx"
            args = ["-y", "mcp-remote", "http://localhost:8080/sse", "--transport", "sse-only"]
            """,
            """
            [mcp_servers.notes]
            url = "http://localhost:8080/mcp" # here

            [mcp_servers.bridged]
            command = "npx"
            args = ["-y", "mcp-remote", "http://localhost:8080/mcp", "--transport", "http-only"]
            """,
            file -> file.path(".codex/config.toml")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"claude_desktop_config.json", ".cursor/mcp.json", ".kiro/settings/mcp.json"})
  void argumentsOfMcpRemote(String path) {
    rewriteRun(
        server(),
        json(
            """
            {"mcpServers": {"notes": {"command": "npx",
              "args": ["mcp-remote@0.1.38", "http://localhost:8080/sse", "--transport", "sse-first", "--allow-http"]}}}
            """,
            """
            {"mcpServers": {"notes": {"command": "npx",
              "args": ["mcp-remote@0.1.38", "http://localhost:8080/mcp", "--transport", "http-first", "--allow-http"]}}}
            """,
            file -> file.path(path)));
  }

  @Test
  void n8n() {
    rewriteRun(
        server(),
        json(
            """
            {"nodes": [
              {"parameters": {"endpointUrl": "http://localhost:8080/sse", "serverTransport": "sse"},
               "type": "@n8n/n8n-nodes-langchain.mcpClientTool", "typeVersion": 1.1},
              {"parameters": {"endpointUrl": "http://localhost:8080/sse"},
               "type": "@n8n/n8n-nodes-langchain.mcpClientTool", "typeVersion": 1.1},
              {"parameters": {"url": "http://localhost:8080/sse"}, "type": "n8n-nodes-base.httpRequest"}
            ]}
            """,
            """
            {"nodes": [
              {"parameters": {"endpointUrl": "http://localhost:8080/mcp", "serverTransport": "httpStreamable"},
               "type": "@n8n/n8n-nodes-langchain.mcpClientTool", "typeVersion": 1.1},
              {"parameters": {"endpointUrl": "http://localhost:8080/mcp","serverTransport": "httpStreamable"},
               "type": "@n8n/n8n-nodes-langchain.mcpClientTool", "typeVersion": 1.1},
              {"parameters": {"url": "http://localhost:8080/sse"}, "type": "n8n-nodes-base.httpRequest"}
            ]}
            """,
            file -> file.path("workflows/support.json")));
  }

  @Test
  void theRegistryWhateverTheHost() {
    rewriteRun(
        spec ->
            says(
                spec,
                "6 changed becomes streamable-http, at https://mcp.example.com/mcp",
                "9 changed becomes streamable-http, at http://localhost:{port}/mcp",
                "4 manual the registry takes no change of a version that is published: raise it"),
        server(),
        json(
            """
            {
              "$schema": "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
              "name": "com.example/notes",
              "version": "1.0.0",
              "remotes": [
                { "type": "sse", "url": "https://mcp.example.com/sse" }
              ],
              "packages": [
                { "transport": { "type": "sse", "url": "http://localhost:{port}/sse" } }
              ]
            }
            """,
            """
            {
              "$schema": "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
              "name": "com.example/notes",
              "version": "1.0.0",
              "remotes": [
                { "type": "streamable-http", "url": "https://mcp.example.com/mcp" }
              ],
              "packages": [
                { "transport": { "type": "streamable-http", "url": "http://localhost:{port}/mcp" } }
              ]
            }
            """,
            file -> file.path("server.json")));
  }

  @Test
  void pathsAsTheProjectHasThem() {
    rewriteRun(
        server(
            """
            server.servlet.context-path=/notes
            server.port=9000
            spring.ai.mcp.server.sse-endpoint=/events
            """),
        json(
            """
            {"mcpServers": {"notes": {"url": "http://localhost:9000/notes/events"}}}
            """,
            """
            {"mcpServers": {"notes": {"url": "http://localhost:9000/notes/mcp"}}}
            """,
            file -> file.path(".cursor/mcp.json")));
  }

  @Test
  void theUrlIsKept() {
    rewriteRun(
        spec -> spec.recipe(new ClientConfigToStreamable(null, true, null)),
        server(),
        json(
            """
            {"mcpServers": {"notes": {"type": "sse", "url": "http://localhost:8080/sse"}}}
            """,
            """
            {"mcpServers": {"notes": {"type": "http", "url": "http://localhost:8080/sse"}}}
            """,
            file -> file.path(".mcp.json")));
  }

  @Test
  void aTypeThatWasAheadOfItsUrl() {
    rewriteRun(
        server(),
        json(
            """
            {"mcpServers": {"notes": {"type": "http", "url": "http://localhost:8080/sse"}}}
            """,
            """
            {"mcpServers": {"notes": {"type": "http", "url": "http://localhost:8080/mcp"}}}
            """,
            file -> file.path(".mcp.json")));
  }

  @Test
  void aServerThatStaysKeepsItsClients() {
    rewriteRun(
        spec ->
            spec.dataTable(
                Row.class,
                rows ->
                    assertThat(rows)
                        .allSatisfy(
                            row -> {
                              assertThat(row.getAction()).isEqualTo("manual");
                              assertThat(row.getReason())
                                  .startsWith("the project's own server stays on HTTP+SSE: ");
                            })),
        server("spring.ai.mcp.server.protocol=${MCP_PROTOCOL}"),
        json(
            """
            {"mcpServers": {"notes": {"type": "sse", "url": "http://localhost:8080/sse"}}}
            """,
            file -> file.path(".mcp.json")));
  }

  @Nested
  class IsReported {

    private void stays(String path, String json, String... rows) {
      rewriteRun(spec -> says(spec, rows), server(), json(json, file -> file.path(path)));
    }

    @Test
    void aServerOfSomebodyElse() {
      stays(
          ".mcp.json",
          """
          {"mcpServers": {
            "theirs": {"type": "sse", "url": "https://mcp.example.com/sse"}}}
          """,
          "2 manual this is no server of this project: ask whoever runs it where it serves Streamable HTTP, and type becomes http");
    }

    @Test
    void aPathThatNoServerHere() {
      stays(
          ".vscode/mcp.json",
          """
          {"servers": {"other": {"type": "sse", "url": "http://localhost:3000/events"}}}
          """,
          "1 manual no server of this project is known to be at this port and path: if it is one, its URL becomes that of Streamable HTTP, and type becomes http");
    }

    @Test
    void anotherPortThanTheProjects() {
      rewriteRun(
          spec ->
              says(
                  spec,
                  "1 manual no server of this project is known to be at this port and path: if it is one, its URL becomes that of Streamable HTTP"),
          server("server.port=9000\nspring.ai.mcp.server.name=notes"),
          json(
              """
              {"mcpServers": {"other": {"url": "http://localhost:3000/sse"}}}
              """,
              file -> file.path(".cursor/mcp.json")));
    }

    @Test
    void anEntryThatTheClientRefuses() {
      rewriteRun(
          spec ->
              says(
                  spec,
                  "1 changed becomes http://localhost:8080/mcp",
                  "1 manual Claude Code does not take this entry without a type: add http"),
          server(),
          json(
              """
              {"mcpServers": {"notes": {"url": "http://localhost:8080/sse"}}}
              """,
              """
              {"mcpServers": {"notes": {"url": "http://localhost:8080/mcp"}}}
              """,
              file -> file.path(".mcp.json")));
    }

    @Test
    void anotherBridge() {
      stays(
          "claude_desktop_config.json",
          """
          {"mcpServers": {"notes": {"command": "mcp-proxy", "args": ["http://localhost:8080/sse"]}}}
          """,
          "1 manual becomes http://localhost:8080/mcp, if what is started here speaks Streamable HTTP");
    }

    @Test
    void aUrlForClaudeDesktop() {
      stays(
          "claude_desktop_config.json",
          """
          {"mcpServers": {"notes": {"url": "http://localhost:8080/sse"}}}
          """,
          "1 manual Claude Desktop connects to no server that this file gives a URL of: add it in the settings as a connector, or start mcp-remote");
    }

    @Test
    void theFirstVersionOfN8nsNode() {
      stays(
          "flow.json",
          """
          {"nodes": [{"parameters": {"sseEndpoint": "http://localhost:8080/sse"},
            "type": "@n8n/n8n-nodes-langchain.mcpClientTool", "typeVersion": 1}]}
          """,
          "1 manual this node is of version 1, which knows HTTP+SSE alone: add it anew in n8n, with the transport HTTP Streamable");
    }

    @Test
    void aFileOfNoKnownClient() {
      stays(
          "tools/mcp-servers.json",
          """
          {"mcpServers": {"notes": {"type": "sse", "url": "http://localhost:8080/sse"}}}
          """,
          "1 unknown no client is known that reads a file of this name, and each has words of its own for Streamable HTTP");
    }
  }

  @Test
  void theRegistryOffersBothWhileBothAreServed() {
    rewriteRun(
        spec ->
            says(
                spec.recipe(new ClientConfigToStreamable(null, null, "dual")),
                "6 changed gets streamable-http, at https://a.example/mcp, before it",
                "9 manual both transports are served: to offer http://localhost:{port}/mcp, too, list this package a second time, with streamable-http"),
        server(),
        json(
            """
            {
              "$schema": "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
              "remotes": [
                {
                  // old clients
                  "type": "sse",
                  "url": "https://a.example/sse"
                }],
              "packages": [{"transport": {"type": "sse", "url": "http://localhost:{port}/sse"}}]
            }
            """,
            """
            {
              "$schema": "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
              "remotes": [
                {
                  "type": "streamable-http",
                  "url": "https://a.example/mcp"
                },
                {
                  // old clients
                  "type": "sse",
                  "url": "https://a.example/sse"
                }],
              "packages": [{"transport": {"type": "sse", "url": "http://localhost:{port}/sse"}}]
            }
            """,
            file -> file.path("server.json")));
  }

  @Nested
  class IsLeft {

    private void stays(String path, String json) {
      rewriteRun(
          spec ->
              spec.afterRecipe(
                  run -> assertThat(run.getDataTableRows(LegacySseUses.class)).isEmpty()),
          server(),
          json(json, file -> file.path(path)));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"type\": \"http\", \"url\": \"http://localhost:8080/mcp\"}",
          "{\"type\": \"http\", \"url\": \"https://other.example/mcp\"}",
          "{\"command\": \"java\", \"args\": [\"-jar\", \"notes.jar\"]}",
          "{\"command\": \"npx\", \"args\": [\"mcp-remote\", \"https://other.example/mcp\"]}",
        })
    void whatIsNotOnHttpSse(String entry) {
      stays(".mcp.json", "{\"mcpServers\": {\"a\": " + entry + "}}");
    }

    @Test
    void whatHasMovedToTheSameUrl() {
      stays(
          ".mcp.json",
          "{\"mcpServers\": {\"a\": {\"type\": \"http\", \"url\": \"https://other.example/sse\"}}}");
    }

    @Test
    void aFileThatOnlyLooksAlike() {
      stays(
          "package.json",
          "{\"mcpServers\": {\"a\": {\"type\": \"sse\", \"url\": \"http://localhost:8080/sse\"}}}");
      stays(
          "server.json",
          "{\"remotes\": [{\"type\": \"sse\", \"url\": \"http://localhost:8080/sse\"}]}");
      stays(
          ".vscode/mcp.json",
          "{\"mcpServers\": {\"a\": {\"type\": \"sse\", \"url\": \"http://localhost:8080/sse\"}}}");
    }

    @Test
    void membersThatAreNoServers() {
      stays(
          ".mcp.json",
          "{\"mcpServers\": {\"a\": null, \"b\": [], \"c\": \"sse\", \"d\": {\"type\": \"sse\"}}}");
      stays(".mcp.json", "[1, 2]");
    }
  }

  @Test
  void severalEntriesAreToldApart() {
    rewriteRun(
        spec ->
            spec.dataTable(
                Row.class,
                rows -> assertThat(rows).extracting(Row::getLine).isEqualTo(List.of(3, 3, 6, 6))),
        server(),
        json(
            """
            {"mcpServers": {
              "one": {
                "type": "sse", "url": "http://localhost:8080/sse"
              },
              "two": {
                "type": "sse", "url": "http://localhost:8080/sse"
              }
            }}
            """,
            """
            {"mcpServers": {
              "one": {
                "type": "http", "url": "http://localhost:8080/mcp"
              },
              "two": {
                "type": "http", "url": "http://localhost:8080/mcp"
              }
            }}
            """,
            file -> file.path(".mcp.json")));
  }
}
