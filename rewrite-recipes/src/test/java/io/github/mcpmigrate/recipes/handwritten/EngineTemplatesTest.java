package io.github.mcpmigrate.recipes.handwritten;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.recipes.SdkJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.tree.J;

/** The stubs that templates compile against say what mcp-compat-servlet says. */
class EngineTemplatesTest {

  private static final String RUNTIME =
      "../compat-runtime/%s/src/main/java/io/github/mcpmigrate/compat/%s.java";

  @ParameterizedTest
  @CsvSource({
    "core, backend/JsonRpcClient",
    "core, backend/JsonRpcHandler",
    "core, settings/CompatSettings",
    "servlet, servlet/JsonRpcServerBuilder",
    "servlet, servlet/JsonRpcRouter",
    "servlet, servlet/JsonRpcServlet"
  })
  void stubsSayWhatTheRuntimeSays(String module, String type) throws IOException {
    Set<String> stub = methods(EngineTemplates.stub(type.substring(type.indexOf('/') + 1)));
    assertThat(stub).isNotEmpty();
    assertThat(methods(Files.readString(Path.of(RUNTIME.formatted(module, type)))))
        .containsAll(stub);
  }

  /** As text, for example {@code B mcpEndpoint(String)}. */
  private static Set<String> methods(String source) {
    Set<String> methods = new TreeSet<>();
    J cu =
        (J)
            JavaParser.fromJavaVersion()
                .classpath(SdkJars.CURRENT)
                .build()
                .parse(source)
                .findFirst()
                .orElseThrow();
    new JavaIsoVisitor<Integer>() {
      @Override
      public J.MethodDeclaration visitMethodDeclaration(J.MethodDeclaration method, Integer p) {
        methods.add(
            method.getReturnTypeExpression()
                + " "
                + method.getSimpleName()
                + method.getParameters().stream()
                    .filter(J.VariableDeclarations.class::isInstance)
                    .map(given -> ((J.VariableDeclarations) given).getTypeExpression().toString())
                    .collect(Collectors.joining(", ", "(", ")")));
        return method;
      }
    }.visit(cu, 0);
    return methods;
  }
}
