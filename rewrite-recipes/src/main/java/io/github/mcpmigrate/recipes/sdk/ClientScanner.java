package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.sdk.ClientPaths.Place;
import io.github.mcpmigrate.recipes.sdk.ClientPaths.Role;
import io.github.mcpmigrate.recipes.sdk.ClientUses.Construction;
import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Fills in {@link ClientUses} from one source file that has to do with clients or their paths. */
final class ClientScanner extends StringScanner {

  private static final OldTypes OLD_TYPES =
      new OldTypes(
          Stream.of(ClientTransport.values())
              .flatMap(transport -> Stream.of(transport.legacy(), transport.legacyBuilder()))
              .collect(Collectors.toSet()));

  private static final Pattern SERVER =
      Pattern.compile(
          ".*\\.((HttpServlet|WebMvc|WebFlux)(SseServerTransport(Provider)?|DualTransportProvider)"
              + "(\\$Builder)?|DualTransportBuilder)");

  private final ClientUses uses;
  private final ClientFile file;

  ClientScanner(ClientUses uses, ClientFile file) {
    super(uses.paths());
    this.uses = uses;
    this.file = file;
  }

  @Override
  public J.ClassDeclaration visitClassDeclaration(
      J.ClassDeclaration declaration, ExecutionContext ctx) {
    if (declaration.getType() != null) {
      file.declares.add(declaration.getType().getFullyQualifiedName());
    }
    ClientTransport.extendedBy(declaration.getType())
        .ifPresent(
            transport ->
                obstacle(
                    declaration.getSimpleName()
                        + " extends "
                        + transport.legacyName()
                        + "; "
                        + transport.streamableName()
                        + " cannot be extended: keep it in a field and delegate to it"));
    return super.visitClassDeclaration(declaration, ctx);
  }

  @Override
  public J.MethodDeclaration visitMethodDeclaration(
      J.MethodDeclaration method, ExecutionContext ctx) {
    JavaType.Method type = method.getMethodType();
    if (type != null) {
      if (OLD_TYPES.areNamedBy(type)) {
        // What it overrides, or what overrides it, has to follow.
        linkToSupertypes(type.getDeclaringType());
      }
    }
    return super.visitMethodDeclaration(method, ctx);
  }

  private void linkToSupertypes(JavaType.@Nullable FullyQualified type) {
    if (type != null) {
      file.linkedTo.add(type.getFullyQualifiedName());
      linkToSupertypes(type.getSupertype());
      type.getInterfaces().forEach(this::linkToSupertypes);
    }
  }

  @Override
  public J.NewClass visitNewClass(J.NewClass call, ExecutionContext ctx) {
    JavaType created = call.getClazz() == null ? null : call.getClazz().getType();
    Optional<ClientTransport> transport = ClientTransport.ofLegacy(created);
    if (transport.isPresent()) {
      Optional<ClientConstructor> constructor = ClientConstructor.of(call);
      if (constructor.isPresent()) {
        construct(call, constructor.get().target(), constructor.get().endpoint());
      } else {
        obstacle(
            call.getBody() != null
                ? "this anonymous class extends " + transport.get().legacyName()
                : "this constructor of " + transport.get().legacyName() + " is not known");
      }
    } else if (ClientTransport.ofLegacyBuilder(created).isPresent()) {
      construct(call, call.getArguments().get(0), null);
    } else {
      noteServer(call.getConstructorType(), call.getArguments());
      noteCall(call.getConstructorType(), call.getArguments());
    }
    return super.visitNewClass(call, ctx);
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    JavaType.Method method = call.getMethodType();
    if (method != null) {
      boolean ofBuilder = isBuilderCall(call);
      if (ClientTransport.ofLegacy(method.getDeclaringType()).isPresent()
          && "builder".equals(call.getSimpleName())) {
        construct(call, call.getArguments().get(0), null);
      } else if (ofBuilder && "sseEndpoint".equals(call.getSimpleName())) {
        endpoint(call.getArguments().get(0), baseOf(call));
      } else if (ofBuilder
          && "messageEndpointValidator".equals(call.getSimpleName())
          && getCursor().getParentTreeCursor().getValue() instanceof J.Block) {
        obstacle("there is no messageEndpointValidator(..) any more");
      } else if (!ofBuilder) {
        noteServer(method, call.getArguments());
        noteCall(method, call.getArguments());
      }
    }
    return super.visitMethodInvocation(call, ctx);
  }

  /** A call on the legacy builder, of a method of its own. */
  static boolean isBuilderCall(J.MethodInvocation call) {
    return call.getMethodType() != null
        && ClientTransport.ofLegacyBuilder(call.getMethodType().getDeclaringType()).isPresent();
  }

  @Override
  public J.MemberReference visitMemberReference(J.MemberReference reference, ExecutionContext ctx) {
    String name = reference.getReference().getSimpleName();
    if (ClientTransport.isLegacy(reference.getContaining().getType())
        && Set.of("new", "sseEndpoint", "messageEndpointValidator").contains(name)) {
      obstacle("a reference to " + reference.printTrimmed(getCursor()) + " cannot be translated");
    }
    return super.visitMemberReference(reference, ctx);
  }

  private void construct(Expression call, Expression target, @Nullable Expression endpoint) {
    Origin origin = Origin.of(target);
    boolean url = TypeUtils.isString(target.getType());
    boolean appends = url && appendsPaths(call);
    file.constructions.add(new Construction(statement(), call.getId(), origin, appends));
    if (url) {
      file.places.add(new Place(Role.BASE, statement(), target.getId(), origin, null));
    }
    if (endpoint != null) {
      endpoint(endpoint, appends ? origin : null);
    }
  }

  private void endpoint(Expression path, @Nullable Origin base) {
    file.places.add(new Place(Role.ENDPOINT, statement(), path.getId(), Origin.of(path), base));
  }

  /**
   * Up to SDK 0.9 the client appended the path to the base URL, as strings; from 0.10 on the path
   * replaces the URL's own. The field tells which it is.
   */
  private static boolean appendsPaths(Expression call) {
    JavaType.FullyQualified type = TypeUtils.asFullyQualified(call.getType());
    if (type != null && type.getOwningClass() != null) {
      type = type.getOwningClass();
    }
    return type != null
        && type.getMembers().stream()
            .anyMatch(
                field -> "baseUri".equals(field.getName()) && TypeUtils.isString(field.getType()));
  }

  /** The base URL at the root of a builder's chain, if endpoints are appended to it. */
  private static @Nullable Origin baseOf(J.MethodInvocation call) {
    Expression root = call;
    while (root instanceof J.MethodInvocation link && link.getSelect() != null) {
      if ("builder".equals(link.getSimpleName())) {
        return appendsPaths(link) ? Origin.of(link.getArguments().get(0)) : null;
      }
      root = link.getSelect();
    }
    return root instanceof J.NewClass created && appendsPaths(created)
        ? Origin.of(created.getArguments().get(0))
        : null;
  }

  private void noteServer(JavaType.@Nullable Method method, List<Expression> args) {
    Expression path = ssePathOf(method, args);
    if (path != null) {
      uses.serverPath(Origin.of(path));
    }
    if (method != null
        && "mcpEndpoint".equals(method.getName())
        && isServer(method.getDeclaringType())) {
      uses.serverEndpoint(Origin.of(args.get(0)));
    }
  }

  /** A server's transport over HTTP+SSE, alone or beside the other, or its builder. */
  static boolean isServer(JavaType.FullyQualified type) {
    return SERVER.matcher(type.getFullyQualifiedName()).matches();
  }

  /** The path of HTTP+SSE in a call that gives it to a server's transport. */
  private static @Nullable Expression ssePathOf(
      JavaType.@Nullable Method method, List<Expression> args) {
    if (method == null || !isServer(method.getDeclaringType())) {
      return null;
    }
    if (method.isConstructor()) {
      return args.size() < 3 ? null : args.get(args.size() == 3 ? 2 : 3);
    }
    return "sseEndpoint".equals(method.getName()) ? args.get(0) : null;
  }

  private void noteCall(JavaType.@Nullable Method method, List<Expression> args) {
    if (method == null) {
      return;
    }
    String owner = method.getDeclaringType().getFullyQualifiedName();
    if (owner.startsWith("java.")
        || owner.startsWith("kotlin.")
        || owner.startsWith("io.modelcontextprotocol.")) {
      return;
    }
    noteStrings(method, args);
    if (OLD_TYPES.areNamedBy(method)) {
      file.linkedTo.add(owner);
      uses.unlessDeclared(
          owner,
          file,
          new Obstacle(
              statement(),
              getCursor().<J>getValue().getId(),
              owner
                  + "."
                  + method.getName()
                  + " is not part of this project and has the old type in its signature"));
    }
  }

  private void obstacle(String reason) {
    file.obstacles.add(new Obstacle(statement(), getCursor().<J>getValue().getId(), reason));
  }

  private UUID statement() {
    return TodoComments.place(getCursor());
  }
}
