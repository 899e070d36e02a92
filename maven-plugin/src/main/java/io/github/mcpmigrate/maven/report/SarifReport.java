package io.github.mcpmigrate.maven.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The report for code scanning: SARIF 2.1.0, with what GitHub asks for beyond it (stable rule ids,
 * URIs relative to the repository, {@code partialFingerprints}).
 */
public final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** GitHub takes no more than this in one run. */
  static final int MAX_RESULTS = 25_000;

  private final Assessment assessment;
  private final Baseline baseline;
  private final List<String> rules;

  private SarifReport(Assessment assessment, Baseline baseline) {
    this.assessment = assessment;
    this.baseline = baseline;
    Set<String> ids = new LinkedHashSet<>();
    for (Rule rule : Rule.values()) {
      ids.add(rule.id());
    }
    // What a migration found has the names of recipes.
    assessment.findings().forEach(finding -> ids.add(finding.rule()));
    rules = List.copyOf(ids);
  }

  /** The report as SARIF. */
  public static String of(Assessment assessment, Baseline baseline) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      new SarifReport(assessment, baseline).write(json);
    }
    return text + "\n";
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    tool(json);
    json.writeObjectFieldStart("automationDetails");
    json.writeStringField(
        "id",
        (assessment.migration().isPresent() ? "mcp-migrate-run/" : "mcp-migrate/")
            + assessment.prefix());
    json.writeEndObject();
    json.writeStringField("columnKind", "utf16CodeUnits");
    json.writeArrayFieldStart("invocations");
    invocation(json);
    json.writeEndArray();
    json.writeArrayFieldStart("results");
    Fingerprints fingerprints = new Fingerprints();
    int results = 0;
    for (Finding finding : assessment.findings()) {
      String fingerprint = fingerprints.next(finding);
      // What has moved is not there any more, and would be an alert without a line.
      boolean isThere = finding.action() != Action.CHANGED || !assessment.isDone();
      if (isThere && results++ < MAX_RESULTS) {
        result(json, finding, fingerprint);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void tool(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "MCP Migrate");
    json.writeStringField("version", assessment.version());
    json.writeArrayFieldStart("rules");
    for (String id : rules) {
      rule(json, id);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void rule(JsonGenerator json, String id) throws IOException {
    Rule known = null;
    for (Rule rule : Rule.values()) {
      known = rule.id().equals(id) ? rule : known;
    }
    String title = known == null ? id : known.title();
    String page = known == null ? "docs/recipes/FindLegacySse.md" : known.page();
    json.writeStartObject();
    json.writeStringField("id", id);
    text(json, "shortDescription", title + ".");
    text(
        json,
        "fullDescription",
        title + ". The HTTP+SSE transport of MCP is deprecated; Streamable HTTP takes its place.");
    text(json, "help", "See " + page + " of MCP Migrate.");
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", (known == null ? Severity.MEDIUM : known.severity()).level());
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeArrayFieldStart("tags");
    json.writeString("mcp");
    json.writeString("deprecated-transport");
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** What was not looked into is a notification: a result would be an alert. */
  private void invocation(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", true);
    json.writeArrayFieldStart("toolExecutionNotifications");
    for (Skipped skipped : assessment.skipped()) {
      json.writeStartObject();
      text(json, "message", "Not looked into: " + skipped.reason());
      json.writeStringField("level", skipped.parseError() ? "warning" : "note");
      json.writeArrayFieldStart("locations");
      json.writeStartObject();
      json.writeObjectFieldStart("physicalLocation");
      artifact(json, skipped.file());
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void result(JsonGenerator json, Finding finding, String fingerprint) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule());
    json.writeNumberField("ruleIndex", rules.indexOf(finding.rule()));
    json.writeStringField("level", finding.severity().level());
    text(json, "message", assessment.label(finding.action()) + ": " + finding.reason());
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    artifact(json, finding.file());
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", finding.line());
    json.writeNumberField("startColumn", finding.column());
    text(json, "snippet", finding.snippet());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("primaryLocationLineHash", fingerprint + ":1");
    json.writeEndObject();
    json.writeStringField("baselineState", baseline.knows(fingerprint) ? "unchanged" : "new");
    json.writeObjectFieldStart("properties");
    json.writeStringField("action", finding.action().word());
    json.writeStringField("shape", finding.shape());
    json.writeStringField("documentation", finding.page());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void artifact(JsonGenerator json, String file) throws IOException {
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(assessment.prefix() + file));
    json.writeStringField("uriBaseId", "%SRCROOT%");
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  /** A relative reference; the colon of a name would make it look like a scheme. */
  static String uri(String path) {
    try {
      return new URI(null, null, "/" + path, null).toASCIIString().substring(1).replace(":", "%3A");
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("Not a path: " + path, e);
    }
  }
}
