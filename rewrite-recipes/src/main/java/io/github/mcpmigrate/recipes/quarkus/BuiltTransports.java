package io.github.mcpmigrate.recipes.quarkus;

import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.configuration.KeyPositions.Position;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.service.SourcePositionService;
import org.openrewrite.java.service.Span;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Code that builds quarkus-langchain4j's transport itself. Its successor needs a client of Vert.x'
 * that nobody here can make: TLS, for one, is no longer the transport's but that client's.
 */
final class BuiltTransports extends JavaIsoVisitor<ExecutionContext> {

  private static final String HTTP_SSE =
      "io.quarkiverse.langchain4j.mcp.runtime.http.QuarkusHttpMcpTransport";

  private static final String REASON =
      "this is HTTP+SSE: QuarkusStreamableHttpMcpTransport has url() for sseUrl(), with the server's MCP endpoint, and needs"
          + " httpClient(), whose options have what tlsConfiguration() had";

  private final QuarkusFindings findings;
  private final Map<UUID, String> comments = new HashMap<>();

  BuiltTransports(QuarkusFindings findings) {
    this.findings = findings;
  }

  static boolean areIn(JavaSourceFile source) {
    return source.getTypesInUse().getTypesInUse().stream()
        .anyMatch(
            type ->
                type instanceof JavaType.FullyQualified used
                    && used.getFullyQualifiedName().startsWith(HTTP_SSE));
  }

  Map<UUID, String> comments() {
    return comments;
  }

  @Override
  public J.NewClass visitNewClass(J.NewClass made, ExecutionContext ctx) {
    if (TypeUtils.isOfClassType(made.getType(), HTTP_SSE)
        || TypeUtils.isOfClassType(made.getType(), HTTP_SSE + "$Builder")) {
      Span span = new SourcePositionService().positionOf(getCursor());
      findings.insert(
          new Position(span.getStartLine(), span.getColSpan().getStartColumn()),
          "QuarkusHttpMcpTransport",
          "quarkus client",
          Action.MANUAL,
          REASON);
      comments.put(TodoComments.place(getCursor()), REASON);
    }
    return super.visitNewClass(made, ctx);
  }
}
