package io.github.mcpmigrate.recipes.handwritten;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.marker.JavaSourceSet;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** The types by which a server written by hand answers with an event stream. */
final class WebTypes {

  /** Of web frameworks: requests, responses, and the streams of events on them. */
  private static final List<String> WEB =
      List.of(
          "org.springframework.web.servlet.mvc.method.annotation.",
          "org.springframework.http.codec.ServerSentEvent",
          "jakarta.servlet.",
          "javax.servlet.",
          "jakarta.ws.rs.",
          "javax.ws.rs.",
          "com.sun.net.httpserver.",
          "io.javalin.",
          "io.vertx.",
          "io.helidon.",
          "io.undertow.",
          "io.netty.",
          "reactor.core.publisher.Sinks",
          "reactor.core.publisher.FluxSink");

  /** Of what stands before handlers, and may name their paths. */
  private static final List<String> RULES =
      List.of(
          "org.springframework.security.",
          "org.springframework.web.filter.",
          "org.springframework.web.servlet.HandlerInterceptor",
          "org.springframework.web.servlet.config.annotation.",
          "org.springframework.web.cors.",
          "org.springframework.boot.web.servlet.",
          "org.apache.shiro.");

  /** What a class of the project's own may wrap, and know no more of the web. */
  private static final List<String> WRITERS =
      List.of("java.io.PrintWriter", "java.io.Writer", "java.io.OutputStream");

  /** The SDK itself, also where its classes have been copied into a project, and ours. */
  private static final List<String> NOT_BY_HAND =
      List.of("io.modelcontextprotocol", "io.github.mcpmigrate.compat");

  private WebTypes() {}

  /** Whether a file can have to do with a server by hand; all others are not looked into. */
  static boolean areIn(JavaSourceFile source) {
    boolean found = false;
    for (JavaType type : source.getTypesInUse().getTypesInUse()) {
      if (type instanceof JavaType.FullyQualified named) {
        found |=
            isWebOrWriter(named.getFullyQualifiedName())
                || startsWithAny(RULES, named.getFullyQualifiedName());
        if (isContractOfSdk(named.getFullyQualifiedName())) {
          return false;
        }
      }
    }
    return found && !isTest(source) && !isOfSdk(source);
  }

  /** Whether a variable of this type is a request, a response, or a stream to a client. */
  static boolean isStream(@Nullable JavaType type) {
    JavaType.FullyQualified named = TypeUtils.asFullyQualified(type);
    return named != null && isWebOrWriter(named.getFullyQualifiedName());
  }

  /** Whether a lambda that is given this type handles requests. */
  static boolean isRequest(@Nullable JavaType type) {
    JavaType.FullyQualified named = TypeUtils.asFullyQualified(type);
    return named != null && startsWithAny(WEB, named.getFullyQualifiedName());
  }

  private static boolean isWebOrWriter(String type) {
    return startsWithAny(WEB, type) || WRITERS.contains(type);
  }

  private static boolean startsWithAny(List<String> prefixes, String name) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** A server that a test makes up for its client speaks HTTP+SSE as long as the client does. */
  private static boolean isTest(JavaSourceFile source) {
    return source
        .getMarkers()
        .findFirst(JavaSourceSet.class)
        .map(set -> !set.getName().equals("main"))
        .orElseGet(
            () -> source.getSourcePath().toString().replace('\\', '/').contains("src/test/"));
  }

  /** Who writes a transport for the SDK has an SDK; other recipes know of that. */
  private static boolean isContractOfSdk(String type) {
    return type.startsWith("io.modelcontextprotocol.spec.") && type.contains("Transport");
  }

  private static boolean isOfSdk(JavaSourceFile source) {
    return source.getPackageDeclaration() != null
        && startsWithAny(
            NOT_BY_HAND, source.getPackageDeclaration().getPackageName().replace(" ", ""));
  }
}
