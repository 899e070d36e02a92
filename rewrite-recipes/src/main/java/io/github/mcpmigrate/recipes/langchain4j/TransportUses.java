package io.github.mcpmigrate.recipes.langchain4j;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.ServerHost;
import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.sdk.OwnServers;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.service.SourcePositionService;
import org.openrewrite.java.service.Span;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.TypeUtils;

/** What a source file does with LangChain4j's transport, and what there is to say of it. */
final class TransportUses extends JavaIsoVisitor<ExecutionContext> {

  private static final String NO_CHANNEL =
      "before LangChain4j 1.12.1 this has no stream to listen on: changes of tools, and what the server asks outside of a call, are lost";

  /** A place to tell of, with a comment if a person has to look at it. */
  private record Place(
      UUID statement, String construct, Span position, Action action, String reason) {}

  private final List<Place> places = new ArrayList<>();
  private final LangChain4j library;
  private final OwnServers own;
  private Optional<String> obstacle;

  TransportUses(LangChain4j library, OwnServers own) {
    this.library = library;
    this.own = own;
    this.obstacle =
        library.hasStreamable()
            ? Optional.empty()
            : Optional.of(
                "the LangChain4j here has no StreamableHttpMcpTransport: raise langchain4j-mcp to 1.4.0-beta10 or newer, and run again");
  }

  /** Whether a file has anything to do with the transport. */
  static boolean areIn(JavaSourceFile source) {
    return source.getTypesInUse().getTypesInUse().stream()
        .anyMatch(
            type ->
                TypeUtils.isOfClassType(type, LangChain4j.HTTP_SSE)
                    || TypeUtils.isOfClassType(type, LangChain4j.HTTP_SSE + "$Builder"));
  }

  /** Whether the file keeps its transport. */
  boolean stay() {
    return obstacle.isPresent();
  }

  static boolean isUrl(J.MethodInvocation call) {
    return call.getSimpleName().equals("sseUrl") && isOfBuilder(call);
  }

  static boolean isBuild(J.MethodInvocation call) {
    return call.getSimpleName().equals("build") && isOfBuilder(call);
  }

  private static boolean isOfBuilder(J.MethodInvocation call) {
    return call.getMethodType() != null
        && TypeUtils.isOfClassType(
            call.getMethodType().getDeclaringType(), LangChain4j.HTTP_SSE + "$Builder");
  }

  @Override
  public J.ClassDeclaration visitClassDeclaration(J.ClassDeclaration type, ExecutionContext ctx) {
    if (type.getExtends() != null
        && TypeUtils.isOfClassType(type.getExtends().getType(), LangChain4j.HTTP_SSE)) {
      obstacle =
          obstacle.or(
              () ->
                  Optional.of(
                      type.getSimpleName()
                          + " extends HttpMcpTransport, whose successor has other methods to override"));
    }
    return super.visitClassDeclaration(type, ctx);
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    if (isUrl(call)) {
      url(call.getArguments().get(0));
    } else if (isBuild(call) && library.hasStreamable()) {
      add(
          call,
          library.hasChannel() ? Action.CHANGED : Action.MANUAL,
          library.hasChannel() ? "becomes StreamableHttpMcpTransport" : NO_CHANNEL);
    }
    return super.visitMethodInvocation(call, ctx);
  }

  private void url(Expression url) {
    Optional<String> written = end(url).map(literal -> (String) literal.getValue());
    if (!written.map(ServerHost::isElsewhere).orElse(false)) {
      obstacle = obstacle.or(own::whyClientsStay);
    }
    Optional<String> moved = written.flatMap(own::streamableUrl);
    if (moved.isEmpty()) {
      add(
          url,
          Action.MANUAL,
          "this has to be the server's MCP endpoint, such as http://host:8080/mcp");
    } else if (ServerHost.isElsewhere(moved.get())) {
      add(url, Action.MANUAL, "make sure that " + moved.get() + " serves Streamable HTTP");
    } else if (!moved.equals(written)) {
      add(url, Action.CHANGED, "becomes " + moved.get());
    }
  }

  /** The literal that a URL is, or ends in. */
  static Optional<J.Literal> end(Expression url) {
    Expression end =
        url instanceof J.Binary sum && sum.getOperator() == J.Binary.Type.Addition
            ? sum.getRight()
            : url;
    return end instanceof J.Literal literal && literal.getValue() instanceof String
        ? Optional.of(literal)
        : Optional.empty();
  }

  private void add(Expression place, Action action, String reason) {
    org.openrewrite.Cursor cursor =
        getCursor().getValue() == place
            ? getCursor()
            : new org.openrewrite.Cursor(getCursor(), place);
    places.add(
        new Place(
            TodoComments.place(getCursor()),
            place instanceof J.MethodInvocation call
                ? "HttpMcpTransport." + call.getSimpleName() + "()"
                : place.printTrimmed(cursor),
            new SourcePositionService().positionOf(cursor),
            action,
            reason));
  }

  /** What to write above statements. */
  Map<UUID, String> comments() {
    Map<UUID, String> comments = new LinkedHashMap<>();
    for (Place place : places) {
      if (obstacle.isPresent() || place.action() == Action.MANUAL) {
        comments.merge(
            place.statement(),
            obstacle.orElse(place.reason()),
            (one, other) -> one.equals(other) ? one : one + "; " + other);
      }
    }
    return comments;
  }

  void report(LegacySseUses table, String rule, JavaSourceFile source, ExecutionContext ctx) {
    // A second cycle would count it again.
    if (ctx.getCycle() > 1) {
      return;
    }
    boolean java = source instanceof J.CompilationUnit;
    for (Place place : places) {
      table.insertRow(
          ctx,
          new LegacySseUses.Row(
              source.getSourcePath().toString().replace('\\', '/'),
              place.position().getStartLine(),
              place.position().getColSpan().getStartColumn(),
              place.construct(),
              "langchain4j client",
              (stay() || !java ? Action.MANUAL : place.action()).toString(),
              rule,
              java ? obstacle.orElse(place.reason()) : "these recipes edit Java sources only",
              Guide.CLIENTS.page()));
    }
  }
}
