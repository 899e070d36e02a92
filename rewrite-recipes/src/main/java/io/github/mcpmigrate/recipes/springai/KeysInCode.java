package io.github.mcpmigrate.recipes.springai;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Lets Spring AI's keys in a source file follow: where tests and programs set them, and where code
 * reads them. Every other string with such a key is a finding.
 */
final class KeysInCode extends JavaVisitor<ExecutionContext> {

  private static final Set<String> LISTS =
      Set.of("withPropertyValues", "withSystemProperties", "properties", "of", "and");

  private static final Set<String> READS = Set.of("getProperty", "getRequiredProperty");

  private static final String TEST_PROPERTIES =
      "org.springframework.test.context.TestPropertySource";

  private final CodeKeys keys;
  private final CodeFindings findings;
  private final boolean readsFiles;
  private final KeysThatAreSet set;
  private final Set<UUID> understood = new HashSet<>();

  /**
   * @param readsFiles whether contexts in this file have the configuration files before them, even
   *     those that do not by themselves
   */
  KeysInCode(CodeKeys keys, CodeFindings findings, boolean readsFiles) {
    this.keys = keys;
    this.findings = findings;
    this.readsFiles = readsFiles;
    this.set = new KeysThatAreSet(keys, findings);
  }

  @Override
  public J visitClassDeclaration(J.ClassDeclaration declaration, ExecutionContext ctx) {
    J visited = super.visitClassDeclaration(declaration, ctx);
    if (!(visited instanceof J.ClassDeclaration changed)
        || changed.getLeadingAnnotations().size() == declaration.getLeadingAnnotations().size()) {
      return visited;
    }
    // What stood behind the annotation in lines of its own is first now.
    if (!changed.getLeadingAnnotations().isEmpty()) {
      return changed.withLeadingAnnotations(
          ListUtils.mapFirst(
              changed.getLeadingAnnotations(), first -> first.withPrefix(Space.EMPTY)));
    }
    return changed.getModifiers().isEmpty()
        ? changed.getPadding().withKind(changed.getPadding().getKind().withPrefix(Space.EMPTY))
        : changed.withModifiers(
            ListUtils.mapFirst(changed.getModifiers(), first -> first.withPrefix(Space.EMPTY)));
  }

  @Override
  public @Nullable J visitAnnotation(J.Annotation annotation, ExecutionContext ctx) {
    JavaType.FullyQualified type = TypeUtils.asFullyQualified(annotation.getType());
    if (type == null
        || annotation.getArguments() == null
        || !type.getFullyQualifiedName().startsWith("org.springframework.")) {
      return super.visitAnnotation(annotation, ctx);
    }
    List<Expression> arguments =
        ListUtils.map(
            annotation.getArguments(),
            argument -> attribute(type.getFullyQualifiedName(), argument));
    if (arguments.isEmpty() && TEST_PROPERTIES.equals(type.getFullyQualifiedName())) {
      // Without properties it would look for a file of the test's name.
      maybeRemoveImport(TEST_PROPERTIES);
      return null;
    }
    J.Annotation edited =
        arguments == annotation.getArguments()
            ? annotation
            : annotation.withArguments(
                arguments.isEmpty()
                    ? null
                    : ListUtils.mapFirst(
                        arguments,
                        first -> first.withPrefix(annotation.getArguments().get(0).getPrefix())));
    return super.visitAnnotation(edited, ctx);
  }

  private @Nullable Expression attribute(String annotation, Expression argument) {
    String name =
        argument instanceof J.Assignment assignment
            ? ((J.Identifier) assignment.getVariable()).getSimpleName()
            : "value";
    boolean properties =
        "properties".equals(name) && annotation.contains(".test.")
            || "value".equals(name) && annotation.endsWith(".SpringBootTest");
    Cursor cursor = new Cursor(getCursor(), argument);
    if (!properties) {
      return argument;
    }
    if (!(argument instanceof J.Assignment assignment)) {
      return assigned(argument, cursor);
    }
    Expression value = assigned(assignment.getAssignment(), cursor);
    return value == null ? null : assignment.withAssignment(value);
  }

  /** Edits one string or several in braces; null if none is left. */
  private @Nullable Expression assigned(Expression value, Cursor cursor) {
    List<Expression> strings = KeysThatAreSet.strings(value);
    strings.forEach(this::understandEntry);
    return set.follow(value, cursor);
  }

  @Override
  public @Nullable J visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    JavaType.Method method = call.getMethodType();
    String owner = method == null ? "" : method.getDeclaringType().getFullyQualifiedName();
    if (LISTS.contains(call.getSimpleName())
        && owner.startsWith("org.springframework.boot.")
        && call.getArguments().stream().allMatch(arg -> TypeUtils.isString(arg.getType()))) {
      boolean alone = !owner.startsWith("org.springframework.boot.builder.") && !readsFiles;
      call.getArguments().forEach(this::understandEntry);
      List<Expression> edited = set.follow(call.getArguments(), alone, getCursor());
      if (edited.isEmpty()) {
        return withoutCall(call, ctx);
      }
      return super.visitMethodInvocation(call.withArguments(edited), ctx);
    }
    if (owner.equals("org.springframework.test.context.DynamicPropertyRegistry")
        || owner.equals("java.lang.System") && call.getSimpleName().equals("setProperty")) {
      J.MethodInvocation edited = new KeyWithValue(keys, findings, getCursor()).edit(call);
      if (edited == null) {
        return null;
      }
      call.getArguments().forEach(this::understand);
      return super.visitMethodInvocation(edited, ctx);
    }
    if (owner.startsWith("org.springframework.core.env.")
        && READS.contains(call.getSimpleName())
        && call.getArguments().get(0) instanceof J.Literal name
        && name.getValue() instanceof String key) {
      understand(name);
      return super.visitMethodInvocation(read(call, name, key), ctx);
    }
    return super.visitMethodInvocation(call, ctx);
  }

  /** A chain without the link that has nothing to say any more. */
  private @Nullable J withoutCall(J.MethodInvocation call, ExecutionContext ctx) {
    Expression select = call.getSelect();
    if (select instanceof J.MethodInvocation || select instanceof J.NewClass) {
      return visit((J) select.withPrefix(call.getPrefix()), ctx);
    }
    return getCursor().getParentTreeCursor().getValue() instanceof J.Block || select == null
        ? null
        : select.withPrefix(call.getPrefix());
  }

  private J.MethodInvocation read(J.MethodInvocation call, J.Literal name, String key) {
    List<Expression> arguments = new ArrayList<>(call.getArguments());
    J.Literal byDefault =
        arguments.size() > 1
                && arguments.get(1) instanceof J.Literal literal
                && literal.getValue() instanceof String
            ? literal
            : null;
    Optional<String> old = Optional.ofNullable(byDefault).map(text -> (String) text.getValue());
    CodeKeys.Read read = keys.read(key, old).orElse(null);
    if (read == null) {
      return call;
    }
    if (read.question().isPresent() || !read.byDefault().equals(old) && byDefault == null) {
      findings.manual(
          getCursor(),
          key,
          read.question()
              .orElse(
                  "becomes "
                      + read.key()
                      + ", which need not be configured: where it is not, it is "
                      + read.byDefault().orElse("absent")));
      return call;
    }
    findings.changed(getCursor(), key, "becomes " + read.key());
    arguments.set(0, KeyLiterals.replace(name, key, read.key()));
    if (byDefault != null) {
      arguments.set(
          1, KeyLiterals.replace(byDefault, old.orElseThrow(), read.byDefault().orElseThrow()));
    }
    return call.withArguments(arguments);
  }

  @Override
  public J visitLiteral(J.Literal literal, ExecutionContext ctx) {
    if (!(literal.getValue() instanceof String text) || understood.contains(literal.getId())) {
      return literal;
    }
    J.Annotation annotation = getCursor().firstEnclosing(J.Annotation.class);
    if (annotation != null && text.contains("${spring.ai.mcp.")) {
      return new KeyPlaceholders(keys, findings, getCursor()).edit(literal);
    }
    if (KeyLiterals.nameServer(text)) {
      keys.serverStays()
          .or(
              () ->
                  keys.serverMoves()
                      ? Optional.of(
                          keys.move().keepsSse()
                                  && !text.toLowerCase(Locale.ROOT).contains("protocol")
                              ? ""
                              : "this names a key of HTTP+SSE: the protocol is STREAMABLE from now on, and the endpoint is "
                                  + keys.mcpPath())
                      : Optional.empty())
          .filter(reason -> !reason.isEmpty())
          .ifPresent(reason -> findings.manual(getCursor(), text, reason));
    } else if (KeyLiterals.nameClient(text)) {
      findings.manual(
          getCursor(),
          text,
          keys.anyClientStays()
              .orElse(
                  "the connections are below "
                      + ClientKeys.PREFIX
                      + ".streamable-http from now on"));
    }
    return literal;
  }

  private void understandEntry(Expression string) {
    InlineProperties.read(string).ifPresent(entry -> understand(entry.literal()));
  }

  private void understand(Expression expression) {
    if (expression instanceof J.Literal literal) {
      understood.add(literal.getId());
    } else if (expression instanceof J.Binary) {
      InlineProperties.read(expression).ifPresent(entry -> understood.add(entry.literal().getId()));
    }
  }
}
