package io.github.mcpmigrate.maven.inventory;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.visitor.VoidVisitorAdapter;
import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Rule;
import io.github.mcpmigrate.maven.report.Stack;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what a Java file does with the classes of HTTP+SSE. */
final class JavaUses extends VoidVisitorAdapter<Void> {

  private static final String SPEC = "io.modelcontextprotocol.spec";

  private static final List<String> CONTRACTS =
      List.of("McpServerTransportProvider", "ServerMcpTransport", "McpServerTransport");

  /** Methods of the transport; a servlet that overrides one of them cannot hand it on. */
  private static final Set<String> NOT_DELEGATED =
      Set.of("doGet", "doPost", "setSessionFactory", "notifyClients", "closeGracefully");

  private static final Set<String> STREAMABLE_CLIENTS =
      Set.of("HttpClientStreamableHttpTransport", "WebClientStreamableHttpTransport");

  private final SourceText source;
  private final Names names;
  private final Reading into;
  private final Found found;

  /** Types that the file makes or extends: their declarations follow and are no finding. */
  private final Set<String> made = new HashSet<>();

  private final Map<String, ClassOrInterfaceType> declaredTypes = new LinkedHashMap<>();

  JavaUses(SourceText source, Names names, Reading into) {
    this.source = source;
    this.names = names;
    this.into = into;
    found = new Found(source, into);
  }

  @Override
  public void visit(CompilationUnit unit, Void none) {
    super.visit(unit, none);
    declaredTypes.forEach(
        (name, node) -> {
          if (!made.contains(name)) {
            LegacyType type = LegacyType.of(name).orElseThrow();
            found.add(
                type.server() ? Rule.SERVER_TYPE : Rule.CLIENT_TYPE,
                node,
                type.stack(),
                name,
                type.stack().isMigrated()
                    ? "follows what it stands for"
                    : FrameworkUses.notYet(type.stack()));
          }
        });
  }

  @Override
  public void visit(ClassOrInterfaceDeclaration declaration, Void none) {
    String name = names.declaredName(declaration.getNameAsString());
    if (LegacyType.of(name).isPresent()) {
      into.declared.add(name);
      found.add(
          Rule.SERVER_OWN_COPY,
          declaration,
          Action.MANUAL,
          Optional.empty(),
          "recipes never edit a class of the SDK's name that is the project's own, nor what uses it");
    }
    declaration.getExtendedTypes().forEach(type -> extended(declaration, type));
    declaration.getImplementedTypes().forEach(type -> implemented(declaration, type));
    super.visit(declaration, none);
  }

  private void extended(ClassOrInterfaceDeclaration declaration, ClassOrInterfaceType type) {
    Optional<String> name = names.full(type.getNameWithScope());
    Optional<LegacyType> legacy = name.flatMap(LegacyType::of);
    if (legacy.isEmpty()) {
      return;
    }
    made.add(name.get());
    Optional<String> overridden =
        declaration.getMethods().stream()
            .map(MethodDeclaration::getNameAsString)
            .filter(NOT_DELEGATED::contains)
            .findFirst();
    if (!legacy.get().server()) {
      found.add(
          Rule.CLIENT_SUBCLASS,
          type,
          legacy.get().stack().isMigrated() ? Action.MANUAL : Action.NOT_YET,
          Optional.of(legacy.get().stack()),
          "the new class has private constructors and cannot be extended");
    } else if (legacy.get().stack() == Stack.SERVLET && overridden.isEmpty()) {
      found.add(
          Rule.SERVER_SUBCLASS,
          type,
          Stack.SERVLET,
          name.get(),
          "becomes a servlet that hands its requests on to a provider");
    } else {
      found.add(
          Rule.SERVER_SUBCLASS,
          type,
          Action.MANUAL,
          Optional.of(legacy.get().stack()),
          overridden.map(method -> "it overrides " + method).orElse("it is no servlet")
              + ", and Streamable HTTP providers cannot be extended");
    }
  }

  private void implemented(ClassOrInterfaceDeclaration declaration, ClassOrInterfaceType type) {
    if (declaration.isInterface()
        || CONTRACTS.stream().noneMatch(c -> names.is(type.getNameWithScope(), SPEC, c))) {
      return;
    }
    if (HandWritten.streams(source.text())) {
      found.add(
          Rule.SERVER_OWN_TRANSPORT,
          type,
          Action.MANUAL,
          Optional.of(Stack.OWN_TRANSPORT),
          "implements the contract of HTTP+SSE servers and sends event streams: what it does on"
              + " Streamable HTTP is for you to say");
    }
  }

  @Override
  public void visit(ObjectCreationExpr creation, Void none) {
    String written = creation.getType().getNameWithScope();
    Optional<String> name = names.full(written);
    String outer =
        name.map(n -> n.endsWith(".Builder") ? n.substring(0, n.length() - 8) : n).orElse("");
    Optional<LegacyType> legacy = LegacyType.of(outer);
    legacy.ifPresent(
        type -> {
          made.add(outer);
          if (creation.getAnonymousClassBody().isPresent()) {
            found.add(
                type.server() ? Rule.SERVER_OBSTACLE : Rule.CLIENT_OBSTACLE,
                creation,
                Action.MANUAL,
                Optional.of(type.stack()),
                "this anonymous class extends a class that Streamable HTTP has no counterpart of");
          } else if (!outer.equals(name.orElseThrow())) {
            chain(creation, type, outer);
          } else {
            if (type.server()) {
              endpointsOf(creation);
            }
            constructed(creation, type, outer);
          }
        });
    super.visit(creation, none);
  }

  /** Paths among the arguments; a provider that is given none has the defaults. */
  private void endpointsOf(ObjectCreationExpr creation) {
    List<String> paths =
        creation.getArguments().stream()
            .flatMap(argument -> names.text(argument).stream())
            .map(Endpoint::path)
            .filter(path -> !path.isEmpty())
            .toList();
    into.endpoints.addAll(paths);
    if (paths.size() < 2) {
      into.endpoints.add(Endpoint.DEFAULT_SSE);
    }
  }

  @Override
  public void visit(MethodCallExpr call, Void none) {
    String method = call.getNameAsString();
    call.getScope()
        .filter(scope -> scope instanceof NameExpr || scope instanceof FieldAccessExpr)
        .flatMap(scope -> names.full(scope.toString()))
        .ifPresent(
            owner -> {
              LegacyType.of(owner)
                  .filter(type -> method.equals("builder"))
                  .ifPresent(type -> chain(call, type, owner));
              if (STREAMABLE_CLIENTS.contains(owner.substring(owner.lastIndexOf('.') + 1))) {
                into.streamableClients.add(source.file());
              }
            });
    if (method.equals("setSessionFactory")
        && call.getArguments().size() == 1
        && (source.text().contains("SseServerTransport")
            || names.full(CONTRACTS.get(0)).isPresent())) {
      found.add(
          Rule.SERVER_OBSTACLE,
          call.getName(),
          Action.MANUAL,
          Optional.empty(),
          "the session factories of the two transports have nothing in common");
    }
    super.visit(call, none);
  }

  /** A builder whose calls are one chain that ends in {@code build()}. */
  private void chain(Expression start, LegacyType type, String name) {
    made.add(name);
    Node top = start;
    boolean built = false;
    boolean namesEndpoint = false;
    while (top.getParentNode().orElse(null) instanceof MethodCallExpr next
        && next.getScope().orElse(null) == top) {
      String option = next.getNameAsString();
      built |= option.equals("build");
      if (option.matches("sseEndpoint|messageEndpoint|sseUrl") && next.getArguments().size() == 1) {
        namesEndpoint |= !option.equals("messageEndpoint");
        names
            .end(next.getArgument(0))
            .map(Endpoint::path)
            .filter(path -> !path.isEmpty())
            .ifPresent(into.endpoints::add);
      }
      top = next;
    }
    if (!namesEndpoint && type.stack().isMigrated()) {
      into.endpoints.add(Endpoint.DEFAULT_SSE);
    }
    if (!built && type.server()) {
      found.add(
          Rule.SERVER_OBSTACLE,
          start,
          Action.MANUAL,
          Optional.of(type.stack()),
          "the builder is not used in one chain of calls; write it as one");
    } else {
      constructed(start, type, name);
    }
  }

  private void constructed(Expression made, LegacyType type, String name) {
    boolean bean =
        made.findAncestor(MethodDeclaration.class)
            .filter(method -> method.getAnnotationByName("Bean").isPresent())
            .isPresent();
    found.add(type.made(), made, type.stack(), name, type.fate(), bean);
  }

  @Override
  public void visit(MethodReferenceExpr reference, Void none) {
    names
        .full(reference.getScope().toString())
        .flatMap(LegacyType::of)
        .ifPresent(
            type ->
                found.add(
                    type.server() ? Rule.SERVER_OBSTACLE : Rule.CLIENT_OBSTACLE,
                    reference,
                    type.stack().isMigrated() ? Action.MANUAL : Action.NOT_YET,
                    Optional.of(type.stack()),
                    "a reference to a constructor or builder cannot be translated; write a lambda"));
    super.visit(reference, none);
  }

  @Override
  public void visit(ClassOrInterfaceType type, Void none) {
    Node parent = type.getParentNode().orElse(null);
    boolean declares =
        parent instanceof VariableDeclarator
            || parent instanceof Parameter
            || parent instanceof MethodDeclaration
            || parent instanceof ClassOrInterfaceType;
    if (declares) {
      names
          .full(type.getNameWithScope())
          .filter(name -> LegacyType.of(name).isPresent())
          .ifPresent(name -> declaredTypes.putIfAbsent(name, type));
    }
    super.visit(type, none);
  }
}
