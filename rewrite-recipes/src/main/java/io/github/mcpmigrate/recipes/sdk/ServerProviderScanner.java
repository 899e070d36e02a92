package io.github.mcpmigrate.recipes.sdk;

import static io.github.mcpmigrate.recipes.sdk.ServerProvider.SSE;
import static io.github.mcpmigrate.recipes.sdk.ServerProvider.SSE_CONTRACT;

import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Fills in {@link ServerProviderUses} from one source file. */
final class ServerProviderScanner extends JavaIsoVisitor<ExecutionContext> {

  private final ServerProvider from;
  private final ServerProvider to;
  private final ServerProviderUses uses;
  private final OldTypes oldTypes;

  private ServerProviderScanner(ServerProvider from, ServerProvider to, ServerProviderUses uses) {
    this.from = from;
    this.to = to;
    this.uses = uses;
    this.oldTypes =
        new OldTypes(from == SSE ? Set.of(from.type(), SSE_CONTRACT) : Set.of(from.type()));
  }

  @Override
  public @Nullable J visit(@Nullable Tree tree, ExecutionContext ctx) {
    if (tree instanceof JavaSourceFile source) {
      source.getClasses().forEach(this::noteDeclared);
      if (!concerns(source)) {
        return source;
      }
      if (!(source instanceof J.CompilationUnit)) {
        uses.obstacle(
            new Obstacle(
                source.getId(),
                source.getId(),
                source.getSourcePath() + " uses it too, and is not a Java source"));
        return source;
      }
    }
    return super.visit(tree, ctx);
  }

  /** A scanner for a recipe: it takes sources in every language that Java types occur in. */
  static TreeVisitor<Tree, ExecutionContext> of(
      ServerProvider from, ServerProvider to, ServerProviderUses uses) {
    return new TreeVisitor<>() {
      @Override
      public boolean isAcceptable(SourceFile source, ExecutionContext ctx) {
        return source instanceof JavaSourceFile;
      }

      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        return new ServerProviderScanner(from, to, uses).visit(tree, ctx);
      }
    };
  }

  private void noteDeclared(J.ClassDeclaration declaration) {
    if (declaration.getType() != null) {
      uses.declares(declaration.getType().getFullyQualifiedName());
    }
  }

  private boolean concerns(JavaSourceFile source) {
    boolean concerned = false;
    for (JavaType type : source.getTypesInUse().getTypesInUse()) {
      JavaType.FullyQualified name = TypeUtils.asFullyQualified(type);
      if (name == null) {
        continue;
      }
      if (TypeUtils.isOfClassType(name, from.type())
          || TypeUtils.isOfClassType(name, from.builder())) {
        uses.usedIn(source.getMarkers().findFirst(JavaProject.class).orElse(null));
        concerned = true;
      } else if (TypeUtils.isOfClassType(name, SSE_CONTRACT)) {
        if (from == SSE && to != SSE) {
          uses.namesContract();
        }
        concerned = true;
      } else if (TypeUtils.isAssignableTo(SSE_CONTRACT, name)
          && !TypeUtils.isAssignableTo(from.type(), name)) {
        uses.otherTransport(name.getClassName());
        concerned = true;
      }
    }
    return concerned;
  }

  @Override
  public J.ClassDeclaration visitClassDeclaration(
      J.ClassDeclaration declaration, ExecutionContext ctx) {
    JavaType.FullyQualified type = declaration.getType();
    noteDeclared(declaration);
    if (type != null) {
      if (isProvider(type) && !TypeUtils.isOfClassType(type, from.type())) {
        obstacle(
            declaration.getSimpleName()
                + " extends "
                + from.simpleName()
                + ", which cannot be extended any more: keep the provider in a field and delegate to it");
      } else if (TypeUtils.isAssignableTo(SSE_CONTRACT, type)) {
        uses.otherTransport(type.getClassName());
      }
    }
    return super.visitClassDeclaration(declaration, ctx);
  }

  @Override
  public J.VariableDeclarations.NamedVariable visitVariable(
      J.VariableDeclarations.NamedVariable variable, ExecutionContext ctx) {
    uses.endpoints().constant(variable);
    return super.visitVariable(variable, ctx);
  }

  @Override
  public J.NewClass visitNewClass(J.NewClass call, ExecutionContext ctx) {
    if (call.getClazz() != null
        && TypeUtils.isOfClassType(call.getClazz().getType(), from.type())) {
      if (call.getBody() != null) {
        obstacle("this anonymous class extends " + from.simpleName());
      } else if (ProviderConstructor.of(call).isEmpty()) {
        obstacle("this constructor of " + from.simpleName() + " is not known");
      } else {
        ProviderConstructor constructor = ProviderConstructor.of(call).get();
        constructed(call);
        noteDroppedBaseUrl(constructor.baseUrl());
        noteEndpoint(constructor.sseEndpoint());
        noteEndpoint(constructor.messageEndpoint());
      }
    } else {
      checkSignature(call.getConstructorType());
      noteStrings(call.getArguments());
    }
    return super.visitNewClass(call, ctx);
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    JavaType.Method method = call.getMethodType();
    if (method != null && isProvider(method.getDeclaringType())) {
      if ("builder".equals(call.getSimpleName())) {
        checkChain(call);
      } else if ("setSessionFactory".equals(call.getSimpleName()) && from != to) {
        obstacle("the session factories of the two transports have nothing in common");
      }
    } else if (method != null && from.isBuilderCall(call)) {
      switch (call.getSimpleName()) {
        case "baseUrl" -> noteDroppedBaseUrl(call.getArguments().get(0));
        case "sseEndpoint", "messageEndpoint" -> noteEndpoint(call.getArguments().get(0));
        default -> {}
      }
    } else {
      checkSignature(method);
      noteStrings(call.getArguments());
    }
    return super.visitMethodInvocation(call, ctx);
  }

  @Override
  public J.MemberReference visitMemberReference(J.MemberReference reference, ExecutionContext ctx) {
    if (isProvider(reference.getContaining().getType()) && from != to) {
      String name = reference.getReference().getSimpleName();
      if ("new".equals(name) || "builder".equals(name) || "setSessionFactory".equals(name)) {
        obstacle("a reference to " + from.simpleName() + "::" + name + " cannot be translated");
      }
    }
    return super.visitMemberReference(reference, ctx);
  }

  /** A builder is understood if its calls follow one another up to {@code build()}. */
  private void checkChain(J.MethodInvocation builderCall) {
    Cursor cursor = getCursor();
    J.MethodInvocation link = builderCall;
    while (!"build".equals(link.getSimpleName())) {
      Cursor parent = cursor.getParentTreeCursor();
      if (!(parent.getValue() instanceof J.MethodInvocation next) || next.getSelect() != link) {
        obstacle("the builder of " + from.simpleName() + " is not used in one chain of calls");
        return;
      }
      if (!isUnderstood(next.getSimpleName())) {
        obstacle(to.simpleName() + " has no " + next.getSimpleName() + "(..)");
        return;
      }
      link = next;
      cursor = parent;
    }
    constructed(link);
  }

  private boolean isUnderstood(String builderMethod) {
    return to.builderHas(builderMethod) || BuilderChain.isReplaceable(builderMethod);
  }

  /** Code outside of the project that takes or gives the old types cannot follow. */
  private void checkSignature(JavaType.@Nullable Method method) {
    if (from != to && method != null && oldTypes.areNamedBy(method)) {
      String owner = method.getDeclaringType().getFullyQualifiedName();
      uses.outsideCall(
          owner,
          new Obstacle(
              statement(),
              getCursor().<J>getValue().getId(),
              owner
                  + "."
                  + method.getName()
                  + " is not part of this project and has the old type in its signature"));
    }
  }

  private boolean isProvider(@Nullable JavaType type) {
    return TypeUtils.isAssignableTo(from.type(), type);
  }

  private boolean isBuilder(JavaType type) {
    return TypeUtils.isOfClassType(type, from.builder());
  }

  private void noteDroppedBaseUrl(@Nullable Expression baseUrl) {
    if (baseUrl != null
        && !to.builderHas("baseUrl")
        && !ProviderConstructor.isEmptyBaseUrl(baseUrl)) {
      uses.dropsBaseUrl(
          statement(),
          "the base URL "
              + baseUrl.printTrimmed(getCursor())
              + " has no counterpart: clients are no longer sent a URL");
    }
  }

  private void noteEndpoint(@Nullable Expression endpoint) {
    if (endpoint != null && from != to) {
      uses.endpoints().setTo(endpoint, statement());
    }
  }

  private void noteStrings(List<Expression> args) {
    if (from != to) {
      args.stream()
          .filter(arg -> TypeUtils.isString(arg.getType()))
          .forEach(arg -> uses.endpoints().maybeNamed(arg, statement()));
    }
  }

  private void constructed(J expression) {
    uses.constructedAt(statement(), expression.getId());
  }

  private void obstacle(String reason) {
    uses.obstacle(new Obstacle(statement(), getCursor().<J>getValue().getId(), reason));
  }

  private UUID statement() {
    return TodoComments.place(getCursor());
  }
}
