package io.github.mcpmigrate.maven.inventory;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.visitor.VoidVisitorAdapter;
import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Rule;
import io.github.mcpmigrate.maven.report.Stack;
import java.util.Optional;

/** Finds what a Java file does with frameworks that choose HTTP+SSE by a call or an annotation. */
final class FrameworkUses extends VoidVisitorAdapter<Void> {

  private static final String SOLON = "org.noear.solon.ai.mcp.";
  private static final String SSE_CHANNEL = "(McpChannel\\.)?SSE|\"sse\"";
  private static final String BECOMES_STREAMABLE =
      "becomes a server on Streamable HTTP, on Solon 3.5.0 or newer; it cannot serve both transports";

  private final Names names;
  private final Found found;

  FrameworkUses(SourceText source, Names names, Reading into) {
    this.names = names;
    found = new Found(source, into);
  }

  static String notYet(Stack stack) {
    return stack == Stack.QUARKUS_LANGCHAIN4J
        ? "what code builds of "
            + stack.label()
            + " moves by hand: migrate says there what to write"
        : "no recipe moves " + stack.label() + " yet";
  }

  /** What no recipe edits, and a finding explains. */
  static String byHand(Stack stack) {
    return stack.label()
        + " moves by hand: migrate says at this place what to write, see docs/findings/frameworks.md";
  }

  @Override
  public void visit(MethodCallExpr call, Void none) {
    String method = call.getNameAsString();
    if (method.matches("new(Connected)?SseClient")
        && names.importsFrom("io.quarkiverse.mcp.server.test.")) {
      found.add(
          Rule.CLIENT_FRAMEWORK,
          call.getName(),
          Action.CHANGED,
          Optional.of(Stack.QUARKUS),
          "becomes " + method.replace("Sse", "Streamable") + "(), unless HTTP+SSE stays");
    } else if (method.equals("sseTransport") && names.importsFrom("io.agentscope.")) {
      found.add(
          Rule.CLIENT_FRAMEWORK,
          call.getName(),
          Action.CHANGED,
          Optional.of(Stack.AGENTSCOPE),
          "becomes streamableHttpTransport");
    } else if (method.equals("channel")
        && call.getArguments().size() == 1
        && call.getArgument(0).toString().matches(SSE_CHANNEL)
        && names.importsFrom(SOLON)) {
      boolean server = call.toString().contains("McpServerEndpointProvider");
      found.add(
          server ? Rule.SERVER_FRAMEWORK : Rule.CLIENT_FRAMEWORK,
          call.getName(),
          Action.CHANGED,
          Optional.of(Stack.SOLON),
          server
              ? BECOMES_STREAMABLE
              : "becomes a client on Streamable HTTP, on Solon 3.5.0 or newer");
    }
    super.visit(call, none);
  }

  @Override
  public void visit(NormalAnnotationExpr annotation, Void none) {
    boolean ofSolon =
        names.full(annotation.getNameAsString()).filter(name -> name.startsWith(SOLON)).isPresent();
    if (ofSolon) {
      annotation.getPairs().stream()
          .filter(
              pair ->
                  pair.getNameAsString().equals("sseEndpoint")
                      || pair.getValue().toString().matches(SSE_CHANNEL))
          .findFirst()
          .ifPresent(
              pair ->
                  found.add(
                      Rule.SERVER_FRAMEWORK,
                      pair,
                      Action.CHANGED,
                      Optional.of(Stack.SOLON),
                      BECOMES_STREAMABLE));
    }
    super.visit(annotation, none);
  }
}
