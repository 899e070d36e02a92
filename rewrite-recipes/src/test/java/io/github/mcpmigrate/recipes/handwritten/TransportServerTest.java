package io.github.mcpmigrate.recipes.handwritten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.tree.J;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpec;
import org.openrewrite.test.SourceSpecs;

/** The sample with transports, changed a little: what moves all the same, and what does not. */
class TransportServerTest implements RewriteTest {

  private static final Path SAMPLE = Path.of("../samples/sse-server-transport");

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new HandwrittenServerToEngine(null, null, null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT));
  }

  private static String source(String state, String type) {
    try {
      return Files.readString(
          SAMPLE.resolve(state).resolve("src/main/java/com/example/lab/" + type + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String before(String type) {
    return source("before", type);
  }

  private void makes(HandwrittenServerToEngine recipe, String server, String main) {
    rewriteRun(
        spec -> spec.recipe(recipe),
        java(before("McpServlet"), (String) null),
        java(before("SSEServerTransport"), (String) null),
        java(before("McpServer"), server),
        java(before("LabServer"), main));
  }

  @Test
  void atTheOldUrl() {
    makes(
        new HandwrittenServerToEngine(null, true, null, null),
        source("after", "McpServer"),
        source("after", "LabServer").replace("\"/mcp\"", "\"/sse\""));
  }

  @Test
  void bothAtTheOldUrl() {
    makes(
        new HandwrittenServerToEngine(null, true, "dual", null),
        source("after-dual", "McpServer"),
        source("after-dual", "LabServer")
            .replace("mcpEndpoint(\"/mcp\")", "mcpEndpoint(\"/sse\")")
            .replace(
                "\"/messages\")\n                .build",
                "\"/messages\")\n                .settings(options -> options.sameUrl(true))\n                .build")
            .replace("        context.addServlet(holder, \"/mcp\");\n", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          McpServlet         | final class McpServlet                    | @jakarta.servlet.annotation.WebServlet("/sse") final class McpServlet
          McpServlet         | async.setTimeout(0);                      | async.setTimeout(0); LabServer.check(request);
          McpServlet         | transport.handlePostMessage(              | LabServer.check(server); transport.handlePostMessage(
          McpServlet         | server.connect(transport);                | server.connect(transport); server.connect(transport);
          McpServlet         | new SSEServerTransport("/messages",       | new SSEServerTransport(System.getenv("X"),
          SSEServerTransport | onClose.run();                            | onClose.run(); LabServer.check(this);
          SSEServerTransport | final class SSEServerTransport {          | final class SSEServerTransport implements Runnable { public void run() {}
          SSEServerTransport | void send(String message) {               | int send(String message) { if (message == null) return 1; else return sent(message); } int sent(String message) { sendIt(message); return 0; } void sendIt(String message) {
          McpServer          | transport.start();                        | transport.start(); listTools();
          McpServer          | private void handle(String                | void handle(String
          McpServer          | private void progress(                    | void progress(
          McpServer          | transport.send(answer);                   | transport.send(answer); transport.close();
          McpServer          | transport.send(answer);                   | transport.send(answer); LabServer.check(transport);
          McpServer          | private final ObjectMapper mapper         | private SSEServerTransport last; private final ObjectMapper mapper
          LabServer          | new McpServlet(new McpServer()))          | (jakarta.servlet.Servlet) new McpServlet(new McpServer()))
          LabServer          | context.addServlet(holder, "/sse");       | context.addServlet(holder, "/*");context.addServlet(holder, "/sse");
          LabServer          | context.addServlet(holder, "/sse");       | check(holder);
          LabServer          | context.addServlet(holder, "/sse");       | context.addServlet(holder, args[0]);
          """)
  void whatIsNotSureStays(String file, String from, String to) {
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(rows)
                        .hasSize(3)
                        .allMatch(row -> row.getAction().equals("manual"))
                        .allMatch(
                            row -> row.getReason().contains("; not moved: the recipes only"))),
        stays("McpServlet", file, from, to),
        stays("SSEServerTransport", file, from, to),
        java(changed("McpServer", file, from, to)),
        java(changed("LabServer", file, from, to)));
  }

  @Test
  void aTransportThatSomebodyElseUsesStays() {
    rewriteRun(
        stays("McpServlet", "", "", ""),
        stays("SSEServerTransport", "", "", ""),
        java(before("McpServer")),
        java(before("LabServer")),
        java(
            """
            package com.example.lab;

            class Monitor {
                void note(SSEServerTransport transport) {
                    transport.onClose(() -> {});
                }
            }
            """));
  }

  private static String changed(String type, String file, String from, String to) {
    String code = before(type);
    if (type.equals("LabServer")) {
      code =
          code.replace(
              "    private LabServer() {",
              "    static void check(Object any) {\n    }\n\n    private LabServer() {");
    }
    if (!type.equals(file)) {
      return code;
    }
    assertThat(code).contains(from);
    return code.replace(from, to.strip());
  }

  /** Comments are all that it gets. */
  private static SourceSpecs stays(String type, String file, String from, String to) {
    String code = changed(type, file, from, to);
    Consumer<SourceSpec<J.CompilationUnit>> commented =
        spec ->
            spec.after(
                actual -> {
                  assertThat(actual.replaceAll("(?m)^ *// TODO mcp-migrate: .*\\n", ""))
                      .isEqualTo(code.strip());
                  return actual;
                });
    return java(code, commented);
  }
}
