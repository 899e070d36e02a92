package io.github.mcpmigrate.recipes.sdk;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.kotlin.tree.K;

/** Looks at every source file once, and into those that have to do with clients or their paths. */
final class ClientSources extends TreeVisitor<Tree, ExecutionContext> {

  private static final Set<String> INJECTIONS =
      Set.of(
          "org.springframework.beans.factory.annotation.Value",
          "org.eclipse.microprofile.config.inject.ConfigProperty");

  private final SdkTypes sdkTypes = new SdkTypes();
  private final ClientUses uses;
  private final TreeVisitor<Tree, ExecutionContext> servers;

  ClientSources(ClientUses uses) {
    this.uses = uses;
    this.servers = uses.servers().scanner();
  }

  @Override
  public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
    if (tree instanceof SourceFile source) {
      servers.visit(source, ctx);
    }
    if (tree instanceof JavaSourceFile source) {
      read(source, ctx);
    } else if (tree != null) {
      uses.configured().read(tree, ctx);
    }
    return tree;
  }

  private void read(JavaSourceFile source, ExecutionContext ctx) {
    boolean legacy = false;
    boolean streamable = false;
    boolean relevant = false;
    for (JavaType type : source.getTypesInUse().getTypesInUse()) {
      JavaType.FullyQualified name = TypeUtils.asFullyQualified(type);
      if (name != null && INJECTIONS.contains(name.getFullyQualifiedName())) {
        relevant = true;
      } else if (sdkTypes.include(name)) {
        legacy |= ClientTransport.isLegacy(name) || ClientTransport.extendedBy(name).isPresent();
        streamable |= ClientTransport.isStreamable(name);
        relevant |= ClientScanner.isServer(name);
      }
    }
    source.getClasses().stream()
        .map(J.ClassDeclaration::getType)
        .filter(type -> type != null)
        .forEach(type -> uses.declares(type.getFullyQualifiedName()));
    if (legacy || streamable) {
      ClientFile file = uses.in(source.getSourcePath());
      file.project = source.getMarkers().findFirst(JavaProject.class).orElse(null);
      file.legacy = legacy;
      file.streamable = streamable;
    }
    if (legacy && !isEditable(source)) {
      uses.in(source.getSourcePath())
          .obstacles
          .add(
              new ServerProviderUses.Obstacle(
                  source.getId(), source.getId(), "this is neither a Java nor a Kotlin source"));
    } else if (legacy || relevant || declaresPaths(source)) {
      ClientFile file = legacy ? uses.in(source.getSourcePath()) : new ClientFile();
      uses.lookInto(source.getSourcePath());
      new ClientScanner(uses, file).visit(source, ctx);
    } else {
      StringScanner.noteUsed(source.getTypesInUse(), uses.paths());
    }
  }

  /** Java and Kotlin: what Groovy calls is only known when it runs. */
  static boolean isEditable(JavaSourceFile source) {
    return source instanceof J.CompilationUnit || source instanceof K.CompilationUnit;
  }

  /** Whether a class of the file has a constant that may be a path of HTTP+SSE. */
  private static boolean declaresPaths(JavaSourceFile source) {
    for (J.ClassDeclaration declared : source.getClasses()) {
      for (Statement member : declared.getBody().getStatements()) {
        if (member instanceof J.VariableDeclarations fields
            && fields.getVariables().stream().anyMatch(ClientSources::isPath)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isPath(J.VariableDeclarations.NamedVariable field) {
    return field.getInitializer() instanceof J.Literal literal
        && literal.getValue() instanceof String value
        && value.toLowerCase(Locale.ROOT).contains("sse");
  }
}
