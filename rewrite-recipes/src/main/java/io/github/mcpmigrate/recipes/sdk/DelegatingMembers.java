package io.github.mcpmigrate.recipes.sdk;

import java.util.List;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Flag;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaCoordinates;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.marker.Markers;

/**
 * The field and the methods that a servlet needs to delegate to a provider.
 *
 * @param field the name of the field
 */
record DelegatingMembers(ProviderTemplates templates, String field) {

  private static final String[] IMPORTS = {
    "jakarta.servlet.ServletException",
    "jakarta.servlet.ServletRequest",
    "jakarta.servlet.ServletResponse",
    "java.io.IOException"
  };

  /** What the members mention beside the provider. */
  static String[] imports() {
    return IMPORTS.clone();
  }

  /** The field, as an expression. */
  J.Identifier reference() {
    JavaType type = JavaType.buildType(templates.to().type());
    return new J.Identifier(
        Tree.randomId(),
        Space.EMPTY,
        Markers.EMPTY,
        List.of(),
        field,
        type,
        new JavaType.Variable(null, Flag.Private.getBitMask(), field, null, type, null));
  }

  J.ClassDeclaration addTo(J.ClassDeclaration servlet, Cursor parent, ExecutionContext ctx) {
    Statement next = firstMember(servlet);
    J.ClassDeclaration changed =
        apart(
            add(
                servlet,
                parent,
                next.getCoordinates().before(),
                "private final %s %s;".formatted(templates.to().simpleName(), field),
                ctx),
            next);
    if (!declares(servlet, "init")) {
      changed =
          addMethod(
              changed,
              parent,
              """
              @Override
              public void init() throws ServletException {
                  #{any(%s)}.init(#{any(jakarta.servlet.http.HttpServlet)}.getServletConfig());
              }""",
              ctx);
    }
    if (!declares(servlet, "service")) {
      changed =
          addMethod(
              changed,
              parent,
              """
              @Override
              public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
                  #{any(%s)}.service(request, response);
              }""",
              ctx);
    }
    if (!declares(servlet, "destroy")) {
      changed =
          addMethod(
              changed,
              parent,
              """
              @Override
              public void destroy() {
                  #{any(%s)}.destroy();
              }""",
              ctx);
    }
    return changed;
  }

  /** The first member after the static fields, which there is: the servlet has a constructor. */
  private static Statement firstMember(J.ClassDeclaration servlet) {
    return servlet.getBody().getStatements().stream()
        .filter(
            member ->
                !(member instanceof J.VariableDeclarations variables
                    && variables.hasModifier(J.Modifier.Type.Static)))
        .findFirst()
        .orElseThrow();
  }

  private static boolean declares(J.ClassDeclaration servlet, String method) {
    return servlet.getBody().getStatements().stream()
        .anyMatch(
            member ->
                member instanceof J.MethodDeclaration declared
                    && method.equals(declared.getSimpleName()));
  }

  private J.ClassDeclaration addMethod(
      J.ClassDeclaration servlet, Cursor parent, String code, ExecutionContext ctx) {
    return add(
        servlet,
        parent,
        servlet.getBody().getCoordinates().lastStatement(),
        code.formatted(templates.to().type()),
        ctx,
        code.contains("getServletConfig")
            ? new Object[] {reference(), servlet()}
            : new Object[] {reference()});
  }

  /** A blank line between the field and a member that is no field. */
  private static J.ClassDeclaration apart(J.ClassDeclaration servlet, Statement next) {
    return next instanceof J.VariableDeclarations
        ? servlet
        : servlet.withBody(
            servlet
                .getBody()
                .withStatements(
                    ListUtils.map(
                        servlet.getBody().getStatements(),
                        member -> member.isScope(next) ? apart(member) : member)));
  }

  private static Statement apart(Statement member) {
    String before = member.getPrefix().getWhitespace();
    return before.indexOf('\n') == before.lastIndexOf('\n')
        ? member.withPrefix(member.getPrefix().withWhitespace("\n" + before))
        : member;
  }

  private static J.Identifier servlet() {
    return new J.Identifier(
        Tree.randomId(),
        Space.EMPTY,
        Markers.EMPTY,
        List.of(),
        "this",
        JavaType.buildType("jakarta.servlet.http.HttpServlet"),
        null);
  }

  /** {@code getServletConfig()}, which a template only knows with what it is called on. */
  private static J unqualified(J tree, ExecutionContext ctx) {
    return new JavaIsoVisitor<ExecutionContext>() {
      @Override
      public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext p) {
        return "getServletConfig".equals(call.getSimpleName())
                && ProviderSubclass.isThis(call.getSelect())
            ? call.withSelect(null)
            : super.visitMethodInvocation(call, p);
      }
    }.visitNonNull(tree, ctx);
  }

  private J.ClassDeclaration add(
      J.ClassDeclaration servlet,
      Cursor parent,
      JavaCoordinates place,
      String code,
      ExecutionContext ctx,
      Object... args) {
    J.ClassDeclaration added =
        templates.template(code, ctx, IMPORTS).apply(new Cursor(parent, servlet), place, args);
    return (J.ClassDeclaration) unqualified(added, ctx);
  }

  /** Initialises the transport in a servlet's own {@code init}, where that of its parent was. */
  J.MethodDeclaration initialise(J.MethodDeclaration init, Cursor parent, ExecutionContext ctx) {
    String code =
        "#{any(%s)}.init(#{any(jakarta.servlet.http.HttpServlet)}.getServletConfig());"
            .formatted(templates.to().type());
    Statement inherited =
        init.getBody().getStatements().stream()
            .filter(DelegatingMembers::isInheritedInit)
            .findFirst()
            .orElse(null);
    if (inherited == null) {
      return init;
    }
    JavaCoordinates place =
        ((J.MethodInvocation) inherited).getArguments().get(0) instanceof J.Empty
            ? inherited.getCoordinates().replace()
            : inherited.getCoordinates().after();
    J.MethodDeclaration initialised =
        templates
            .template(code, ctx, IMPORTS)
            .apply(new Cursor(parent, init), place, reference(), servlet());
    return (J.MethodDeclaration) unqualified(initialised, ctx);
  }

  private static boolean isInheritedInit(Statement statement) {
    return statement instanceof J.MethodInvocation call
        && "init".equals(call.getSimpleName())
        && call.getSelect() instanceof J.Identifier target
        && "super".equals(target.getSimpleName());
  }
}
