package io.github.mcpmigrate.recipes.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.recipes.DualProviderStub;
import io.github.mcpmigrate.recipes.SdkJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.tree.J;

/** The stub that the templates compile against says what the provider of mcp-compat-sdk says. */
class DualProviderStubTest {

  private static final String OPTIONS = "DualTransportBuilder";

  @ParameterizedTest
  @MethodSource("providers")
  void stubHasTheMethodsOfTheProvider(ServerProvider provider) throws IOException {
    String stub = DualProviderStub.source(provider.simpleName());
    String real = source(provider.type());
    assertThat(publicMethods(stub, "Builder")).isEqualTo(publicMethods(real, "Builder"));
    assertThat(publicMethods(real, provider.simpleName()))
        .containsAll(publicMethods(stub, provider.simpleName()));
  }

  private static List<ServerProvider> providers() {
    return ServerProvider.of(ServerTransport.DUAL);
  }

  @Test
  void stubHasTheOptionsOfTheBuilder() throws IOException {
    assertThat(publicMethods(DualProviderStub.source(OPTIONS), OPTIONS))
        .hasSizeGreaterThan(10)
        .isEqualTo(publicMethods(source(ServerProvider.DUAL_OPTIONS), OPTIONS));
  }

  @Test
  void builderMethodsThatAMoveKeepsAreThere() throws IOException {
    Set<String> names =
        publicMethods(source(ServerProvider.DUAL_OPTIONS), OPTIONS).stream()
            .map(method -> method.substring(method.indexOf(' ') + 1, method.indexOf('(')))
            .collect(Collectors.toSet());
    assertThat(names).containsAll(ServerTransport.DUAL.options()).contains("sameUrl");
  }

  private static String source(String type) throws IOException {
    return Files.readString(
        Path.of("../compat-runtime/sdk/src/main/java", type.replace('.', '/') + ".java"));
  }

  /** As text, for example {@code Builder mcpEndpoint(String)}. */
  private static Set<String> publicMethods(String source, String className) {
    Set<String> methods = new TreeSet<>();
    J.CompilationUnit cu =
        JavaParser.fromJavaVersion()
            .classpath(SdkJars.CURRENT)
            .build()
            .parse(source)
            .findFirst()
            .map(J.CompilationUnit.class::cast)
            .orElseThrow();
    new JavaIsoVisitor<Integer>() {
      @Override
      public J.MethodDeclaration visitMethodDeclaration(J.MethodDeclaration method, Integer p) {
        J.ClassDeclaration owner = getCursor().firstEnclosing(J.ClassDeclaration.class);
        if (owner.getSimpleName().equals(className) && method.hasModifier(J.Modifier.Type.Public)) {
          methods.add(
              method.getReturnTypeExpression()
                  + " "
                  + method.getSimpleName()
                  + method.getParameters().stream()
                      .filter(J.VariableDeclarations.class::isInstance)
                      .map(J.VariableDeclarations.class::cast)
                      .map(
                          param ->
                              param.getTypeExpression() + (param.getVarargs() == null ? "" : "..."))
                      .collect(Collectors.joining(", ", "(", ")")));
        }
        return method;
      }
    }.visit(cu, 0);
    return methods;
  }
}
