package io.github.mcpmigrate.recipes.sdk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.java.ChangeType;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.marker.Markers;

/** Turns every client on HTTP+SSE in a file into one on Streamable HTTP. */
final class MoveClientTransport extends JavaVisitor<ExecutionContext> {

  private static final String VALIDATOR =
      "io.modelcontextprotocol.client.transport.SseMessageEndpointValidator";

  private final ClientUses uses;
  private final Path file;
  private final boolean moves;
  private final List<JavaType.Variable> inlined = new ArrayList<>();

  /**
   * @param moves whether the file's clients move; if not, only strings that the clients of other
   *     files are given
   */
  MoveClientTransport(ClientUses uses, Path file, boolean moves) {
    this.uses = uses;
    this.file = file;
    this.moves = moves;
  }

  @Override
  public J postVisit(J tree, ExecutionContext ctx) {
    if (tree instanceof JavaSourceFile) {
      if (moves) {
        for (ClientTransport transport : ClientTransport.values()) {
          retype(transport.legacyBuilder(), transport.streamableBuilder());
          retype(transport.legacy(), transport.streamable());
        }
      }
      if (!inlined.isEmpty()) {
        doAfterVisit(new RemoveUnusedEndpoints(inlined));
      }
    }
    return tree;
  }

  /** Where only the builder is named, {@code ChangeType} would lose the import. */
  @Override
  public J visitImport(J.Import imported, ExecutionContext ctx) {
    JavaSourceFile source = getCursor().firstEnclosingOrThrow(JavaSourceFile.class);
    return ClientTransport.ofImport(imported)
        .filter(transport -> moves && transport.hasBuilderNamedIn(source))
        .map(
            transport ->
                (J)
                    imported.withQualid(
                        TypeTree.<J.FieldAccess>build(transport.streamable())
                            .withPrefix(imported.getQualid().getPrefix())))
        .orElse(imported);
  }

  private void retype(String oldType, String newType) {
    doAfterVisit(new ChangeType(oldType, newType, true).getVisitor());
  }

  @Override
  public J visitNewClass(J.NewClass newClass, ExecutionContext ctx) {
    J.NewClass call = (J.NewClass) super.visitNewClass(newClass, ctx);
    if (!moves) {
      return call;
    }
    Optional<ClientConstructor> constructor = ClientConstructor.of(call);
    if (constructor.isPresent()) {
      maybeRemoveImport(JsonMapperCalls.OBJECT_MAPPER);
      maybeRemoveImport(VALIDATOR);
      maybeAddImport(JsonMapperCalls.JACKSON_MAPPER);
      maybeAddImport(constructor.get().transport().streamable());
      doAfterVisit(TidyImports.after(getCursor()));
      return ClientTemplates.construct(
          constructor.get(), endpointToAdd(newClass), call, updateCursor(call), ctx);
    }
    Optional<ClientTransport> builder =
        call.getClazz() == null
            ? Optional.empty()
            : ClientTransport.ofLegacyBuilder(call.getClazz().getType());
    if (builder.isPresent() && call.getBody() == null) {
      maybeAddImport(builder.get().streamable());
      doAfterVisit(TidyImports.after(getCursor()));
      return ClientTemplates.builder(builder.get(), call, updateCursor(call), ctx);
    }
    return call;
  }

  @Override
  public J visitMethodInvocation(J.MethodInvocation invocation, ExecutionContext ctx) {
    J.MethodInvocation call = (J.MethodInvocation) super.visitMethodInvocation(invocation, ctx);
    if (!moves) {
      return call;
    }
    if (uses.constructionAt(file, invocation.getId()).isPresent()) {
      ClientTransport transport =
          ClientTransport.ofLegacy(invocation.getMethodType().getDeclaringType()).orElseThrow();
      Optional<String> endpoint = endpointToAdd(invocation);
      return endpoint.isEmpty() || chainSetsEndpoint()
          ? call
          : ClientTemplates.addEndpoint(transport, call, endpoint.get(), updateCursor(call), ctx);
    }
    if (!ClientScanner.isBuilderCall(invocation)) {
      return call;
    }
    switch (call.getSimpleName()) {
      case "sseEndpoint" -> {
        JavaType.Method type = call.getMethodType().withName("endpoint");
        return call.withName(call.getName().withSimpleName("endpoint").withType(type))
            .withMethodType(type);
      }
      case "objectMapper" -> {
        maybeRemoveImport(JsonMapperCalls.OBJECT_MAPPER);
        maybeAddImport(JsonMapperCalls.JACKSON_MAPPER);
        doAfterVisit(TidyImports.after(getCursor()));
        return JsonMapperCalls.builderCall(call, getCursor(), ctx);
      }
      case "messageEndpointValidator" -> {
        maybeRemoveImport(VALIDATOR);
        return call.getSelect().withPrefix(call.getPrefix());
      }
      default -> {
        return call;
      }
    }
  }

  private Optional<String> endpointToAdd(J construction) {
    return uses.constructionAt(file, construction.getId()).flatMap(uses::endpointToAdd);
  }

  /** Whether the chain that begins at the cursor sets its endpoint itself. */
  private boolean chainSetsEndpoint() {
    for (var cursor = getCursor().getParentTreeCursor();
        cursor.getValue() instanceof J.MethodInvocation link;
        cursor = cursor.getParentTreeCursor()) {
      if (!ClientScanner.isBuilderCall(link)) {
        return false;
      }
      if ("sseEndpoint".equals(link.getSimpleName())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public J visitLiteral(J.Literal literal, ExecutionContext ctx) {
    String value = uses.edits().literals().get(literal.getId());
    return value == null ? literal : literal.withValue(value).withValueSource(quoted(value));
  }

  @Override
  public J visitBinary(J.Binary binary, ExecutionContext ctx) {
    J visited = super.visitBinary(binary, ctx);
    return uses.edits().shortened().contains(binary.getId()) && visited instanceof J.Binary sum
        ? sum.getLeft().withPrefix(sum.getPrefix())
        : visited;
  }

  @Override
  public J visitIdentifier(J.Identifier name, ExecutionContext ctx) {
    return inline(name, name.getFieldType(), super.visitIdentifier(name, ctx));
  }

  @Override
  public J visitFieldAccess(J.FieldAccess access, ExecutionContext ctx) {
    return inline(access, access.getName().getFieldType(), super.visitFieldAccess(access, ctx));
  }

  private J inline(Expression name, JavaType.Variable variable, J visited) {
    String value = uses.edits().inlined().get(name.getId());
    if (value == null) {
      return visited;
    }
    inlined.add(variable);
    return new J.Literal(
        Tree.randomId(),
        name.getPrefix(),
        Markers.EMPTY,
        value,
        quoted(value),
        null,
        JavaType.Primitive.String);
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
