package io.github.mcpmigrate.maven.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** The report for programs; {@code docs/schema/assess-report.schema.json} describes it. */
public final class JsonReport {

  /** Raised when a field changes its meaning or goes. */
  static final int FORMAT = 1;

  private JsonReport() {}

  /** The report as JSON. */
  public static String of(Assessment assessment, Baseline baseline) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("format", FORMAT);
      json.writeStringField("tool", "mcp-migrate " + assessment.version());
      json.writeStringField("project", assessment.name());
      verdict(json, assessment);
      if (assessment.migration().isPresent()) {
        migration(json, assessment.migration().get());
      }
      json.writeArrayFieldStart("findings");
      Fingerprints fingerprints = new Fingerprints();
      for (Finding finding : assessment.findings()) {
        finding(json, finding, fingerprints.next(finding), baseline);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("skipped");
      for (Skipped skipped : assessment.skipped()) {
        json.writeStartObject();
        json.writeStringField("file", skipped.file());
        json.writeStringField("reason", skipped.reason());
        json.writeBooleanField("parseError", skipped.parseError());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text + "\n";
  }

  private static void verdict(JsonGenerator json, Assessment assessment) throws IOException {
    Verdict verdict = assessment.verdict();
    json.writeObjectFieldStart("counts");
    json.writeNumberField("files", assessment.files());
    json.writeNumberField("skipped", assessment.skipped().size());
    json.writeNumberField("findings", assessment.findings().size());
    json.writeNumberField("changed", assessment.count(Action.CHANGED));
    json.writeNumberField("manual", assessment.count(Action.MANUAL));
    json.writeNumberField("notYet", assessment.count(Action.NOT_YET));
    json.writeNumberField("unknown", assessment.count(Action.UNKNOWN));
    json.writeEndObject();
    json.writeObjectFieldStart("verdict");
    tallies(json, "servers", verdict.servers());
    tallies(json, "clients", verdict.clients());
    json.writeNumberField("inTests", verdict.testUses());
    json.writeArrayFieldStart("versions");
    for (String version : verdict.versions()) {
      json.writeString(version);
    }
    json.writeEndArray();
    json.writeStringField("way", verdict.way().word());
    json.writeStringField("because", verdict.because());
    json.writeStringField("next", verdict.next());
    json.writeEndObject();
  }

  private static void migration(JsonGenerator json, Migration migration) throws IOException {
    json.writeObjectFieldStart("migration");
    json.writeBooleanField("dryRun", migration.dryRun());
    json.writeStringField("transport", migration.transport());
    json.writeArrayFieldStart("files");
    for (Migration.Changed changed : migration.files()) {
      json.writeStartObject();
      json.writeStringField("file", changed.file());
      json.writeArrayFieldStart("rules");
      for (String rule : changed.rules()) {
        json.writeString(rule);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void tallies(JsonGenerator json, String name, List<Verdict.Tally> tallies)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Verdict.Tally tally : tallies) {
      json.writeStartObject();
      json.writeStringField("kind", tally.stack().label());
      json.writeNumberField("count", tally.count());
      json.writeBooleanField("migrated", tally.stack().isMigrated());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void finding(
      JsonGenerator json, Finding finding, String fingerprint, Baseline baseline)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("file", finding.file());
    json.writeNumberField("line", finding.line());
    json.writeNumberField("column", finding.column());
    json.writeStringField("snippet", finding.snippet());
    json.writeStringField("rule", finding.rule());
    json.writeStringField("shape", finding.shape());
    json.writeStringField("severity", finding.severity().level());
    json.writeStringField("action", finding.action().word());
    json.writeStringField("reason", finding.reason());
    json.writeStringField("documentation", finding.page());
    json.writeStringField("fingerprint", fingerprint);
    json.writeBooleanField("new", !baseline.knows(fingerprint));
    json.writeEndObject();
  }
}
