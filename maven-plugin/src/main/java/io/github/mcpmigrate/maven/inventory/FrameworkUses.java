package io.github.mcpmigrate.maven.inventory;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.visitor.VoidVisitorAdapter;
import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Rule;
import io.github.mcpmigrate.maven.report.Stack;
import java.util.Optional;

/** Finds what a Java file does with frameworks that choose HTTP+SSE by a call or an annotation. */
final class FrameworkUses extends VoidVisitorAdapter<Void> {

  private final Names names;
  private final Found found;

  FrameworkUses(SourceText source, Names names, Reading into) {
    this.names = names;
    found = new Found(source, into);
  }

  static String notYet(Stack stack) {
    return "no recipe moves " + stack.label() + " yet";
  }

  @Override
  public void visit(MethodCallExpr call, Void none) {
    String method = call.getNameAsString();
    if (method.matches("new(Connected)?SseClient")
        && names.importsFrom("io.quarkiverse.mcp.server.test.")) {
      add(Rule.CLIENT_FRAMEWORK, call.getName(), Stack.QUARKUS, "newStreamableClient()");
    } else if (method.equals("sseTransport") && names.importsFrom("io.agentscope.")) {
      found.add(
          Rule.CLIENT_FRAMEWORK,
          call.getName(),
          Action.CHANGED,
          Optional.of(Stack.AGENTSCOPE),
          "becomes streamableHttpTransport");
    }
    super.visit(call, none);
  }

  @Override
  public void visit(NormalAnnotationExpr annotation, Void none) {
    boolean ofSolon =
        names
            .full(annotation.getNameAsString())
            .filter(name -> name.startsWith("org.noear.solon.ai.mcp."))
            .isPresent();
    if (ofSolon) {
      annotation.getPairs().stream()
          .filter(
              pair ->
                  pair.getNameAsString().equals("sseEndpoint")
                      || pair.getValue().toString().matches("(McpChannel\\.)?SSE|\"sse\""))
          .findFirst()
          .ifPresent(
              pair ->
                  add(
                      Rule.SERVER_FRAMEWORK,
                      pair,
                      Stack.SOLON,
                      "channel STREAMABLE and mcpEndpoint"));
    }
    super.visit(annotation, none);
  }

  private void add(Rule rule, Node place, Stack stack, String byHand) {
    found.add(
        rule, place, Action.NOT_YET, Optional.of(stack), notYet(stack) + "; by hand: " + byHand);
  }
}
