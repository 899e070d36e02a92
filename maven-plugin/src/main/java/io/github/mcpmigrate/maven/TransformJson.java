package io.github.mcpmigrate.maven;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.mcpmigrate.compat.weave.archive.TransformReport;
import java.io.IOException;
import java.io.StringWriter;

/** The report of a transformation for programs; {@code docs/transform.md} describes it. */
final class TransformJson {

  /** Raised when a field changes its meaning or goes. */
  private static final int FORMAT = 1;

  private TransformJson() {}

  static String of(TransformReport report, String version) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("format", FORMAT);
      json.writeStringField("tool", "mcp-migrate " + version);
      json.writeStringField("input", report.input().toString());
      json.writeStringField("output", report.dryRun() ? null : report.output().toString());
      json.writeBooleanField("dryRun", report.dryRun());
      json.writeObjectFieldStart("counts");
      json.writeNumberField("woven", report.woven());
      json.writeNumberField("left", report.staying());
      json.writeEndObject();
      json.writeArrayFieldStart("classes");
      for (TransformReport.Row row : report.rows()) {
        json.writeStartObject();
        json.writeStringField("place", row.place());
        json.writeStringField("class", row.className().isEmpty() ? null : row.className());
        json.writeBooleanField("woven", row.woven());
        json.writeStringField(row.woven() ? "shape" : "reason", row.text());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("files");
      for (TransformReport.Change change : report.changes()) {
        json.writeStartObject();
        json.writeStringField("place", change.place());
        json.writeStringField("change", change.verb());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text + "\n";
  }
}
