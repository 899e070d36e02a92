package io.github.mcpmigrate.recipes.springai;

import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.properties.Assertions.properties;

import io.github.mcpmigrate.MigrateToDualTransport;
import io.github.mcpmigrate.MigrateToStreamableHttp;
import io.github.mcpmigrate.recipes.SdkJars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openrewrite.Recipe;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.style.Autodetect;
import org.openrewrite.test.RewriteTest;

/**
 * An application on Spring AI 1.0 with a transport and routes of its own. What becomes of it is
 * what the starter's tests run, OwnWebMvcTransportTest and OwnWebFluxTransportTest.
 */
class OwnTransportBeansTest implements RewriteTest {

  private static final Path MIGRATED =
      Path.of(
          "../compat-runtime/spring-boot-starter/boot3-tests/src/migrated/java/io/github/mcpmigrate/compat/boot");

  private static final String WEBMVC =
      """
      package io.github.mcpmigrate.compat.boot;

      import com.fasterxml.jackson.databind.ObjectMapper;
      import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;
      import java.util.concurrent.atomic.AtomicInteger;
      import org.springframework.context.annotation.Bean;
      import org.springframework.web.servlet.function.RouterFunction;
      import org.springframework.web.servlet.function.ServerResponse;

      /** A transport with routes of an application's own, which counts what comes by them. */
      class %s {

        static final AtomicInteger SEEN = new AtomicInteger();

        @Bean
        WebMvcSseServerTransportProvider transport() {
          return new WebMvcSseServerTransportProvider(new ObjectMapper(), "/mcp/message");
        }

        @Bean
        RouterFunction<ServerResponse> routes(WebMvcSseServerTransportProvider transport) {
          return transport
              .getRouterFunction()
              .filter(
                  (request, next) -> {
                    SEEN.incrementAndGet();
                    return next.handle(request);
                  });
        }
      }
      """;

  private static final String WEBFLUX =
      """
      package io.github.mcpmigrate.compat.boot;

      import com.fasterxml.jackson.databind.ObjectMapper;
      import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;
      import java.util.concurrent.atomic.AtomicInteger;
      import org.springframework.context.annotation.Bean;
      import org.springframework.web.reactive.function.server.RouterFunction;

      /** A transport with routes of an application's own, which counts what comes by them. */
      class %s {

        static final AtomicInteger SEEN = new AtomicInteger();

        @Bean
        WebFluxSseServerTransportProvider transport() {
          return new WebFluxSseServerTransportProvider(new ObjectMapper(), "/mcp/message");
        }

        @Bean
        RouterFunction<?> routes(WebFluxSseServerTransportProvider transport) {
          return transport
              .getRouterFunction()
              .filter(
                  (request, next) -> {
                    SEEN.incrementAndGet();
                    return next.handle(request);
                  });
        }
      }
      """;

  @ParameterizedTest
  @CsvSource({
    "OwnWebMvcTransport, false",
    "OwnWebMvcDualTransport, true",
    "OwnWebFluxTransport, false",
    "OwnWebFluxDualTransport, true"
  })
  void becomeWhatTheStartersTestsRun(String name, boolean dual) {
    Recipe migration =
        dual
            ? new MigrateToDualTransport(null, null, null, null)
            : new MigrateToStreamableHttp(null, null, null);
    String before = (name.contains("Mvc") ? WEBMVC : WEBFLUX).formatted(name);
    Autodetect.Detector style = Autodetect.detector();
    JavaParser.fromJavaVersion().build().parse(before).forEach(style::sample);
    rewriteRun(
        spec ->
            spec.recipe(migration)
                .parser(
                    JavaParser.fromJavaVersion()
                        .classpath(SdkJars.springAi("1.0"))
                        .styles(List.of(style.build()))),
        properties(
            "spring.ai.mcp.server.name=weather",
            "spring.ai.mcp.server.name=weather\nspring.ai.mcp.server.protocol=STREAMABLE",
            file -> file.path("src/main/resources/application.properties")),
        java(before, migrated(name)));
  }

  private static String migrated(String name) {
    try {
      return Files.readString(MIGRATED.resolve(name + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
