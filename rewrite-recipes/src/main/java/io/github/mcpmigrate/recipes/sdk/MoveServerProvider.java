package io.github.mcpmigrate.recipes.sdk;

import static io.github.mcpmigrate.recipes.sdk.ServerProvider.SSE;
import static io.github.mcpmigrate.recipes.sdk.ServerProvider.SSE_CONSTANTS;
import static io.github.mcpmigrate.recipes.sdk.ServerProvider.SSE_CONTRACT;
import static io.github.mcpmigrate.recipes.sdk.ServerProvider.STREAMABLE_CONTRACT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.ChangeType;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Turns every mention of one servlet provider in a file into the other. */
final class MoveServerProvider extends JavaVisitor<ExecutionContext> {

  private final ServerProvider from;
  private final ServerProvider to;
  private final ProviderTemplates templates;
  private final boolean setsMcpEndpoint;
  private final List<JavaType.Variable> dropped = new ArrayList<>();

  MoveServerProvider(ServerProvider from, ServerProvider to, @Nullable String mcpEndpoint) {
    this.from = from;
    this.to = to;
    this.templates = new ProviderTemplates(to, mcpEndpoint);
    this.setsMcpEndpoint = mcpEndpoint != null;
  }

  @Override
  public J visitCompilationUnit(J.CompilationUnit cu, ExecutionContext ctx) {
    J moved = super.visitCompilationUnit(cu, ctx);
    if (from != to) {
      retype(from.builder(), to.builder());
      retype(from.type(), to.type());
    }
    if (from == SSE && to != SSE) {
      retype(SSE_CONTRACT, STREAMABLE_CONTRACT);
      retype(
          "io.modelcontextprotocol.server.McpServer$SingleSessionSyncSpecification",
          "io.modelcontextprotocol.server.McpServer$StreamableSyncSpecification");
    }
    if (!dropped.isEmpty()) {
      doAfterVisit(new RemoveUnusedEndpoints(dropped));
    }
    return moved;
  }

  private void retype(String oldType, String newType) {
    doAfterVisit(new ChangeType(oldType, newType, true).getVisitor());
  }

  @Override
  public J visitNewClass(J.NewClass newClass, ExecutionContext ctx) {
    Optional<ProviderConstructor> before = ProviderConstructor.of(newClass);
    J.NewClass call = (J.NewClass) super.visitNewClass(newClass, ctx);
    Optional<ProviderConstructor> constructor = ProviderConstructor.of(call);
    if (from != SSE || before.isEmpty() || constructor.isEmpty()) {
      return call;
    }
    noteDropped("baseUrl", before.get().baseUrl());
    noteDropped("sseEndpoint", before.get().sseEndpoint());
    noteDropped("messageEndpoint", before.get().messageEndpoint());
    importMapper();
    maybeAddImport(to.type());
    return templates.construct(constructor.get(), call, updateCursor(call), ctx);
  }

  @Override
  public J visitMethodInvocation(J.MethodInvocation invocation, ExecutionContext ctx) {
    J.MethodInvocation call = (J.MethodInvocation) super.visitMethodInvocation(invocation, ctx);
    if (!from.isBuilderCall(invocation)) {
      return call;
    }
    String name = call.getSimpleName();
    if ("build".equals(name) && setsMcpEndpoint && !BuilderChain.calls(call, "mcpEndpoint")) {
      return templates.addMcpEndpoint(call, updateCursor(call), ctx);
    }
    if ("messageEndpoint".equals(name) && setsMcpEndpoint) {
      noteDropped(name, invocation.getArguments().get(0));
      return templates.mcpEndpointAt(call, getCursor());
    }
    if (to.builderHas(name)) {
      return call;
    }
    if ("objectMapper".equals(name)) {
      importMapper();
      return JsonMapperCalls.builderCall(call, getCursor(), ctx);
    }
    if (BuilderChain.isReplaceable(name)) {
      noteDropped(name, invocation.getArguments().get(0));
      return without(call);
    }
    return call;
  }

  private static J without(J.MethodInvocation call) {
    return call.getSelect().withPrefix(call.getPrefix());
  }

  private void importMapper() {
    maybeRemoveImport(JsonMapperCalls.OBJECT_MAPPER);
    maybeAddImport(JsonMapperCalls.JACKSON_MAPPER);
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
      maybeRemoveImport(from.type() + "." + name.getSimpleName());
      return literal(name, name.getSimpleName());
    }
    return super.visitIdentifier(name, ctx);
  }

  private boolean isOldConstant(JavaType.@Nullable Variable field) {
    return from == SSE
        && to != SSE
        && field != null
        && SSE_CONSTANTS.containsKey(field.getName())
        && TypeUtils.isOfClassType(field.getOwner(), SSE.type())
        && getCursor().firstEnclosing(J.Import.class) == null;
  }

  private J literal(Expression constant, String name) {
    return JavaTemplate.apply(
        "\"" + SSE_CONSTANTS.get(name) + "\"", getCursor(), constant.getCoordinates().replace());
  }

  /** Remembers the constant behind an argument that the new builder does not take. */
  private void noteDropped(String method, @Nullable Expression arg) {
    if (arg == null || to.builderHas(method)) {
      return;
    }
    JavaType.Variable variable = StringConstants.variableOf(arg);
    if (variable != null) {
      dropped.add(variable);
    }
  }
}
