package io.github.mcpmigrate.recipes.client;

import io.github.mcpmigrate.recipes.ServerHost;
import io.github.mcpmigrate.recipes.sdk.OwnServers;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;

/**
 * The URLs that one file hands to clients: in a literal, at the end of a sum, or in a private
 * constant that is for nothing else.
 */
public final class ClientUrls {

  private static final String NOBODY_KNOWS =
      "this has to be the server's MCP endpoint, such as http://host:8080/mcp";

  private final OwnServers own;
  private final ClientFindings findings;
  private final Predicate<J.MethodInvocation> takesUrl;
  private final Map<String, J.Literal> constants = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private final Map<UUID, String> edits = new HashMap<>();

  /**
   * @param takesUrl the calls whose first argument is such a URL
   */
  public ClientUrls(
      OwnServers own,
      ClientFindings findings,
      JavaSourceFile source,
      Predicate<J.MethodInvocation> takesUrl) {
    this.own = own;
    this.findings = findings;
    this.takesUrl = takesUrl;
    if (source instanceof J.CompilationUnit) {
      readConstants(source);
    }
  }

  /** Says what becomes of a URL, and keeps in mind to write it. */
  public void move(Expression url, Cursor at) {
    move(url, at, UnaryOperator.identity());
  }

  /**
   * @param legacy what a client makes of the text that is written
   * @return whether it is known what is to be written
   */
  public boolean move(Expression url, Cursor at, UnaryOperator<String> legacy) {
    return move(url, at, legacy, own::streamableUrl, Optional::empty);
  }

  /**
   * @param legacy what a client makes of the text that is written
   * @param successor of the URL that this is; empty if nobody can tell
   * @param whyStay why clients of further servers of the project have to stay
   * @return whether it is known what is to be written
   */
  public boolean move(
      Expression url,
      Cursor at,
      UnaryOperator<String> legacy,
      Function<String, Optional<String>> successor,
      Supplier<Optional<String>> whyStay) {
    Optional<J.Literal> end = end(url);
    Optional<String> written = end.map(literal -> legacy.apply((String) literal.getValue()));
    if (!written.map(ServerHost::isElsewhere).orElse(false)) {
      findings.stay(own.whyClientsStay());
      findings.stay(whyStay.get());
    }
    Optional<String> moved = written.flatMap(successor);
    if (moved.isEmpty()) {
      add(at, url, Action.MANUAL, NOBODY_KNOWS);
      return false;
    }
    String to = moved.get();
    if (ServerHost.isElsewhere(to)) {
      add(at, url, Action.MANUAL, "make sure that " + to + " serves Streamable HTTP");
    } else if (!to.equals(end.get().getValue())) {
      add(at, url, Action.CHANGED, "becomes " + to);
    }
    edits.put(end.get().getId(), to);
    return true;
  }

  private void add(Cursor at, Expression url, Action action, String reason) {
    findings.add(at, url, url.printTrimmed(new Cursor(at, url)), action, reason);
  }

  /** The literal that a URL is, or ends in. */
  public Optional<J.Literal> end(Expression url) {
    Expression end =
        url instanceof J.Binary sum && sum.getOperator() == J.Binary.Type.Addition
            ? sum.getRight()
            : url;
    if (end instanceof J.Literal literal) {
      return isPlain(literal) ? Optional.of(literal) : Optional.empty();
    }
    return constant(end).filter(name -> uses.getOrDefault(name, 0) == 0).map(constants::get);
  }

  private static boolean isPlain(J.Literal literal) {
    return literal.getValue() instanceof String text
        && ('"' + text + '"').equals(literal.getValueSource());
  }

  /** The class and name of the constant that an expression is. */
  private static Optional<String> constant(Expression expression) {
    J.Identifier name =
        expression instanceof J.FieldAccess access
            ? access.getName()
            : expression instanceof J.Identifier identifier ? identifier : null;
    JavaType.Variable field = name == null ? null : name.getFieldType();
    return field != null && field.getOwner() instanceof JavaType.FullyQualified owner
        ? Optional.of(owner.getFullyQualifiedName() + "#" + field.getName())
        : Optional.empty();
  }

  /** Finds the private constants, and how often they are used for something else. */
  private void readConstants(JavaSourceFile source) {
    new JavaIsoVisitor<Integer>() {
      @Override
      public J.VariableDeclarations visitVariableDeclarations(
          J.VariableDeclarations fields, Integer p) {
        boolean mayChange =
            fields.hasModifier(J.Modifier.Type.Private)
                && fields.hasModifier(J.Modifier.Type.Static)
                && fields.hasModifier(J.Modifier.Type.Final);
        for (J.VariableDeclarations.NamedVariable field : fields.getVariables()) {
          if (mayChange
              && field.getInitializer() instanceof J.Literal literal
              && isPlain(literal)) {
            constant(field.getName())
                .ifPresent(
                    name -> {
                      constants.put(name, literal);
                      // Its own declaration is no use.
                      uses.merge(name, -1, Integer::sum);
                    });
          }
        }
        return super.visitVariableDeclarations(fields, p);
      }

      @Override
      public J.Identifier visitIdentifier(J.Identifier identifier, Integer p) {
        constant(identifier).ifPresent(name -> uses.merge(name, 1, Integer::sum));
        return identifier;
      }

      @Override
      public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, Integer p) {
        if (takesUrl.test(call)) {
          Expression url = call.getArguments().get(0);
          constant(url instanceof J.Binary sum ? sum.getRight() : url)
              .ifPresent(name -> uses.merge(name, -1, Integer::sum));
        }
        return super.visitMethodInvocation(call, p);
      }
    }.visit(source, 0);
  }

  /** Writes what {@link #move} had in mind. */
  public Tree write(Tree source, ExecutionContext ctx) {
    return new JavaIsoVisitor<ExecutionContext>() {
      @Override
      public J.Literal visitLiteral(J.Literal literal, ExecutionContext p) {
        return Optional.ofNullable(edits.get(literal.getId()))
            .filter(to -> !to.equals(literal.getValue()))
            .map(to -> literal.withValue(to).withValueSource('"' + to + '"'))
            .orElse(literal);
      }
    }.visitNonNull(source, ctx);
  }
}
