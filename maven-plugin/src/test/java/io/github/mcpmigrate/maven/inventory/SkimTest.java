package io.github.mcpmigrate.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SkimTest {

  private static final Needles WORDS = Needles.of("KEEP");

  private static String skim(String text) {
    String skimmed = Skim.of(text, WORDS);
    assertThat(skimmed.lines().count()).isEqualTo(text.lines().count());
    return skimmed;
  }

  @Test
  void aBodyWithoutAWordGoes() {
    assertThat(skim("class A {\n  int a() {\n    return 1;\n  }\n}\n"))
        .isEqualTo("class A {\n  int a() {\n\n  }\n}\n");
    assertThat(skim("class A { int a() throws B, C { return 1; } KEEP k; }"))
        .isEqualTo("class A { int a() throws B, C {           } KEEP k; }");
  }

  @Test
  void aBodyWithAWordStaysWithoutTheBlocksThatHaveNone() {
    String text = "class A {\n  int a() {\n    if (b) { c(); }\n    KEEP();\n  }\n}\n";
    assertThat(skim(text)).isEqualTo(text.replace(" c(); ", "      "));
  }

  @Test
  void bodiesOfClassesStay() {
    String text =
        "class A {\n  static { b(); }\n  int[] c = { 1 };\n  Runnable d = () -> { e(); };\n}\n";
    assertThat(skim(text)).isEqualTo(text);
  }

  @Test
  void commentsGo() {
    assertThat(skim("/* KEEP { */ class A { // }\n}\n")).isEqualTo("             class A { \n}\n");
  }

  @Test
  void bracesInLiteralsAreNone() {
    String text = "class A {\n  void a() { char c = '{'; String s = \"\\\"{\"; KEEP(); }\n}\n";
    assertThat(skim(text)).isEqualTo(text);
    String block =
        "class A {\n  String s = \"\"\"\n    {{ \\\"\"\"\n    \"\"\";\n  void a() { b(); }\n}\n";
    assertThat(skim(block)).isEqualTo(block.replace(" b(); ", "      "));
  }

  @Test
  void whatIsNotJavaStaysAsItIs() {
    assertThat(skim("class A { }}")).isEqualTo("class A { }}");
    assertThat(skim("void a() {")).isEqualTo("void a() {");
    assertThat(skim("\"")).isEqualTo("\"");
    assertThat(skim("'\\")).isEqualTo("'\\");
    assertThat(Skim.of("/*", WORDS)).isEmpty();
    assertThat(skim("")).isEmpty();
  }
}
