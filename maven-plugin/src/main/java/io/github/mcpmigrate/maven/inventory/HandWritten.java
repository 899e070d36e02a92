package io.github.mcpmigrate.maven.inventory;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Rule;
import io.github.mcpmigrate.maven.report.Stack;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells HTTP+SSE that is written without an SDK from all other event streams: it alone sends an
 * event named {@code endpoint} with the URL for a session's messages (revision 2024-11-05,
 * Transports).
 */
record HandWritten(SourceText source, Names names, Reading into) {

  private static final Needles STREAMS =
      Needles.of(
          "text/event-stream",
          "SseEmitter",
          "SseEventSink",
          "OutboundSseEvent",
          "ServerSentEvent",
          "TEXT_EVENT_STREAM",
          "SERVER_SENT_EVENTS",
          "sse.SseClient");

  private static final Pattern SESSION =
      Pattern.compile("(?i)session_?id|/messages?\\b|jsonrpc|io\\.modelcontextprotocol\\.");

  private static final Pattern EVENT = Pattern.compile("(?s).*\\bevent:\\s*endpoint\\b.*");

  /** What a controller of Spring has that can move. */
  private static final Pattern EMITTERS = Pattern.compile("Map<String, *SseEmitter>");

  private static final Set<String> SENDS =
      Set.of("name", "event", "eventName", "sendEvent", "send", "builder", "writeEvent", "emit");

  private static final Set<String> ASKS =
      Set.of("equals", "equalsIgnoreCase", "startsWith", "contains", "isEqualTo", "assertEquals");

  /** Whether a source has to do with event streams at all. */
  static boolean streams(String text) {
    return STREAMS.in(text);
  }

  void look(CompilationUnit unit) {
    if (!streams(source.text())
        || !SESSION.matcher(source.text()).find()
        || into.uses.stream()
            .anyMatch(
                use ->
                    use.finding().file().equals(source.file())
                        && use.rule() == Rule.SERVER_OWN_TRANSPORT)) {
      return;
    }
    unit.findAll(LiteralStringValueExpr.class).stream()
        .filter(this::isEndpointEvent)
        .findFirst()
        .ifPresent(this::report);
  }

  private boolean isEndpointEvent(LiteralStringValueExpr literal) {
    String value = literal.getValue().replace("\\n", "\n");
    Optional<MethodCallExpr> call = callOf(literal);
    return EVENT.matcher(value).matches()
        || value.equals("endpoint")
            && call.filter(
                    c -> SENDS.contains(c.getNameAsString()) || ASKS.contains(c.getNameAsString()))
                .isPresent();
  }

  private static Optional<MethodCallExpr> callOf(Expression literal) {
    Node node = literal;
    Node parent = node.getParentNode().orElse(null);
    while (parent instanceof Expression && !(parent instanceof MethodCallExpr)) {
      parent = parent.getParentNode().orElse(null);
    }
    return parent instanceof MethodCallExpr call ? Optional.of(call) : Optional.empty();
  }

  private void report(LiteralStringValueExpr literal) {
    Found found = new Found(source, into);
    if (Use.isTest(source.file())) {
      found.add(
          Rule.TEST_OLD_ENDPOINT,
          literal,
          Action.MANUAL,
          Optional.empty(),
          "no event of this name is sent on Streamable HTTP");
      return;
    }
    boolean asks = callOf(literal).filter(c -> ASKS.contains(c.getNameAsString())).isPresent();
    if (asks) {
      found.add(
          Rule.CLIENT_FRAMEWORK,
          literal,
          Action.NOT_YET,
          Optional.of(Stack.HAND_WRITTEN),
          FrameworkUses.notYet(Stack.HAND_WRITTEN).replace("moves", "moves what is"));
      return;
    }
    boolean keepsEmitters = EMITTERS.matcher(source.text()).find();
    found.add(
        Rule.SERVER_HAND_WRITTEN,
        literal,
        keepsEmitters ? Action.UNKNOWN : Action.MANUAL,
        Optional.of(Stack.HAND_WRITTEN),
        keepsEmitters
            ? "moves behind mcp-compat-servlet if the methods that go do nothing else; a dry run of migrate tells"
            : "migrate leaves a comment where the stream is opened, sessions are kept and posts are handled");
    endpoints();
  }

  /** The paths that such a server names. */
  private void endpoints() {
    Pattern.compile("\"(/[\\w/-]*(?:sse|messages?))(?:\\?[^\"]*)?\"")
        .matcher(source.text())
        .results()
        .map(result -> Endpoint.path(result.group(1)))
        .forEach(into.endpoints::add);
  }
}
