package io.github.mcpmigrate.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.maven.report.Action;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {

  private static List<String> yaml(String text) {
    return told(Keys.ofYaml(new SourceText("a.yml", text)));
  }

  private static List<String> properties(String text) {
    return told(Keys.ofProperties(new SourceText("a.properties", text)));
  }

  private static List<String> told(List<Keys.Entry> entries) {
    return entries.stream()
        .map(one -> one.path() + "=" + one.value() + "@" + one.line() + ":" + one.column())
        .toList();
  }

  @Test
  void nestedAndDottedKeysAreOnePath() {
    assertThat(yaml("a:\n  b.c: 1 # no\n  'd': \"x: y\"\n# e: 2\nf: http://h/sse\n"))
        .containsExactly("a.b.c=1@2:3", "a.d=x: y@3:3", "f=http://h/sse@5:1");
  }

  @Test
  void itemsOfListsHaveAPlaceToo() {
    assertThat(yaml("s:\n- name: x\n  type: sse\n- name: y\nt:\n  - z\n"))
        .containsExactly("s.[].name=x@2:3", "s.[].type=sse@3:3", "s.[].name=y@4:3", "t.[]=z@6:5");
  }

  @Test
  void documentsBeginAnewAndBlocksAreText() {
    assertThat(yaml("a: 1\n---\nb:\n  text: |\n    c: 2\n    d: 3\n  e: 4\n"))
        .containsExactly("a=1@1:1", "b.e=4@7:3");
  }

  @Test
  void filesOfAConfigMapAreRead() {
    assertThat(
            yaml(
                "data:\n  application.yml: |\n    a:\n      b: 1\n  application-x.properties: |\n    c.d=http://h\n"))
        .containsExactly(
            "data.application.yml.a.b=1@4:7", "data.application-x.properties.c.d=http://h@6:5");
  }

  @Test
  void propertiesHaveManySpellings() {
    assertThat(properties("a=1\n b.c : 2\nd\\ e 3\n#f=4\n!g=5\nh=i\\\n  j=6\nk=\n"))
        .containsExactly("a=1@1:1", "b.c=2@2:2", "d e=3@3:1", "h=i\\@6:1", "k=@8:1");
  }

  @Test
  void nothingIsNoError() {
    assertThat(yaml("")).isEmpty();
    assertThat(yaml("- \n-\n\t\n")).isEmpty();
    assertThat(properties("\n\n=\n")).isEmpty();
  }

  @Test
  void springsKeysInAConfigMapMove() {
    Reading reading = new Reading();
    SourceText map =
        new SourceText(
            "k8s/map.yaml",
            "data:\n  application.properties: |\n    spring.ai.mcp.server.sse-endpoint=/a/sse\n"
                + "    spring.ai.mcp.server.name=a\n");
    Configuration.read(map, Keys.ofYaml(map), reading);

    assertThat(reading.uses)
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.finding().position()).isEqualTo("k8s/map.yaml:3:5");
              assertThat(use.finding().action()).isEqualTo(Action.CHANGED);
            });
    assertThat(reading.endpoints).containsExactly("/a/sse");
  }
}
