package io.github.mcpmigrate.recipes.springai;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.java.ChangeType;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Names the auto-configuration of Streamable HTTP where that of HTTP+SSE is named: what is
 * excluded, imported or waited for is the same as before.
 */
final class AutoConfigurationsInCode extends JavaVisitor<ExecutionContext> {

  private static final String EXCLUDE = "spring.autoconfigure.exclude";

  private final Map<String, String> successors;
  private final CodeKeys keys;
  private final CodeFindings findings;

  private AutoConfigurationsInCode(
      Map<String, String> successors, CodeKeys keys, CodeFindings findings) {
    this.successors = successors;
    this.keys = keys;
    this.findings = findings;
  }

  static Tree follow(
      JavaSourceFile source,
      Tree edited,
      CodeKeys keys,
      CodeFindings findings,
      ExecutionContext ctx) {
    Set<String> used =
        source.getTypesInUse().getTypesInUse().stream()
            .map(TypeUtils::asFullyQualified)
            .filter(type -> type != null)
            .map(JavaType.FullyQualified::getFullyQualifiedName)
            .collect(Collectors.toSet());
    Map<String, String> successors = AutoConfigurationNames.successors(keys);
    // Where both are named already, nothing is missing.
    successors.values().removeIf(used::contains);
    Tree renamed =
        new AutoConfigurationsInCode(successors, keys, findings).visitNonNull(edited, ctx);
    for (Map.Entry<String, String> successor : successors.entrySet()) {
      if (used.contains(successor.getKey())) {
        renamed =
            new ChangeType(successor.getKey(), successor.getValue(), true)
                .getVisitor()
                .visitNonNull(renamed, ctx);
      }
    }
    return renamed;
  }

  @Override
  public J visitImport(J.Import imported, ExecutionContext ctx) {
    return imported;
  }

  @Override
  public J visitIdentifier(J.Identifier name, ExecutionContext ctx) {
    JavaType.FullyQualified type = TypeUtils.asFullyQualified(name.getType());
    if (type != null && type.getClassName().equals(name.getSimpleName())) {
      String successor = successors.get(type.getFullyQualifiedName());
      if (successor != null) {
        findings.changed(getCursor(), name.getSimpleName(), "becomes " + successor);
      }
      if (keys.serverMoves()
          && keys.move().keepsSse()
          && AutoConfigurationNames.isServer(type.getFullyQualifiedName())
          && isExcluded()) {
        findings.manual(
            getCursor(),
            name.getSimpleName(),
            AddCompatStarter.ARTIFACT
                + " takes the place of this class and serves both transports, unless there is a transport of the project's own");
      }
    }
    return name;
  }

  private boolean isExcluded() {
    J.Assignment attribute = getCursor().firstEnclosing(J.Assignment.class);
    return getCursor().firstEnclosing(J.Annotation.class) != null
        && attribute != null
        && attribute.getVariable().printTrimmed(getCursor()).startsWith("exclude");
  }

  @Override
  public J visitLiteral(J.Literal literal, ExecutionContext ctx) {
    if (!(literal.getValue() instanceof String text)) {
      return literal;
    }
    return AutoConfigurationNames.replacedIn(text, successors)
        .map(replaced -> replaced(literal, text, replaced))
        .orElse(literal);
  }

  private J replaced(J.Literal literal, String text, String replaced) {
    J.Annotation annotation = getCursor().firstEnclosing(J.Annotation.class);
    JavaType.FullyQualified type =
        annotation == null ? null : TypeUtils.asFullyQualified(annotation.getType());
    boolean known =
        text.startsWith(EXCLUDE)
            || type != null && type.getFullyQualifiedName().startsWith("org.springframework.");
    if (!known) {
      findings.manual(getCursor(), text, "becomes " + replaced);
      return literal;
    }
    findings.changed(getCursor(), text, "becomes " + replaced);
    return KeyLiterals.replace(literal, text, replaced);
  }
}
