package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/**
 * Notes the classes of a project that are a transport themselves, and where they are taken for one.
 */
final class TransportClassScanner extends JavaIsoVisitor<ExecutionContext> {

  private static final String CANNOT_BE_EXTENDED =
      " extends a class that extends the transport, which cannot be extended any more";

  private final ServerMove move;
  private final ServerProviderUses uses;

  TransportClassScanner(ServerMove move, ServerProviderUses uses) {
    this.move = move;
    this.uses = uses;
  }

  @Override
  public J.ClassDeclaration visitClassDeclaration(
      J.ClassDeclaration declaration, ExecutionContext ctx) {
    JavaType.FullyQualified type = declaration.getType();
    if (type != null) {
      Optional<ServerProvider> parent = move.originOrParent(type);
      if (ProviderSubclass.parent(declaration, move).isPresent()) {
        checkSubclass(declaration, parent.orElseThrow());
      } else if (parent.isPresent() && !parent.get().isExactly(type)) {
        obstacle(declaration.getSimpleName() + CANNOT_BE_EXTENDED);
      } else if (ServerMove.isTransport(type)) {
        uses.otherTransport(type.getClassName());
      }
    }
    return super.visitClassDeclaration(declaration, ctx);
  }

  private void checkSubclass(J.ClassDeclaration declaration, ServerProvider provider) {
    Optional<String> reason =
        getCursor().firstEnclosing(J.CompilationUnit.class) == null
            ? Optional.of(
                declaration.getSimpleName() + " is a transport that is not written in Java")
            : ProviderSubclass.whyNot(declaration, provider, getCursor().getParent());
    if (reason.isPresent()) {
      obstacle(reason.get());
    } else {
      uses.constructedAt(TodoComments.place(getCursor()), declaration.getId());
      uses.delegates(declaration.getType().getFullyQualifiedName());
    }
  }

  @Override
  public J.VariableDeclarations.NamedVariable visitVariable(
      J.VariableDeclarations.NamedVariable variable, ExecutionContext ctx) {
    checkNotSubclass(variable.getInitializer(), variable.getType());
    return super.visitVariable(variable, ctx);
  }

  @Override
  public J.NewClass visitNewClass(J.NewClass call, ExecutionContext ctx) {
    checkNotSubclass(call.getArguments(), call.getConstructorType());
    return super.visitNewClass(call, ctx);
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    checkNotSubclass(call.getArguments(), call.getMethodType());
    return super.visitMethodInvocation(call, ctx);
  }

  private void checkNotSubclass(@Nullable Expression given, @Nullable JavaType asked) {
    if (given != null && ProviderSubclass.isTakenForTransport(given, asked, move)) {
      obstacle(given.printTrimmed(getCursor()) + " is a subclass that is used as the transport");
    }
  }

  private void checkNotSubclass(List<Expression> args, JavaType.@Nullable Method method) {
    for (int i = 0; method != null && i < args.size(); i++) {
      if (i < method.getParameterTypes().size()) {
        checkNotSubclass(args.get(i), method.getParameterTypes().get(i));
      }
    }
  }

  private void obstacle(String reason) {
    uses.obstacle(
        new Obstacle(TodoComments.place(getCursor()), getCursor().<J>getValue().getId(), reason));
  }
}
