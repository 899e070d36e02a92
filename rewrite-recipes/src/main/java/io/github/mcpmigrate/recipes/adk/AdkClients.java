package io.github.mcpmigrate.recipes.adk;

import io.github.mcpmigrate.recipes.client.ClientProjects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;

/**
 * The files of a build that use ADK's parameters; those that hand them on move or stay together.
 */
public final class AdkClients {

  private final ClientProjects projects;
  private final List<JavaSourceFile> files = new ArrayList<>();
  private @Nullable Optional<Path> staying;

  AdkClients(ClientProjects projects) {
    this.projects = projects;
  }

  TreeVisitor<Tree, ExecutionContext> scanner() {
    TreeVisitor<Tree, ExecutionContext> scanner = projects.scanner();
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof JavaSourceFile source && Adk.isIn(source)) {
          files.add(source);
        }
        return scanner.visit(tree, ctx);
      }
    };
  }

  /** What a file does, and whether it moves. */
  AdkUses uses(JavaSourceFile source, ExecutionContext ctx) {
    AdkUses uses = AdkUses.in(source, projects, ctx);
    if (!uses.findings().stays() && isShared(source)) {
      if (staying == null) {
        staying =
            files.stream()
                .filter(AdkClients::isShared)
                .filter(file -> AdkUses.in(file, projects, ctx).findings().stays())
                .map(JavaSourceFile::getSourcePath)
                .findFirst();
      }
      staying.ifPresent(
          file ->
              uses.findings()
                  .stay(file.getFileName() + ", which has such parameters too, cannot follow"));
    }
    return uses;
  }

  /** Whether a file takes parameters from another one, or may hand them to one. */
  private static boolean isShared(JavaSourceFile source) {
    AtomicBoolean shared = new AtomicBoolean();
    new JavaIsoVisitor<AtomicBoolean>() {
      @Override
      public J.MethodDeclaration visitMethodDeclaration(
          J.MethodDeclaration method, AtomicBoolean found) {
        note(method.getMethodType(), found);
        return super.visitMethodDeclaration(method, found);
      }

      @Override
      public J.MethodInvocation visitMethodInvocation(
          J.MethodInvocation call, AtomicBoolean found) {
        note(call.getMethodType(), found);
        return super.visitMethodInvocation(call, found);
      }

      @Override
      public J.NewClass visitNewClass(J.NewClass made, AtomicBoolean found) {
        note(made.getConstructorType(), found);
        return super.visitNewClass(made, found);
      }

      @Override
      public J.Identifier visitIdentifier(J.Identifier identifier, AtomicBoolean found) {
        JavaType.Variable field = identifier.getFieldType();
        if (field != null
            && field.getOwner() instanceof JavaType.FullyQualified
            && Adk.isLegacy(field.getType())) {
          found.set(true);
        }
        return identifier;
      }
    }.visit(source, shared);
    return shared.get();
  }

  private static void note(JavaType.@Nullable Method method, AtomicBoolean found) {
    if (method != null
        && !method.getDeclaringType().getFullyQualifiedName().startsWith("com.google.adk.")
        && (Adk.isLegacy(method.getReturnType())
            || method.getParameterTypes().stream().anyMatch(Adk::isLegacy))) {
      found.set(true);
    }
  }
}
