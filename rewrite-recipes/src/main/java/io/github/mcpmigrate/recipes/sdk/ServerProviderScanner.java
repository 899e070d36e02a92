package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Fills in {@link ServerProviderUses} from one source file. */
final class ServerProviderScanner extends JavaIsoVisitor<ExecutionContext> {

  private final ServerMove move;
  private final ServerProviderUses uses;
  private final OldTypes oldTypes;
  private final ServersOfFile servers;

  ServerProviderScanner(ServerMove move, ServerProviderUses uses) {
    this.move = move;
    this.uses = uses;
    this.oldTypes = new OldTypes(move.oldTypes());
    this.servers = new ServersOfFile(move, uses);
  }

  @Override
  public @Nullable J visit(@Nullable Tree tree, ExecutionContext ctx) {
    if (tree instanceof JavaSourceFile source) {
      source.getClasses().forEach(this::noteDeclared);
      if (source instanceof J.CompilationUnit) {
        uses.accessRules().read(source, ctx);
      }
      if (!concerns(source)) {
        if (move.changesTransport() && source instanceof J.CompilationUnit) {
          new MappingsElsewhere(uses.endpoints()).visit(source, ctx);
        }
        return source;
      }
      if (!ClientSources.isEditable(source)) {
        uses.obstacle(
            new Obstacle(
                source.getId(),
                source.getId(),
                source.getSourcePath()
                    + " uses it too, and is neither a Java nor a Kotlin source"));
        return source;
      }
    }
    if (tree instanceof JavaSourceFile) {
      new TransportClassScanner(move, uses).visit(tree, ctx);
    }
    return super.visit(tree, ctx);
  }

  @Override
  public J.ClassDeclaration visitClassDeclaration(
      J.ClassDeclaration declaration, ExecutionContext ctx) {
    noteDeclared(declaration);
    return super.visitClassDeclaration(declaration, ctx);
  }

  private void noteDeclared(J.ClassDeclaration declaration) {
    if (declaration.getType() != null) {
      uses.declares(declaration.getType().getFullyQualifiedName());
    }
  }

  private boolean concerns(JavaSourceFile source) {
    JavaProject project = source.getMarkers().findFirst(JavaProject.class).orElse(null);
    boolean concerned = false;
    for (JavaType type : source.getTypesInUse().getTypesInUse()) {
      JavaType.FullyQualified name = TypeUtils.asFullyQualified(type);
      if (!uses.sdkTypes().include(name)) {
        continue;
      }
      if (move.origin(name).isPresent() || move.built(name).isPresent()) {
        uses.usedIn(project);
        concerned = true;
      } else if (ServerProvider.speaksStreamable(name)) {
        uses.servesStreamable(project, name.getClassName());
      } else if (ServerTransport.SSE_CONTRACTS.contains(name.getFullyQualifiedName())) {
        if (move.leavesSse()) {
          uses.namesContract();
        }
        concerned = true;
      } else if (move.originOrParent(name).isPresent()) {
        concerned = true;
      } else if (ServerMove.isTransport(name)) {
        uses.otherTransport(name.getClassName());
        concerned = true;
      }
    }
    return concerned;
  }

  @Override
  public J.VariableDeclarations visitVariableDeclarations(
      J.VariableDeclarations declarations, ExecutionContext ctx) {
    if (move.origin(declarations.getType()).isPresent()) {
      uses.declaredAt(statement(), declarations.getId());
    }
    return super.visitVariableDeclarations(declarations, ctx);
  }

  @Override
  public J.VariableDeclarations.NamedVariable visitVariable(
      J.VariableDeclarations.NamedVariable variable, ExecutionContext ctx) {
    uses.endpoints().constant(variable);
    return super.visitVariable(variable, ctx);
  }

  @Override
  public J.NewClass visitNewClass(J.NewClass call, ExecutionContext ctx) {
    Optional<ServerProvider> provider =
        call.getClazz() == null ? Optional.empty() : move.origin(call.getClazz().getType());
    if (provider.isPresent()) {
      Optional<ProviderConstructor> constructor = ProviderConstructor.of(call);
      if (call.getBody() != null) {
        obstacle("this anonymous class extends " + provider.get().simpleName());
      } else if (constructor.isEmpty()) {
        obstacle("this constructor of " + provider.get().simpleName() + " is not known");
      } else {
        uses.constructedAt(statement(), call.getId());
        noteConstructor(provider.get(), constructor.get());
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
    Optional<ServerProvider> provider =
        method == null ? Optional.empty() : move.originOrParent(method.getDeclaringType());
    Optional<ServerProvider> built = move.built(call);
    if ("super".equals(call.getSimpleName())) {
      ProviderConstructor.of(method, call.getArguments())
          .filter(constructor -> provider.isPresent())
          .ifPresent(constructor -> noteConstructor(provider.get(), constructor));
    } else if (provider.isPresent()) {
      if ("builder".equals(call.getSimpleName())) {
        checkChain(call, provider.get());
      } else if ("setSessionFactory".equals(call.getSimpleName()) && move.changesTransport()) {
        obstacle("the session factories of the two transports have nothing in common");
      }
    } else if (built.isPresent()) {
      switch (built.get().optionOf(call.getSimpleName())) {
        case "baseUrl" -> noteDroppedBaseUrl(built.get(), call.getArguments().get(0));
        case "sseEndpoint" -> noteSseEndpoint(call.getArguments().get(0));
        case "mcpEndpoint" ->
            uses.endpoints().setStreamableTo(call.getArguments().get(0), statement());
        case "messageEndpoint" -> {
          servers.note(call.getArguments().get(0), getCursor());
          noteEndpoint(call.getArguments().get(0));
        }
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
    Optional<ServerProvider> provider = move.originOrParent(reference.getContaining().getType());
    if (provider.isPresent() && move.changesTransport()) {
      String name = reference.getReference().getSimpleName();
      if ("new".equals(name) || "builder".equals(name) || "setSessionFactory".equals(name)) {
        obstacle(
            "a reference to "
                + provider.get().simpleName()
                + "::"
                + name
                + " cannot be translated");
      }
    }
    return super.visitMemberReference(reference, ctx);
  }

  private void noteConstructor(ServerProvider provider, ProviderConstructor constructor) {
    servers.note(constructor.messageEndpoint(), getCursor());
    noteDroppedBaseUrl(provider, constructor.baseUrl());
    noteSseEndpoint(constructor.sseEndpoint());
    noteEndpoint(constructor.messageEndpoint());
  }

  private void checkChain(J.MethodInvocation builderCall, ServerProvider provider) {
    BuilderChain chain = BuilderChain.from(builderCall, getCursor(), provider, target(provider));
    chain
        .whyNot()
        .ifPresentOrElse(
            this::obstacle, () -> uses.constructedAt(statement(), chain.last().getId()));
  }

  private ServerProvider target(ServerProvider provider) {
    return move.target(provider, getCursor().firstEnclosing(JavaSourceFile.class));
  }

  /** Code outside of the project that takes or gives the old types cannot follow. */
  private void checkSignature(JavaType.@Nullable Method method) {
    if (move.changesTransport() && method != null && oldTypes.areNamedBy(method)) {
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

  private void noteDroppedBaseUrl(ServerProvider provider, @Nullable Expression baseUrl) {
    if (baseUrl != null
        && !target(provider).has("baseUrl")
        && !ProviderConstructor.isEmptyBaseUrl(baseUrl)) {
      uses.dropsBaseUrl(
          new Obstacle(
              statement(),
              baseUrl.getId(),
              "the base URL "
                  + baseUrl.printTrimmed(getCursor())
                  + " has no counterpart: clients are no longer sent a URL"));
    }
  }

  private void noteSseEndpoint(@Nullable Expression endpoint) {
    if (endpoint != null && move.changesTransport()) {
      uses.endpoints().setSseTo(endpoint, statement());
    }
  }

  private void noteEndpoint(@Nullable Expression endpoint) {
    if (endpoint != null && move.changesTransport()) {
      uses.endpoints().setTo(endpoint, statement());
    }
  }

  private void noteStrings(List<Expression> args) {
    J call = getCursor().getValue();
    boolean java = getCursor().firstEnclosing(J.CompilationUnit.class) != null;
    BiConsumer<Expression, UUID> note =
        java && (call instanceof J.Annotation || ServletMappings.areIn(call, getCursor()))
            ? uses.endpoints().prefixed()::add
            : java && AccessRules.isRule(call) ? (rule, place) -> {} : uses.endpoints()::maybeNamed;
    args.stream()
        .filter(arg -> move.changesTransport() && TypeUtils.isString(arg.getType()))
        .forEach(arg -> note.accept(arg, statement()));
  }

  @Override
  public J.Annotation visitAnnotation(J.Annotation annotation, ExecutionContext ctx) {
    J.ClassDeclaration servlet = getCursor().firstEnclosing(J.ClassDeclaration.class);
    if (servlet != null && move.originOrParent(servlet.getType()).isPresent()) {
      noteStrings(ServletAnnotations.patterns(annotation));
    }
    return super.visitAnnotation(annotation, ctx);
  }

  private void obstacle(String reason) {
    uses.obstacle(new Obstacle(statement(), getCursor().<J>getValue().getId(), reason));
  }

  private UUID statement() {
    return TodoComments.place(getCursor());
  }
}
