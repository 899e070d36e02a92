package io.github.mcpmigrate.recipes.solon;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.client.ClientFindings;
import io.github.mcpmigrate.recipes.client.ClientUrls;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** What a source file does with Solon's MCP, and what there is to say of it. */
final class SolonUses extends JavaIsoVisitor<ExecutionContext> {

  private static final String BY_HAND =
      "say McpChannel.STREAMABLE here, and the MCP endpoint in mcpEndpoint or url";

  private final SolonProject project;
  private final ClientFindings findings = new ClientFindings("solon", Guide.FRAMEWORKS);
  private final ClientUrls urls;

  /** Calls of builders that are one chain, and annotations: those that move if the file does. */
  private final Set<UUID> moving = new HashSet<>();

  private SolonUses(JavaSourceFile source, SolonProject project) {
    this.project = project;
    urls = new ClientUrls(project.projects().servers(), findings, source, SolonUses::isUrl);
    if (!(source instanceof J.CompilationUnit)) {
      findings.stay("these recipes edit Solon's channels in Java sources only: " + BY_HAND);
    }
  }

  static SolonUses in(JavaSourceFile source, SolonProject project, ExecutionContext ctx) {
    SolonUses uses = new SolonUses(source, project);
    uses.visit(source, ctx);
    return uses;
  }

  ClientFindings findings() {
    return findings;
  }

  ClientUrls urls() {
    return urls;
  }

  Set<UUID> moving() {
    return moving;
  }

  private static boolean isUrl(J.MethodInvocation call) {
    return (call.getSimpleName().equals("url") || call.getSimpleName().equals("apiUrl"))
        && Solon.isOfBuilder(call, Solon.CLIENT)
        && call.getArguments().size() == 1;
  }

  @Override
  public J.Annotation visitAnnotation(J.Annotation annotation, ExecutionContext ctx) {
    if (SolonServers.isSse(annotation)) {
      if (SolonServers.isOld(annotation)) {
        findings.stay(Solon.RAISE);
      }
      server(annotation, Solon.element(annotation, SolonServers.endpointOf(annotation)), ctx);
      Solon.element(annotation, "channel").ifPresent(this::constant);
      moving.add(annotation.getId());
    }
    return super.visitAnnotation(annotation, ctx);
  }

  /** One row for a server: where it is afterwards. */
  private void server(J place, Optional<Expression> path, ExecutionContext ctx) {
    if (!project.serversMove()) {
      findings.stay(SolonProject.ONE_CHANNEL);
    }
    String construct =
        place instanceof J.Annotation
            ? "@McpServerEndpoint"
            : "McpServerEndpointProvider.builder()";
    Optional<String> written =
        path.filter(end -> end instanceof J.Literal)
            .map(end -> ((J.Literal) end).getValue())
            .map(String::valueOf);
    if (written.isPresent()) {
      findings.add(
          getCursor(),
          place,
          construct,
          Action.CHANGED,
          "becomes a server on Streamable HTTP at " + project.moved(written.get(), ctx));
    } else {
      findings.add(
          getCursor(),
          place,
          construct,
          Action.MANUAL,
          "this serves Streamable HTTP where HTTP+SSE was: clients keep their URL, whatever a comment says there");
    }
  }

  /** A name that is imported by itself would need another import. */
  private void constant(Expression channel) {
    if (channel instanceof J.Identifier) {
      findings.stay("write McpChannel.SSE in place of SSE, and run again");
    }
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    if (call.getSimpleName().equals("build")) {
      if (Solon.isOfBuilder(call, Solon.SERVER)) {
        chain(call, Solon.SERVER, ctx);
      } else if (Solon.isOfBuilder(call, Solon.CLIENT)) {
        chain(call, Solon.CLIENT, ctx);
      }
    } else if (isLooseChannel(call)) {
      findings.add(getCursor(), call, "channel()", Action.CHANGED, "becomes STREAMABLE");
      findings.stay(
          "this builder is not used in one chain of calls; write it as one, and run again");
    } else if (Solon.setsProperty(call)) {
      findings.add(getCursor(), call, "setChannel()", Action.MANUAL, BY_HAND);
    }
    return super.visitMethodInvocation(call, ctx);
  }

  private boolean isLooseChannel(J.MethodInvocation call) {
    return call.getSimpleName().equals("channel")
        && (Solon.isOfBuilder(call, Solon.SERVER) || Solon.isOfBuilder(call, Solon.CLIENT))
        && Solon.isSse(call.getArguments().get(0))
        && !moving.contains(call.getId());
  }

  private void chain(J.MethodInvocation build, String provider, ExecutionContext ctx) {
    List<J.MethodInvocation> calls =
        Solon.chain(build).stream().filter(call -> Solon.isOfBuilder(call, provider)).toList();
    boolean whole =
        Solon.chain(build).stream().anyMatch(call -> call.getSimpleName().equals("builder"));
    Optional<J.MethodInvocation> channel =
        calls.stream().filter(call -> call.getSimpleName().equals("channel")).findFirst();
    boolean old =
        !Solon.has(
            build.getMethodType().getDeclaringType(),
            provider.equals(Solon.SERVER) ? "mcpEndpoint" : "url");
    // Before 3.5.0 a channel that nobody named was this one, too.
    if (!whole || !channel.map(call -> Solon.isSse(call.getArguments().get(0))).orElse(old)) {
      return;
    }
    if (old) {
      findings.stay(Solon.RAISE);
    }
    channel.ifPresent(call -> constant(call.getArguments().get(0)));
    calls.forEach(call -> moving.add(call.getId()));
    if (provider.equals(Solon.SERVER)) {
      server(
          build,
          calls.stream()
              .filter(call -> call.getSimpleName().matches("sseEndpoint|mcpEndpoint"))
              .map(call -> call.getArguments().get(0))
              .findFirst(),
          ctx);
      return;
    }
    findings.add(
        getCursor(),
        build,
        "McpClientProvider.build()",
        Action.CHANGED,
        "becomes a client on Streamable HTTP");
    calls.stream()
        .filter(SolonUses::isUrl)
        .forEach(
            call ->
                urls.move(
                    call.getArguments().get(0),
                    getCursor(),
                    url -> url,
                    url -> project.url(url, ctx),
                    () -> project.whyClientsStay(ctx)));
  }

  @Override
  public J.NewClass visitNewClass(J.NewClass made, ExecutionContext ctx) {
    boolean byUrl =
        TypeUtils.isOfClassType(made.getType(), Solon.CLIENT)
            && made.getConstructorType() != null
            && made.getConstructorType().getParameterTypes().stream().anyMatch(TypeUtils::isString)
            && !Solon.has(TypeUtils.asFullyQualified(builderOf(made)), "url");
    if (byUrl) {
      findings.add(
          getCursor(),
          made,
          "new McpClientProvider()",
          Action.CHANGED,
          "becomes a client on Streamable HTTP");
      findings.stay(Solon.RAISE);
    }
    return super.visitNewClass(made, ctx);
  }

  /** The type that {@code builder()} of the class returns. */
  private static JavaType builderOf(J.NewClass made) {
    return made.getConstructorType().getDeclaringType().getMethods().stream()
        .filter(method -> method.getName().equals("builder"))
        .map(method -> method.getReturnType())
        .findFirst()
        .orElse(JavaType.Unknown.getInstance());
  }
}
