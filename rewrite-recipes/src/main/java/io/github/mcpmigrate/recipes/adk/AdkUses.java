package io.github.mcpmigrate.recipes.adk;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.client.ClientFindings;
import io.github.mcpmigrate.recipes.client.ClientProjects;
import io.github.mcpmigrate.recipes.client.ClientUrls;
import io.github.mcpmigrate.recipes.sdk.OwnServers;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.kotlin.tree.K;

/** What a source file does with ADK's parameters, and what there is to say of it. */
final class AdkUses extends JavaIsoVisitor<ExecutionContext> {

  private static final Set<String> OTHER_ON_STREAMABLE = Set.of("headers", "sseEndpoint");

  private final OwnServers own;
  private final ClientFindings findings = new ClientFindings("adk client", Guide.FRAMEWORKS);
  private final ClientUrls urls;

  /** The argument of {@code sseEndpoint()} in the chain of a call of {@code url()}. */
  private final Map<UUID, Expression> endpoints = new HashMap<>();

  private final Set<UUID> inChains = new HashSet<>();

  /** What to append to the argument of a call of {@code url()}. */
  private final Map<UUID, String> suffixes = new HashMap<>();

  private AdkUses(JavaSourceFile source, ClientProjects projects) {
    own = projects.servers();
    urls = new ClientUrls(own, findings, source, Adk::isUrl);
    if (!(source instanceof J.CompilationUnit || source instanceof K.CompilationUnit)) {
      findings.stay("these recipes edit Java and Kotlin sources only");
    }
    findings.stay(Adk.tooOld(source, projects));
    boolean streams =
        source.getTypesInUse().getTypesInUse().stream()
            .anyMatch(type -> TypeUtils.isOfClassType(type, Adk.STREAMABLE));
    if (streams) {
      findings.stay(
          "this file has clients on Streamable HTTP too: code that chooses between both would have the same one twice");
    }
  }

  static AdkUses in(JavaSourceFile source, ClientProjects projects, ExecutionContext ctx) {
    AdkUses uses = new AdkUses(source, projects);
    uses.visit(source, ctx);
    return uses;
  }

  ClientFindings findings() {
    return findings;
  }

  ClientUrls urls() {
    return urls;
  }

  Map<UUID, String> suffixes() {
    return suffixes;
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    if (Adk.isOfBuilder(call, "build")) {
      Adk.chain(call).ifPresent(this::remember);
      findings.add(
          getCursor(),
          call,
          "SseServerParameters.build()",
          Action.CHANGED,
          "becomes StreamableHttpServerParameters");
    } else if (Adk.isUrl(call)) {
      url(call);
    } else if (Adk.isOfBuilder(call, "sseEndpoint") && !inChains.contains(call.getId())) {
      findings.stay(
          "sseEndpoint() and url() are not in one chain of calls from builder() to build(); write it as one, and run again");
    } else if (Adk.isOfBuilder(call, "headers") && !areTexts(call.getArguments().get(0))) {
      findings.stay(
          "headers of StreamableHttpServerParameters are a Map<String, String>, and this may be none; write them as Map.of(..), and run again");
    } else if (isRead(call)) {
      findings.stay(
          call.getSimpleName() + "() is another thing on StreamableHttpServerParameters, or none");
    }
    return super.visitMethodInvocation(call, ctx);
  }

  /** Knows of the calls of one chain, before they are visited. */
  private void remember(List<J.MethodInvocation> chain) {
    Optional<J.MethodInvocation> url = chain.stream().filter(Adk::isUrl).findFirst();
    for (J.MethodInvocation call : chain) {
      if (url.isPresent() && Adk.isOfBuilder(call, "sseEndpoint")) {
        endpoints.put(url.get().getId(), call.getArguments().get(0));
        inChains.add(call.getId());
      }
    }
  }

  private void url(J.MethodInvocation call) {
    Expression url = call.getArguments().get(0);
    Expression given = endpoints.get(call.getId());
    String endpoint =
        given == null
            ? Adk.DEFAULT_ENDPOINT
            : urls.end(given)
                .filter(end -> end == given)
                .map(end -> (String) end.getValue())
                .orElse(null);
    if (endpoint == null) {
      findings.stay(
          "nobody can tell from the code what becomes of sseEndpoint(); put the whole MCP endpoint into url(), and run again");
      urls.move(url, getCursor());
      return;
    }
    boolean known = urls.move(url, getCursor(), written -> legacy(url, written, endpoint));
    if (!known && given != null && isBase(url)) {
      own.streamableUrl(endpoint).ifPresent(path -> suffixes.put(call.getId(), path));
    }
  }

  /** What the client asks, where that is known: an absolute path replaces what a sum ends in. */
  private static String legacy(Expression url, String written, String endpoint) {
    return url instanceof J.Binary && (endpoint.startsWith("/") || !written.contains("/"))
        ? ""
        : Adk.resolve(written, endpoint);
  }

  /** Whether a path can be appended to what a person has to look at anyway. */
  private boolean isBase(Expression url) {
    return urls.end(url).map(end -> !((String) end.getValue()).contains("/")).orElse(true);
  }

  /** Whether all values of a map are texts, as far as one sees. */
  private static boolean areTexts(Expression headers) {
    if (!(headers instanceof J.MethodInvocation of)
        || of.getTypeParameters() != null
        || of.getMethodType() == null
        || !of.getSimpleName().matches("of|singletonMap|emptyMap")) {
      return false;
    }
    JavaType.FullyQualified home = of.getMethodType().getDeclaringType();
    return home.getFullyQualifiedName()
            .matches(
                "java\\.util\\.(Map|Collections)|com\\.google\\.common\\.collect\\.ImmutableMap")
        && of.getArguments().stream()
            .filter(argument -> !(argument instanceof J.Empty))
            .allMatch(argument -> TypeUtils.isString(argument.getType()));
  }

  /** Whether parameters are asked for something that is not the same afterwards. */
  private static boolean isRead(J.MethodInvocation call) {
    return OTHER_ON_STREAMABLE.contains(call.getSimpleName())
        && call.getMethodType() != null
        && TypeUtils.isOfClassType(call.getMethodType().getDeclaringType(), Adk.SSE);
  }

  @Override
  public J.ClassDeclaration visitClassDeclaration(J.ClassDeclaration type, ExecutionContext ctx) {
    if (type.getExtends() != null && Adk.isLegacy(type.getExtends().getType())) {
      findings.stay(type.getSimpleName() + " extends a class that is not to be extended");
    }
    return super.visitClassDeclaration(type, ctx);
  }

  @Override
  public J.MemberReference visitMemberReference(J.MemberReference reference, ExecutionContext ctx) {
    if (reference.getMethodType() != null
        && Adk.isLegacy(reference.getMethodType().getDeclaringType())) {
      findings.add(
          new Cursor(getCursor().getParentOrThrow(), reference),
          reference,
          reference.printTrimmed(getCursor()),
          Action.CHANGED,
          "becomes StreamableHttpServerParameters");
      findings.stay("a reference to a method cannot be translated; write a lambda, and run again");
    }
    return super.visitMemberReference(reference, ctx);
  }
}
