package io.github.mcpmigrate.recipes.handwritten;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Notes what the handlers of a file do, and which fields may hold sessions. */
final class HandlerScanner extends JavaIsoVisitor<ExecutionContext> {

  private static final String ENDPOINT = "endpoint";
  private static final Pattern SESSION_ID = Pattern.compile("(?i)(mcp-)?session[_-]?id=?");
  private static final Pattern FILLS = Pattern.compile("put.*|compute.*|add.*|offer|register");
  private static final Pattern READS =
      Pattern.compile("get.*|remove|contains.*|values|forEach|entrySet");
  private static final List<String> PARAMETERS =
      List.of("RequestParam", "PathVariable", "QueryParam", "PathParam", "RequestHeader");

  private final ServerFile file;
  private final EventTexts texts;
  private final Deque<Handler> handlers = new ArrayDeque<>();

  private HandlerScanner(ServerFile file, EventTexts texts) {
    this.file = file;
    this.texts = texts;
  }

  static ServerFile scan(JavaSourceFile source, ExecutionContext ctx) {
    ServerFile file = new ServerFile();
    new HandlerScanner(file, EventTexts.in(source)).visit(source, ctx);
    file.server = EmitterServer.in(source, file);
    // What is kept of a project's files for the length of a run is small.
    file.handlers.forEach(Handler::letGo);
    return file;
  }

  @Override
  public J.MethodDeclaration visitMethodDeclaration(
      J.MethodDeclaration method, ExecutionContext ctx) {
    Handler handler =
        new Handler(
            Place.of(
                getCursor(), Place.classAround(getCursor()) + "." + method.getSimpleName() + "()"),
            owner(getCursor()),
            key(method.getMethodType()),
            method);
    handler.isPost =
        method.getSimpleName().equals("doPost") || RequestMethods.isPost(method, "POST", "Post");
    handler.isOtherRequest =
        method.getSimpleName().equals("doGet") || RequestMethods.isPost(method, "GET", "Get");
    return in(handler, () -> super.visitMethodDeclaration(method, ctx));
  }

  @Override
  public J.Lambda visitLambda(J.Lambda lambda, ExecutionContext ctx) {
    boolean handlesRequests =
        lambda.getParameters().getParameters().stream()
            .filter(J.VariableDeclarations.class::isInstance)
            .map(J.VariableDeclarations.class::cast)
            .anyMatch(given -> WebTypes.isRequest(given.getVariables().get(0).getType()));
    if (!handlesRequests
        || !(getCursor().getParentTreeCursor().getValue() instanceof J.MethodInvocation route)) {
      return super.visitLambda(lambda, ctx);
    }
    Handler handler =
        new Handler(
            Place.of(
                getCursor(), Place.classAround(getCursor()) + ": " + RequestMethods.route(route)),
            owner(getCursor()),
            "",
            lambda);
    handler.isPost = RequestMethods.isRoute(route, "post");
    handler.isOtherRequest =
        RequestMethods.isRoute(route, "get") || RequestMethods.isRoute(route, "delete");
    return in(handler, () -> super.visitLambda(lambda, ctx));
  }

  private <T> T in(Handler handler, java.util.function.Supplier<T> visit) {
    file.handlers.add(handler);
    handlers.push(handler);
    T visited = visit.get();
    handlers.pop();
    if (handler.isPost || handler.readsSessionId) {
      handler.dispatches.addAll(DispatchFinder.in(handler, getCursor()));
    }
    return visited;
  }

  @Override
  public J.VariableDeclarations visitVariableDeclarations(
      J.VariableDeclarations declared, ExecutionContext ctx) {
    Handler handler = handlers.peek();
    if (getCursor().getParentTreeCursor().getValue() instanceof J.Block
        && getCursor().getParentTreeCursor().getParentTreeCursor().getValue()
            instanceof J.ClassDeclaration) {
      SessionField.of(declared, getCursor(), owner(getCursor())).ifPresent(file.fields::add);
    } else if (handler != null && handler.tree instanceof J.MethodDeclaration method) {
      handler.readsSessionId |= method.getParameters().contains(declared) && isSessionId(declared);
    }
    return super.visitVariableDeclarations(declared, ctx);
  }

  private static boolean isSessionId(J.VariableDeclarations parameter) {
    return parameter.getLeadingAnnotations().stream()
        .filter(given -> PARAMETERS.contains(given.getSimpleName()))
        .anyMatch(
            given ->
                SESSION_ID.matcher(parameter.getVariables().get(0).getSimpleName()).matches()
                    || RequestMethods.strings(given).anyMatch(SESSION_ID.asMatchPredicate()));
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    Handler handler = handlers.peek();
    if (handler != null) {
      note(call, handler);
    }
    return super.visitMethodInvocation(call, ctx);
  }

  private void note(J.MethodInvocation call, Handler handler) {
    Optional<Expression> name = EventTexts.eventName(call);
    if (name.flatMap(texts::text).filter(ENDPOINT::equals).isPresent()) {
      handler.opens = true;
    } else if (EventTexts.first(call).flatMap(texts::text).filter(ENDPOINT::equals).isPresent()) {
      handler.askedToOpen.add(key(call.getMethodType()));
    }
    name.filter(given -> isParameter(given, handler))
        .ifPresent(given -> handler.namesEvents = true);
    field(call.getSelect())
        .ifPresent(
            field -> {
              if (FILLS.matcher(call.getSimpleName()).matches()) {
                handler.fills.add(field);
              } else if (READS.matcher(call.getSimpleName()).matches()) {
                handler.reads.add(field);
              }
            });
    handler.readsSessionId |=
        call.getArguments().stream()
            .flatMap(argument -> texts.text(argument).stream())
            .anyMatch(SESSION_ID.asMatchPredicate());
  }

  private static boolean isParameter(Expression given, Handler handler) {
    return given instanceof J.Identifier name
        && handler.tree instanceof J.MethodDeclaration method
        && method.getParameters().stream()
            .filter(J.VariableDeclarations.class::isInstance)
            .map(J.VariableDeclarations.class::cast)
            .anyMatch(
                one -> one.getVariables().get(0).getSimpleName().equals(name.getSimpleName()));
  }

  @Override
  public J.Literal visitLiteral(J.Literal literal, ExecutionContext ctx) {
    noteText(literal);
    if (literal.getValue() instanceof String text && text.startsWith("/")) {
      file.paths.add(text);
    }
    return literal;
  }

  @Override
  public J.Identifier visitIdentifier(J.Identifier name, ExecutionContext ctx) {
    noteText(name);
    return name;
  }

  private void noteText(Expression text) {
    Handler handler = handlers.peek();
    if (handler != null && texts.text(text).isPresent()) {
      handler.opens |= texts.isEndpointEvent(text, getCursor());
      handler.namesEvents |= texts.isAnyEvent(text, getCursor());
      handler.words.add(texts.text(text).orElseThrow());
    }
  }

  /** The field of a class that an expression names, by the key that {@link SessionField} has. */
  private static Optional<String> field(@Nullable Expression expression) {
    JavaType.Variable variable =
        expression instanceof J.Identifier name
            ? name.getFieldType()
            : expression instanceof J.FieldAccess access ? access.getName().getFieldType() : null;
    return variable != null && TypeUtils.asFullyQualified(variable.getOwner()) != null
        ? Optional.of(SessionField.key(variable))
        : Optional.empty();
  }

  /** Identifies a method across files; empty if it does not resolve. */
  static String key(JavaType.@Nullable Method method) {
    return method == null
        ? ""
        : method.getDeclaringType().getFullyQualifiedName()
            + "#"
            + method.getName()
            + "/"
            + method.getParameterTypes().size();
  }

  private static String owner(Cursor cursor) {
    return cursor
        .getPathAsStream(J.ClassDeclaration.class::isInstance)
        .map(J.ClassDeclaration.class::cast)
        .reduce((inner, outer) -> outer)
        .map(J.ClassDeclaration::getType)
        .map(JavaType.FullyQualified::getFullyQualifiedName)
        .orElse("");
  }
}
