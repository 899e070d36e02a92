package io.github.mcpmigrate.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Assessment;
import io.github.mcpmigrate.maven.report.Finding;
import io.github.mcpmigrate.maven.report.Rule;
import io.github.mcpmigrate.maven.report.Verdict;
import io.github.mcpmigrate.maven.report.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code migrate} will do has to be true of the recipes' own rules. */
class ForecastTest {

  private static final String PROVIDER =
      "io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider";

  private static final String SERVER =
      "import "
          + PROVIDER
          + ";\nclass S {\n  Object s = new HttpServletSseServerTransportProvider(m, \"/mcp/message\", \"/sse\");\n}\n";

  private static final String CLIENT =
      "import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;\nclass C {\n  Object c = HttpClientSseClientTransport.builder(\"u\").build();\n}\n";

  @TempDir Path root;

  @BeforeEach
  void aBuild() throws IOException {
    write("pom.xml", "<project/>");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Assessment assess() throws IOException {
    return new Assessor(new Inventory(1), "test", transport -> "mvn migrate " + transport)
        .assess(new Tree(root, root.resolve("target"), List.of(), List.of()));
  }

  private static Finding of(Rule rule, Assessment assessment) {
    return assessment.findings().stream()
        .filter(finding -> finding.rule().equals(rule.id()))
        .findFirst()
        .orElseThrow();
  }

  private static String pom(String group, String artifact, String version) {
    return "<project><dependencies><dependency>\n<groupId>%s</groupId>\n<artifactId>%s</artifactId>\n%s</dependency></dependencies></project>"
        .formatted(group, artifact, version.isEmpty() ? "" : "<version>" + version + "</version>");
  }

  @Test
  void aServerMoves() throws IOException {
    write("S.java", SERVER);
    Assessment assessment = assess();

    assertThat(of(Rule.SERVER_CONSTRUCTION, assessment).action()).isEqualTo(Action.CHANGED);
    assertThat(assessment.verdict().way()).isEqualTo(Way.DUAL);
    assertThat(assessment.verdict().next()).isEqualTo("mvn migrate dual");
    assertThat(Verdict.sentence(assessment.verdict().servers(), "server"))
        .isEqualTo("1 server (1 MCP Java SDK, servlet)");
  }

  @Test
  void oneObstacleKeepsAllServersAndTheirClients() throws IOException {
    write("S.java", SERVER);
    write("C.java", CLIENT);
    write("O.java", SERVER.replace("\"/sse\")", "\"/sse\") {}"));
    Assessment assessment = assess();

    assertThat(of(Rule.SERVER_CONSTRUCTION, assessment).reason())
        .isEqualTo("stays, as do all servers of the project, because of O.java:3");
    assertThat(of(Rule.CLIENT_CONSTRUCTION, assessment).action()).isEqualTo(Action.MANUAL);
    assertThat(assessment.count(Action.CHANGED)).isZero();
  }

  @Test
  void aCopyOfTheSdksClassIsNeverTouched() throws IOException {
    write("S.java", SERVER);
    write(
        "sdk/P.java",
        "package io.modelcontextprotocol.server.transport;\nclass HttpServletSseServerTransportProvider {}\n");
    Assessment assessment = assess();

    assertThat(of(Rule.SERVER_OWN_COPY, assessment).file()).isEqualTo("sdk/P.java");
    assertThat(of(Rule.SERVER_CONSTRUCTION, assessment).reason()).contains("its own copy");
  }

  @Test
  void anotherClassOfThatNameIsNothing() throws IOException {
    write("S.java", SERVER.replace("io.modelcontextprotocol", "com.acme"));
    write(
        "C.java",
        "class HttpClientSseClientTransport { Object o = new HttpClientSseClientTransport(); }");
    assertThat(assess().findings()).isEmpty();
  }

  @Test
  void beansOfOneModuleWouldMeet() throws IOException {
    String bean =
        SERVER.replace("Object s =", "@Bean Object s() { return").replace(";\n}", "; }\n}");
    write("one/pom.xml", "<project/>");
    write("one/S.java", bean);
    write("one/T.java", bean);
    write("two/pom.xml", "<project/>");
    write("two/S.java", bean);

    assertThat(assess().findings())
        .extracting(Finding::file, Finding::action)
        .containsExactly(
            tuple("one/S.java", Action.MANUAL),
            tuple("one/T.java", Action.MANUAL),
            tuple("two/S.java", Action.CHANGED));
  }

  @Test
  void clientsStayBesideClientsThatHaveMoved() throws IOException {
    write("C.java", CLIENT);
    write(
        "D.java",
        "import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;\nclass D { Object d = HttpClientStreamableHttpTransport.builder(\"u\").build(); }");
    assertThat(of(Rule.CLIENT_CONSTRUCTION, assess()).action()).isEqualTo(Action.MANUAL);
  }

  @Test
  void anAccessRuleForOnePathIsADecision() throws IOException {
    write("S.java", SERVER);
    write("R.java", "class R { void r(H h) { h.requestMatchers(\"/sse\").permitAll(); } }");
    write(
        "T.java",
        "class T { void r(H h) { h.requestMatchers(\"/sse\", \"/mcp/message\").permitAll(); } }");
    Assessment assessment = assess();

    assertThat(of(Rule.PATH_ACCESS_RULE, assessment).action()).isEqualTo(Action.MANUAL);
    assertThat(assessment.findings())
        .filteredOn(finding -> finding.file().equals("T.java"))
        .extracting(Finding::action)
        .containsExactly(Action.CHANGED);
  }

  @Test
  void anAccessRuleFollowsNoServerThatStays() throws IOException {
    write("S.java", SERVER.replace("\"/sse\")", "\"/sse\") {}"));
    write(
        "T.java",
        "class T { void r(H h) { h.requestMatchers(\"/sse\", \"/mcp/message\").permitAll(); } }");
    // The anonymous class names its endpoints no less.
    write("C.java", CLIENT);
    assertThat(of(Rule.PATH_ACCESS_RULE, assess()).action()).isEqualTo(Action.MANUAL);
  }

  @Test
  void aStarterWithoutAProtocolIsAServer() throws IOException {
    write("pom.xml", pom("org.springframework.ai", "spring-ai-starter-mcp-server-webmvc", "1.0.3"));
    Assessment assessment = assess();
    Finding server = of(Rule.SERVER_SPRING_AI, assessment);

    assertThat(server.position()).isEqualTo("pom.xml:3:1");
    assertThat(server.action()).isEqualTo(Action.CHANGED);
    assertThat(server.reason())
        .contains("no key chooses", "after Spring AI 1.0.3 is raised to 1.1");
    assertThat(assessment.verdict().versions())
        .containsExactly("org.springframework.ai:spring-ai-starter-mcp-server-webmvc 1.0.3");
  }

  @Test
  void milestonesRiseUnlessAnArtifactIsGone() throws IOException {
    write(
        "pom.xml",
        pom(
            "org.springframework.ai",
            "spring-ai-mcp-server-webmvc-spring-boot-starter",
            "1.0.0-M6"));
    assertThat(of(Rule.SERVER_SPRING_AI, assess()).reason()).contains("1.0.0-M6 is raised to 1.1");
    write("other/pom.xml", pom("org.springframework.ai", "spring-ai-core", "1.0.0-M6"));
    Finding stays = of(Rule.SERVER_SPRING_AI, assess());
    assertThat(stays.action()).isEqualTo(Action.MANUAL);
    assertThat(stays.reason()).contains("1.1 has no spring-ai-core");
  }

  @Test
  void aVersionFromOutsideIsSaid() throws IOException {
    write("pom.xml", pom("org.springframework.ai", "spring-ai-starter-mcp-server-webmvc", ""));
    assertThat(of(Rule.SERVER_SPRING_AI, assess()).reason()).contains("not in this tree");
  }

  @Test
  void aStarterThatHasMovedOrSpeaksStdioIsNone() throws IOException {
    write("pom.xml", pom("org.springframework.ai", "spring-ai-starter-mcp-server-webmvc", "1.1.0"));
    write(
        "src/main/resources/application.properties", "spring.ai.mcp.server.protocol=streamable\n");
    assertThat(assess().findings()).isEmpty();
    write("src/main/resources/application.properties", "spring.ai.mcp.server.stdio=true\n");
    assertThat(assess().findings()).isEmpty();
  }

  @Test
  void aProtocolThatNobodyKnowsIsSaid() throws IOException {
    write("pom.xml", pom("org.springframework.ai", "spring-ai-starter-mcp-server-webmvc", "1.1.0"));
    write("src/main/resources/application.yml", "spring.ai.mcp.server.protocol: ${PROTOCOL}\n");
    assertThat(of(Rule.SERVER_SPRING_AI, assess()).action()).isEqualTo(Action.MANUAL);
    write("src/main/resources/application.yml", "spring.ai.mcp.server.protocol: HTTP\n");
    assertThat(of(Rule.SERVER_SPRING_AI, assess()).reason()).contains("serves nothing");
  }

  @Test
  void versionsComeFromPropertiesBomsAndParents() throws IOException {
    write(
        "pom.xml",
        "<project><properties><ai>1.0.1</ai></properties><dependencyManagement><dependencies><dependency>"
            + "<groupId>org.springframework.ai</groupId><artifactId>spring-ai-bom</artifactId>"
            + "<version>${ai}</version></dependency></dependencies></dependencyManagement></project>");
    write("app/pom.xml", pom("org.springframework.ai", "spring-ai-starter-mcp-server-webflux", ""));

    assertThat(of(Rule.SERVER_SPRING_AI, assess()).reason()).contains("Spring AI 1.0.1");
  }

  @Test
  void gradleAndItsCatalogAreRead() throws IOException {
    Files.delete(root.resolve("pom.xml"));
    write(
        "build.gradle.kts",
        "dependencies {\n  implementation(\"io.quarkiverse.mcp:quarkus-mcp-server-sse:1.5.0\")\n}\n");
    write(
        "gradle/libs.versions.toml",
        "[versions]\nmcp = \"0.10.0\"\n[libraries]\nm = { module = \"io.modelcontextprotocol.sdk:mcp-bom\", version.ref = \"mcp\" }\n");
    Assessment assessment = assess();

    assertThat(of(Rule.SERVER_QUARKUS, assessment).line()).isEqualTo(2);
    assertThat(of(Rule.SERVER_QUARKUS, assessment).action()).isEqualTo(Action.CHANGED);
    assertThat(assessment.verdict().way()).isEqualTo(Way.DUAL);
    assertThat(assessment.verdict().versions())
        .containsExactly(
            "io.modelcontextprotocol.sdk:mcp-bom 0.10.0",
            "io.quarkiverse.mcp:quarkus-mcp-server-sse 1.5.0");
  }

  @Test
  void connectionsToOtherMachinesMoveWhateverStays() throws IOException {
    write("S.java", SERVER.replace("\"/sse\")", "\"/sse\") {}"));
    write("T.java", SERVER);
    write(
        "src/main/resources/application.properties",
        "spring.ai.mcp.client.sse.connections.a.url=http://localhost:8080\n"
            + "spring.ai.mcp.client.sse.connections.b.url=https://mcp.example.com\n");

    assertThat(assess().findings())
        .filteredOn(finding -> finding.rule().equals("config-spring-ai-client"))
        .extracting(Finding::action)
        .containsExactly(Action.MANUAL, Action.CHANGED);
  }

  @Test
  void notYetIsSaidAndNotPromised() throws IOException {
    write(
        "A.java",
        "import io.quarkiverse.langchain4j.mcp.runtime.http.QuarkusHttpMcpTransport;\nclass A { Object a = new QuarkusHttpMcpTransport.Builder().build(); }");
    Assessment assessment = assess();

    assertThat(assessment.findings()).extracting(Finding::action).containsExactly(Action.NOT_YET);
    assertThat(assessment.verdict().way()).isEqualTo(Way.BY_HAND);
    assertThat(assessment.verdict().next()).isEqualTo("see docs/assess.md for each kind");
  }

  @Test
  void quarkusIsToldOnceInEachPlace() throws IOException {
    write(
        "build.gradle",
        "dependencies {\n  implementation 'io.quarkiverse.mcp:quarkus-mcp-server-sse:1.7.3'\n}\n");
    write(
        "src/main/resources/application.properties",
        """
        quarkus.mcp.server.sse.root-path=/notes
        quarkus.langchain4j.mcp.other.transport-type=http
        quarkus.langchain4j.mcp.third.transport-type=streamable-http
        """);
    write(
        "src/test/java/NotesTest.java",
        """
        import io.quarkiverse.mcp.server.test.McpAssured;

        class NotesTest {
          Object client = McpAssured.newConnectedSseClient();
        }
        """);

    assertThat(assess().findings())
        .extracting(Finding::rule, Finding::line, Finding::action)
        .contains(
            tuple(Rule.SERVER_QUARKUS.id(), 2, Action.CHANGED),
            tuple(Rule.CONFIG_QUARKUS_SERVER.id(), 1, Action.CHANGED),
            tuple(Rule.CONFIG_QUARKUS_CLIENT.id(), 2, Action.CHANGED),
            tuple(Rule.CLIENT_FRAMEWORK.id(), 4, Action.CHANGED))
        .doesNotHaveDuplicates()
        .hasSize(4);
  }

  @Test
  void clientsOfAdkMove() throws IOException {
    write(
        "A.java",
        "import com.google.adk.tools.mcp.SseServerParameters;\nclass A { Object a = SseServerParameters.builder().url(\"http://a\").build(); }");

    assertThat(assess().findings())
        .extracting(Finding::rule, Finding::action, Finding::reason)
        .containsExactly(
            tuple(
                "client-framework",
                Action.CHANGED,
                "becomes StreamableHttpServerParameters, from google-adk 0.5.0 on"));
  }

  @Test
  void clientsOfAgentScopeMove() throws IOException {
    write(
        "A.java",
        "import io.agentscope.core.tool.mcp.McpClientBuilder;\nclass A { Object a = McpClientBuilder.create(\"a\").sseTransport(\"http://a/sse\"); }");

    assertThat(assess().findings())
        .extracting(Finding::rule, Finding::action, Finding::reason)
        .containsExactly(
            tuple("client-framework", Action.CHANGED, "becomes streamableHttpTransport"));
  }

  @Test
  void solonMovesAtOnce() throws IOException {
    write(
        "S.java",
        "import org.noear.solon.ai.mcp.McpChannel;\nimport org.noear.solon.ai.mcp.client.McpClientProvider;\nimport org.noear.solon.ai.mcp.server.annotation.McpServerEndpoint;\n@McpServerEndpoint(channel = McpChannel.SSE, sseEndpoint = \"/sse\")\nclass S {\n  Object c() {\n    return McpClientProvider.builder().channel(McpChannel.SSE).url(\"http://localhost/sse\").build();\n  }\n}\n");
    Assessment assessment = assess();

    assertThat(assessment.findings())
        .extracting(Finding::rule, Finding::line, Finding::action)
        .containsExactly(
            tuple("server-framework", 4, Action.CHANGED),
            tuple("client-framework", 7, Action.CHANGED));
    assertThat(assessment.verdict().way()).isEqualTo(Way.CUT_OVER);
    assertThat(assessment.verdict().next()).isEqualTo("mvn migrate streamable");
  }

  @Test
  void clientsOfAdkStayWithAServer() throws IOException {
    write("S.java", SERVER);
    write("O.java", SERVER.replace("\"/sse\")", "\"/sse\") {}"));
    write(
        "A.java",
        "import com.google.adk.tools.mcp.SseServerParameters;\nclass A { Object a = SseServerParameters.builder().url(\"http://a\").build(); }");

    assertThat(of(Rule.CLIENT_FRAMEWORK, assess()).action()).isEqualTo(Action.MANUAL);
  }

  @Test
  void langChain4jMoves() throws IOException {
    write(
        "L.java",
        "import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;\nclass L { Object l = new HttpMcpTransport.Builder().sseUrl(\"http://a/sse\").build(); }");

    assertThat(assess().findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("client-langchain4j");
              assertThat(finding.action()).isEqualTo(Action.CHANGED);
            });
  }
}
