package io.github.mcpmigrate.recipes.sdk;

import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaParser;

/** What templates of code that calls the SDK compile against: SDK 0.18 with its transports. */
final class SdkTemplates {

  private SdkTemplates() {}

  static JavaParser.Builder<?, ?> parser(ExecutionContext ctx) {
    return JavaParser.fromJavaVersion()
        .classpathFromResources(
            ctx,
            "mcp-core-0.18",
            "mcp-json-jackson2-0.18",
            "mcp-spring-webmvc-0.18",
            "mcp-spring-webflux-0.18",
            "spring-webflux-6",
            "jackson-databind-2",
            "jackson-core-2",
            "jakarta.servlet-api-6");
  }
}
