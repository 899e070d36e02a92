package io.github.mcpmigrate.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the reports say of a migration, beside what they say of a forecast. */
class MigrationReportTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theJsonIsAsItsSchemaSays() throws Exception {
    for (boolean dryRun : new boolean[] {true, false}) {
      JsonNode report = JSON.readTree(JsonReport.of(migrated(dryRun), Baseline.none()));
      try (InputStream schema =
          Files.newInputStream(Path.of("../docs/schema/assess-report.schema.json"))) {
        assertThat(
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(report))
            .isEmpty();
      }
      assertThat(report.at("/migration/dryRun").asBoolean()).isEqualTo(dryRun);
      assertThat(report.at("/migration/files/0/rules/1").asText()).isEqualTo("B<");
      assertThat(report.get("findings")).hasSize(6);
    }
  }

  @Test
  void aForecastHasNoMigration() throws Exception {
    assertThat(JSON.readTree(JsonReport.of(Assessments.nasty(), Baseline.none())).has("migration"))
        .isFalse();
    assertThat(MarkdownReport.of(Assessments.nasty())).startsWith("## HTTP+SSE in ");
    assertThat(HtmlReport.of(Assessments.nasty(), Baseline.none()))
        .contains("A forecast from the text of files", "<span>Recommended</span>");
  }

  @Test
  void codeScanningHearsOfWhatIsLeft() throws Exception {
    JsonNode dry = sarif(true);
    assertThat(dry.get("results")).hasSize(6);
    assertThat(dry.at("/automationDetails/id").asText()).isEqualTo("mcp-migrate-run/sub/");
    JsonNode done = sarif(false);
    assertThat(done.get("results")).hasSize(3);
    assertThat(done.get("results").findValuesAsText("action")).doesNotContain("changed");
    // The same finding has the same fingerprint, whatever has moved before it.
    assertThat(hashes(dry)).containsAll(hashes(done));
  }

  @Test
  void peopleReadWhetherItWouldOrDid() throws Exception {
    assertThat(MarkdownReport.of(migrated(true)))
        .startsWith("## Dry run of the migration of pro\\<ject")
        .contains("**Chosen: ", "| moves by itself | 3 |", "<summary>1 file would change</summary>")
        .contains("- `a/A.java` A, B\\<");
    assertThat(MarkdownReport.of(migrated(false)))
        .startsWith("## Migration of pro\\<ject")
        .contains("| moved | 3 |", "3 findings: moved", "<summary>1 file changed</summary>");
    assertThat(HtmlReport.of(migrated(true), Baseline.none()))
        .contains("<title>Dry run of the migration of pro&lt;ject</title>")
        .contains("What moves by itself", "1 file would change", "A, B&lt;")
        .doesNotContain("forecast");
    assertThat(HtmlReport.of(migrated(false), Baseline.none()))
        .contains("What moved by itself", "<span class=\"tag\">moved</span>")
        .contains("Lines are those of the files before the migration.");
  }

  private static JsonNode sarif(boolean dryRun) throws Exception {
    return JSON.readTree(SarifReport.of(migrated(dryRun), Baseline.none())).at("/runs/0");
  }

  private static List<String> hashes(JsonNode run) {
    return run.findValuesAsText("primaryLocationLineHash");
  }

  private static Assessment migrated(boolean dryRun) {
    Assessment nasty = Assessments.nasty();
    return new Assessment(
        nasty.name(),
        nasty.prefix(),
        nasty.version(),
        nasty.verdict(),
        nasty.findings(),
        List.of(),
        nasty.files(),
        Optional.of(
            new Migration(
                dryRun, "dual", List.of(new Migration.Changed("a/A.java", List.of("A", "B<"))))));
  }
}
