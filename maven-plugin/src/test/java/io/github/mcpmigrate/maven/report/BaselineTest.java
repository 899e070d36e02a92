package io.github.mcpmigrate.maven.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

  @TempDir Path folder;

  private static Finding at(int line, String snippet) {
    return Assessments.finding("A.java", line, Rule.SERVER_CONSTRUCTION, Action.CHANGED, snippet);
  }

  private Baseline baseline(Finding... findings) throws IOException {
    Path file = folder.resolve("known.txt");
    Files.writeString(file, Baseline.of(Assessments.of(List.of(findings))));
    return Baseline.read(file);
  }

  @Test
  void aKnownFindingIsKnownOnAnotherLine() throws IOException {
    assertThat(baseline(at(1, "new X()")).newOnes(List.of(at(99, "new  X( )")))).isEmpty();
  }

  @Test
  void anotherFateDoesNotMakeItNew() throws IOException {
    Finding stays = at(1, "new X()").with(Action.MANUAL, "for another reason");
    assertThat(baseline(at(1, "new X()")).newOnes(List.of(stays))).isEmpty();
  }

  @Test
  void oneMoreOfTheSameIsNew() throws IOException {
    List<Finding> now = List.of(at(1, "new X()"), at(5, "new X()"));
    assertThat(baseline(at(1, "new X()")).newOnes(now)).containsExactly(now.get(1));
  }

  @Test
  void otherCodeIsNew() throws IOException {
    assertThat(baseline(at(1, "new X()")).newOnes(List.of(at(1, "new Y()")))).hasSize(1);
  }

  @Test
  void theSameCodeInAnotherFileIsNew() throws IOException {
    Finding other =
        Assessments.finding("B.java", 1, Rule.SERVER_CONSTRUCTION, Action.CHANGED, "new X()");
    assertThat(baseline(at(1, "new X()")).newOnes(List.of(other))).hasSize(1);
  }

  @Test
  void reportsSayWhatIsNew() throws IOException {
    Assessment assessment =
        Assessments.of(new ArrayList<>(List.of(at(1, "new X()"), at(2, "new Y()"))));
    Baseline baseline = baseline(at(7, "new X()"));
    ObjectMapper json = new ObjectMapper();

    JsonNode report = json.readTree(JsonReport.of(assessment, baseline));
    assertThat(report.findValuesAsText("new")).containsExactly("false", "true");
    JsonNode sarif = json.readTree(SarifReport.of(assessment, baseline));
    assertThat(sarif.findValuesAsText("baselineState")).containsExactly("unchanged", "new");
  }

  @Test
  void commentsAndEmptyLinesAreAllowedAndNothingElse() throws IOException {
    Path file = folder.resolve("known.txt");
    Files.writeString(file, "# mine\n\n0123456789abcdef01234567 server A.java\n");
    assertThat(Baseline.read(file).knows("0123456789abcdef01234567")).isTrue();
    Files.writeString(file, "A.java:7\n");
    assertThatThrownBy(() -> Baseline.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is no baseline: 'A.java:7'");
  }
}
