package io.github.mcpmigrate.recipes.sdk;

import static io.github.mcpmigrate.recipes.sdk.ServerProvider.SSE_CONSTANTS;
import static io.github.mcpmigrate.recipes.sdk.ServerTransport.FIRST_SSE_CONTRACT;
import static io.github.mcpmigrate.recipes.sdk.ServerTransport.SSE_CONTRACT;
import static io.github.mcpmigrate.recipes.sdk.ServerTransport.STREAMABLE_CONTRACT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.ChangeType;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Turns every mention of the providers of one transport in a file into those of another. */
final class MoveServerProvider extends JavaVisitor<ExecutionContext> {

  /** What {@code McpServer.sync} and {@code async} return; since SDK 0.11. */
  static final Map<String, String> SPECIFICATIONS =
      Map.of(
          "io.modelcontextprotocol.server.McpServer$SingleSessionSyncSpecification",
          "io.modelcontextprotocol.server.McpServer$StreamableSyncSpecification",
          "io.modelcontextprotocol.server.McpServer$SingleSessionAsyncSpecification",
          "io.modelcontextprotocol.server.McpServer$StreamableServerAsyncSpecification");

  private final ServerMove move;
  private final List<JavaType.Variable> dropped = new ArrayList<>();

  MoveServerProvider(ServerMove move) {
    this.move = move;
  }

  @Override
  public J postVisit(J tree, ExecutionContext ctx) {
    if (getCursor().getValue() instanceof JavaSourceFile source) {
      retypeAll(source);
    }
    return tree;
  }

  private void retypeAll(JavaSourceFile cu) {
    for (ServerProvider origin : move.origins()) {
      if (isUsed(origin, cu)) {
        ServerProvider target = move.target(origin, cu);
        retype(origin.builder(), target.builder());
        origin.types().forEach(type -> retype(type, target.type()));
      }
    }
    if (move.leavesSse()) {
      retype(SSE_CONTRACT, STREAMABLE_CONTRACT);
      retype(FIRST_SSE_CONTRACT, STREAMABLE_CONTRACT);
      SPECIFICATIONS.forEach(this::retype);
    } else if (move.from() == ServerTransport.SSE) {
      retype(FIRST_SSE_CONTRACT, SSE_CONTRACT);
    }
    if (!dropped.isEmpty()) {
      doAfterVisit(new RemoveUnusedEndpoints(dropped));
    }
  }

  private static boolean isUsed(ServerProvider provider, JavaSourceFile cu) {
    return cu.getTypesInUse().getTypesInUse().stream()
        .anyMatch(type -> provider.isOrIsExtendedBy(type) || provider.isBuiltBy(type));
  }

  private void retype(String oldType, String newType) {
    if (!oldType.equals(newType)) {
      doAfterVisit(new ChangeType(oldType, newType, true).getVisitor());
    }
  }

  private ProviderTemplates templates(ServerProvider origin) {
    return new ProviderTemplates(
        move, move.target(origin, getCursor().firstEnclosing(JavaSourceFile.class)));
  }

  @Override
  public J visitNewClass(J.NewClass newClass, ExecutionContext ctx) {
    Optional<ProviderConstructor> before = ProviderConstructor.of(newClass);
    Optional<ServerProvider> origin = move.origin(newClass.getType());
    J.NewClass call = (J.NewClass) super.visitNewClass(newClass, ctx);
    Optional<ProviderConstructor> constructor = ProviderConstructor.of(call);
    if (origin.isEmpty() || before.isEmpty() || constructor.isEmpty()) {
      return call;
    }
    ProviderTemplates templates = templates(origin.get());
    noteDropped("baseUrl", before.get().baseUrl(), templates.to());
    noteDropped("sseEndpoint", before.get().sseEndpoint(), templates.to());
    noteDropped("messageEndpoint", before.get().messageEndpoint(), templates.to());
    importMapper();
    maybeAddImport(templates.to().type());
    doAfterVisit(TidyImports.after(getCursor()));
    return templates.construct(
        constructor.get(), call.getCoordinates().replace(), updateCursor(call), ctx);
  }

  @Override
  public J visitMethodInvocation(J.MethodInvocation invocation, ExecutionContext ctx) {
    Optional<ServerProvider> origin = move.built(invocation);
    if (origin.isEmpty()) {
      return super.visitMethodInvocation(invocation, ctx);
    }
    if ("build".equals(invocation.getSimpleName())) {
      getCursor().putMessage("build", invocation);
    }
    J.MethodInvocation chain = getCursor().getNearestMessage("build", invocation);
    J.MethodInvocation call = (J.MethodInvocation) super.visitMethodInvocation(invocation, ctx);
    ProviderTemplates templates = templates(origin.get());
    String option = origin.get().optionOf(call.getSimpleName());
    boolean atSseEndpoint =
        move.keepUrl() && BuilderChain.argument(chain, "sseEndpoint").isPresent();
    boolean atMessageEndpoint = move.setsMcpEndpoint() && !atSseEndpoint;
    if (atSseEndpoint && "sseEndpoint".equals(option)
        || atMessageEndpoint && "messageEndpoint".equals(option)) {
      noteDropped(option, invocation.getArguments().get(0), templates.to());
      return templates.mcpEndpointAt(call, getCursor(), ctx);
    }
    if ("build".equals(option)) {
      return atMessageEndpoint && BuilderChain.argument(invocation, "messageEndpoint").isEmpty()
          ? templates.addMcpEndpoint(call, updateCursor(call), ctx)
          : call;
    }
    if ("objectMapper".equals(option)) {
      importMapper();
      return JsonMapperCalls.builderCall(call, getCursor(), ctx);
    }
    if (templates.to().has(option)) {
      return renamed(call, templates.to().methodFor(option));
    }
    if (BuilderChain.isReplaceable(option)) {
      noteDropped(option, invocation.getArguments().get(0), templates.to());
      return without(call);
    }
    return call;
  }

  static J.MethodInvocation renamed(J.MethodInvocation call, String name) {
    if (name.equals(call.getSimpleName())) {
      return call;
    }
    JavaType.Method type = call.getMethodType().withName(name);
    return call.withName(call.getName().withSimpleName(name).withType(type)).withMethodType(type);
  }

  private static J.MethodInvocation without(J.MethodInvocation call) {
    return call.getSelect().withPrefix(call.getPrefix());
  }

  private void importMapper() {
    maybeRemoveImport(JsonMapperCalls.OBJECT_MAPPER);
    maybeAddImport(JsonMapperCalls.JACKSON_MAPPER);
    doAfterVisit(TidyImports.after(getCursor()));
  }

  @Override
  public J visitFieldAccess(J.FieldAccess access, ExecutionContext ctx) {
    J visited = super.visitFieldAccess(access, ctx);
    return isOldConstant(access.getName().getFieldType())
        ? literal(access, access.getSimpleName())
        : visited;
  }

  @Override
  public J visitIdentifier(J.Identifier name, ExecutionContext ctx) {
    if (isOldConstant(name.getFieldType())
        && !(getCursor().getParentTreeCursor().getValue() instanceof J.FieldAccess)) {
      JavaType.FullyQualified owner = TypeUtils.asFullyQualified(name.getFieldType().getOwner());
      maybeRemoveImport(owner.getFullyQualifiedName() + "." + name.getSimpleName());
      return literal(name, name.getSimpleName());
    }
    return super.visitIdentifier(name, ctx);
  }

  private boolean isOldConstant(JavaType.@Nullable Variable field) {
    return move.leavesSse()
        && field != null
        && SSE_CONSTANTS.containsKey(field.getName())
        && move.origin(field.getOwner()).isPresent()
        && getCursor().firstEnclosing(J.Import.class) == null;
  }

  private J literal(Expression constant, String name) {
    return JavaTemplate.apply(
        "\"" + SSE_CONSTANTS.get(name) + "\"", getCursor(), constant.getCoordinates().replace());
  }

  /** Remembers the constant behind an argument that the new builder does not take. */
  private void noteDropped(String option, @Nullable Expression arg, ServerProvider to) {
    if (arg == null || to.has(option) || move.keepUrl() && "sseEndpoint".equals(option)) {
      return;
    }
    JavaType.Variable variable = StringConstants.variableOf(arg);
    if (variable != null) {
      dropped.add(variable);
    }
  }
}
