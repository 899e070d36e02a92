package io.github.mcpmigrate.recipes.handwritten;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.JavaTemplate;

/** Code that mentions mcp-compat-servlet; from stubs, so that the recipes do not depend on it. */
final class EngineTemplates {

  static final String CLIENT = "io.github.mcpmigrate.compat.backend.JsonRpcClient";
  static final String HANDLER = "io.github.mcpmigrate.compat.backend.JsonRpcHandler";
  static final String ROUTER = "io.github.mcpmigrate.compat.servlet.JsonRpcRouter";
  static final String SERVLET = "io.github.mcpmigrate.compat.servlet.JsonRpcServlet";
  static final String BEAN = "org.springframework.context.annotation.Bean";
  static final String ROUTES = "org.springframework.web.servlet.function.RouterFunction";
  static final String RESPONSE = "org.springframework.web.servlet.function.ServerResponse";

  private EngineTemplates() {}

  static JavaTemplate template(String code, ExecutionContext ctx) {
    return JavaTemplate.builder(code)
        .imports(CLIENT, ROUTER, SERVLET, BEAN, ROUTES, RESPONSE)
        .javaParser(
            JavaParser.fromJavaVersion()
                .classpathFromResources(ctx, "jakarta.servlet-api-6", "spring-webmvc-6")
                .dependsOn(stubs()))
        .build();
  }

  static String[] stubs() {
    return Stream.concat(Stream.of(stub("Bean")), Stream.of(stubsWithoutSpring()))
        .toArray(String[]::new);
  }

  static String[] stubsWithoutSpring() {
    return Stream.of(
            "CompatSettings",
            "JsonRpcClient",
            "JsonRpcHandler",
            "JsonRpcServerBuilder",
            "JsonRpcRouter",
            "JsonRpcServlet")
        .map(EngineTemplates::stub)
        .toArray(String[]::new);
  }

  static String stub(String name) {
    try (InputStream stub = EngineTemplates.class.getResourceAsStream(name + ".stub")) {
      return new String(stub.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
