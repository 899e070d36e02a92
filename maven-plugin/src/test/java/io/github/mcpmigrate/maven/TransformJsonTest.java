package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.weave.archive.TransformReport;
import io.github.mcpmigrate.compat.weave.archive.TransformReport.Change;
import io.github.mcpmigrate.compat.weave.archive.TransformReport.Row;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransformJsonTest {

  private static String compact(TransformReport report) throws Exception {
    return TransformJson.of(report, "0.1.0").replaceAll("\\s*\n\\s*", "");
  }

  @Test
  void tellsEachClassAndFile() throws Exception {
    TransformReport report =
        new TransformReport(
            Path.of("in.jar"),
            Path.of("out.jar"),
            false,
            List.of(
                new Row("a.jar!/x/A.class", "x.A", true, "servlet, SDK 0.8 to 0.12"),
                new Row("b.jar", "", false, "was not looked into: it is \"none\"")),
            List.of(new Change("BOOT-INF/lib/runtime.jar", "added")),
            "");
    assertThat(compact(report))
        .isEqualTo(
            "{\"format\" : 1,\"tool\" : \"mcp-migrate 0.1.0\",\"input\" : \"in.jar\","
                + "\"output\" : \"out.jar\",\"dryRun\" : false,"
                + "\"counts\" : {\"woven\" : 1,\"left\" : 1},"
                + "\"classes\" : [ {\"place\" : \"a.jar!/x/A.class\",\"class\" : \"x.A\","
                + "\"woven\" : true,\"shape\" : \"servlet, SDK 0.8 to 0.12\"}, {\"place\" :"
                + " \"b.jar\",\"class\" : null,\"woven\" : false,"
                + "\"reason\" : \"was not looked into: it is \\\"none\\\"\"} ],"
                + "\"files\" : [ {\"place\" : \"BOOT-INF/lib/runtime.jar\","
                + "\"change\" : \"added\"} ]}");
  }

  @Test
  void aDryRunHasNoOutput() throws Exception {
    TransformReport report =
        new TransformReport(Path.of("in.jar"), null, true, List.of(), List.of(), "");
    assertThat(compact(report)).contains("\"output\" : null,\"dryRun\" : true");
  }
}
