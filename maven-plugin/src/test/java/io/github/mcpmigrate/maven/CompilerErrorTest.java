package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompilerErrorTest {

  @Test
  void javacsErrorsAreReadOnceWithTheSymbol() {
    List<CompilerError> errors =
        CompilerError.in(
            List.of(
                "[INFO] compiling",
                "[ERROR] COMPILATION ERROR : ",
                "[ERROR] /w/a b/src/Main.java:[12,9] cannot find symbol",
                "[ERROR]   symbol:   class Missing",
                "[ERROR]   location: class Main",
                "[ERROR] /w/a b/src/Main.java:[14,9] incompatible types: int cannot be converted",
                "[ERROR] Failed to execute goal x: Compilation failure: ",
                "[ERROR] /w/a b/src/Main.java:[12,9] cannot find symbol",
                "[ERROR]   symbol:   class Missing",
                "[ERROR] /w/a b/src/Main.java:[14,9] incompatible types: int cannot be converted"));
    assertThat(errors)
        .containsExactly(
            new CompilerError("/w/a b/src/Main.java", 12, "cannot find symbol: class Missing"),
            new CompilerError(
                "/w/a b/src/Main.java", 14, "incompatible types: int cannot be converted"));
  }

  @Test
  void kotlinsErrorsAreReadInBothForms() {
    assertThat(
            CompilerError.in(
                List.of(
                    "[ERROR] file:///w/src/Main.kt:3:14 Unresolved reference: Missing",
                    "[ERROR] /w/src/Old.kt: (7, 2) no such form",
                    "[ERROR] /w/src/Other.kt:[5,1] Expecting a declaration")))
        .containsExactly(
            new CompilerError("/w/src/Main.kt", 3, "Unresolved reference: Missing"),
            new CompilerError("/w/src/Old.kt", 7, "no such form"),
            new CompilerError("/w/src/Other.kt", 5, "Expecting a declaration"));
  }

  @Test
  void windowsPathsLoseTheirSlash() {
    assertThat(CompilerError.in(List.of("[ERROR] /C:/w/Main.java:[1,2] ';' expected")))
        .containsExactly(new CompilerError("C:/w/Main.java", 1, "';' expected"));
  }

  @Test
  void otherErrorsNameNoFile() {
    assertThat(
            CompilerError.in(
                List.of(
                    "[ERROR] Could not resolve dependencies for project a:b:jar:1",
                    "[WARNING] /w/Main.java:[1,2] deprecated",
                    "[ERROR] Non-parseable POM /w/pom.xml: end tag @3:1")))
        .isEmpty();
  }
}
