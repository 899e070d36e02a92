package io.github.mcpmigrate.recipes.agentscope;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.client.ClientFindings;
import io.github.mcpmigrate.recipes.client.ClientProjects;
import io.github.mcpmigrate.recipes.client.ClientUrls;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.Map;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.kotlin.tree.K;

/** What a source file does with AgentScope's builder, and what there is to say of it. */
final class AgentScopeUses extends JavaIsoVisitor<ExecutionContext> {

  private static final String BUILDER = "io.agentscope.core.tool.mcp.McpClientBuilder";
  private static final String STREAMABLE = "streamableHttpTransport";

  private static final Map<String, String> SUCCESSORS =
      Map.of("sseTransport", STREAMABLE, "customizeSseClient", "customizeStreamableHttpClient");

  private final ClientFindings findings = new ClientFindings("agentscope client", Guide.FRAMEWORKS);
  private final ClientUrls urls;
  private final boolean choosesTransport;

  private AgentScopeUses(JavaSourceFile source, ClientProjects projects) {
    urls = new ClientUrls(projects.servers(), findings, source, AgentScopeUses::isTransport);
    choosesTransport = uses(source, "sseTransport");
    if (!(source instanceof J.CompilationUnit || source instanceof K.CompilationUnit)) {
      findings.stay("these recipes edit Java and Kotlin sources only");
    }
    if (uses(source, STREAMABLE)) {
      findings.stay(
          "this file has clients on Streamable HTTP too: code that chooses between both would have the same one twice");
    }
    if (!choosesTransport) {
      findings.stay(
          "this customizes HTTP+SSE alone, and the transport is chosen elsewhere: where that becomes streamableHttpTransport, this has to be customizeStreamableHttpClient");
    }
  }

  static AgentScopeUses in(JavaSourceFile source, ClientProjects projects, ExecutionContext ctx) {
    AgentScopeUses uses = new AgentScopeUses(source, projects);
    uses.visit(source, ctx);
    return uses;
  }

  static boolean areIn(JavaSourceFile source) {
    return SUCCESSORS.keySet().stream().anyMatch(method -> uses(source, method));
  }

  private static boolean uses(JavaSourceFile source, String method) {
    for (JavaType.Method used : source.getTypesInUse().getUsedMethods()) {
      if (used.getName().equals(method)
          && TypeUtils.isOfClassType(used.getDeclaringType(), BUILDER)) {
        return true;
      }
    }
    return false;
  }

  ClientFindings findings() {
    return findings;
  }

  ClientUrls urls() {
    return urls;
  }

  private static boolean isTransport(J.MethodInvocation call) {
    return call.getSimpleName().equals("sseTransport") && isLegacy(call);
  }

  private static boolean isLegacy(J.MethodInvocation call) {
    return SUCCESSORS.containsKey(call.getSimpleName())
        && call.getMethodType() != null
        && TypeUtils.isOfClassType(call.getMethodType().getDeclaringType(), BUILDER);
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    if (isLegacy(call)) {
      findings.add(
          getCursor(),
          call,
          "McpClientBuilder." + call.getSimpleName() + "()",
          Action.CHANGED,
          "becomes " + SUCCESSORS.get(call.getSimpleName()));
      if (isTransport(call)) {
        urls.move(call.getArguments().get(0), getCursor());
      }
    }
    return super.visitMethodInvocation(call, ctx);
  }

  /** Calls the methods of Streamable HTTP in place of those of HTTP+SSE. */
  static final class Rename extends JavaIsoVisitor<ExecutionContext> {
    @Override
    public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
      J.MethodInvocation visited = super.visitMethodInvocation(call, ctx);
      if (!isLegacy(visited)) {
        return visited;
      }
      String name = SUCCESSORS.get(visited.getSimpleName());
      JavaType.Method type = visited.getMethodType().withName(name);
      return visited
          .withName(visited.getName().withSimpleName(name).withType(type))
          .withMethodType(type);
    }
  }
}
