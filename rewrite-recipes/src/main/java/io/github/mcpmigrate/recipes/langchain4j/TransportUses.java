package io.github.mcpmigrate.recipes.langchain4j;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.client.ClientFindings;
import io.github.mcpmigrate.recipes.client.ClientProjects;
import io.github.mcpmigrate.recipes.client.ClientUrls;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.kotlin.tree.K;

/** What a source file does with LangChain4j's transport, and what there is to say of it. */
final class TransportUses extends JavaIsoVisitor<ExecutionContext> {

  private static final String NO_CHANNEL =
      "before LangChain4j 1.12.1 this has no stream to listen on: changes of tools, and what the server asks outside of a call, are lost";

  private final LangChain4j library;
  private final ClientFindings findings = new ClientFindings("langchain4j client", Guide.CLIENTS);
  private final ClientUrls urls;

  private TransportUses(JavaSourceFile source, LangChain4j library, ClientProjects projects) {
    this.library = library;
    urls = new ClientUrls(projects.servers(), findings, source, TransportUses::isUrl);
    if (!(source instanceof J.CompilationUnit || source instanceof K.CompilationUnit)) {
      findings.stay("these recipes edit Java and Kotlin sources only");
    }
    if (!library.hasStreamable()) {
      findings.stay(
          "the LangChain4j here has no StreamableHttpMcpTransport: raise langchain4j-mcp to 1.4.0-beta10 or newer, with all of LangChain4j beside it, and run again");
    }
  }

  static TransportUses in(
      JavaSourceFile source, LangChain4j library, ClientProjects projects, ExecutionContext ctx) {
    TransportUses uses = new TransportUses(source, library, projects);
    uses.visit(source, ctx);
    return uses;
  }

  /** Whether a file has anything to do with the transport. */
  static boolean areIn(JavaSourceFile source) {
    return source.getTypesInUse().getTypesInUse().stream()
        .anyMatch(
            type ->
                TypeUtils.isOfClassType(type, LangChain4j.HTTP_SSE)
                    || TypeUtils.isOfClassType(type, LangChain4j.HTTP_SSE + "$Builder"));
  }

  LangChain4j library() {
    return library;
  }

  ClientFindings findings() {
    return findings;
  }

  ClientUrls urls() {
    return urls;
  }

  static boolean isUrl(J.MethodInvocation call) {
    return call.getSimpleName().equals("sseUrl") && isOfBuilder(call);
  }

  static boolean isBuild(J.MethodInvocation call) {
    return call.getSimpleName().equals("build") && isOfBuilder(call);
  }

  private static boolean isOfBuilder(J.MethodInvocation call) {
    return call.getMethodType() != null
        && TypeUtils.isOfClassType(
            call.getMethodType().getDeclaringType(), LangChain4j.HTTP_SSE + "$Builder");
  }

  @Override
  public J.ClassDeclaration visitClassDeclaration(J.ClassDeclaration type, ExecutionContext ctx) {
    if (type.getExtends() != null
        && TypeUtils.isOfClassType(type.getExtends().getType(), LangChain4j.HTTP_SSE)) {
      findings.stay(
          type.getSimpleName()
              + " extends HttpMcpTransport, whose successor has other methods to override");
    }
    return super.visitClassDeclaration(type, ctx);
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    if (isUrl(call)) {
      urls.move(call.getArguments().get(0), getCursor());
    } else if (isBuild(call) && library.hasStreamable()) {
      findings.add(
          getCursor(),
          call,
          "HttpMcpTransport.build()",
          library.hasChannel() ? Action.CHANGED : Action.MANUAL,
          library.hasChannel() ? "becomes StreamableHttpMcpTransport" : NO_CHANNEL);
    }
    return super.visitMethodInvocation(call, ctx);
  }
}
