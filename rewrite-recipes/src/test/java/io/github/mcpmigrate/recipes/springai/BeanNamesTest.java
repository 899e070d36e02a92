package io.github.mcpmigrate.recipes.springai;

import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.properties.Assertions.properties;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.recipes.sdk.SseServerToStreamable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** Beans that stand in for Spring AI's own, and names by which a project knows those. */
class BeanNamesTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipes(new SseServerToStreamable(null, null), new SpringAiKeysInCode(null, null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.springAi("1.1")));
  }

  private static SourceSpecs server(String protocol) {
    return properties(
        "spring.ai.mcp.server.name=weather\n" + protocol,
        file -> file.path("src/main/resources/application.properties"));
  }

  @DocumentExample
  @Test
  void aTransportWithItsRoutes() {
    rewriteRun(
        spec -> spec.expectedCyclesThatMakeChanges(1),
        server(""),
        java(
            """
            import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;
            import org.springframework.context.annotation.Bean;
            import org.springframework.web.servlet.function.RouterFunction;
            import org.springframework.web.servlet.function.ServerResponse;

            class Transport {
                @Bean
                WebMvcSseServerTransportProvider transport() {
                    return WebMvcSseServerTransportProvider.builder().messageEndpoint("/messages").build();
                }

                @Bean
                RouterFunction<ServerResponse> routes(WebMvcSseServerTransportProvider transport) {
                    return transport.getRouterFunction().filter((request, next) -> next.handle(request));
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.transport.WebMvcStreamableServerTransportProvider;
            import org.springframework.context.annotation.Bean;
            import org.springframework.web.servlet.function.RouterFunction;
            import org.springframework.web.servlet.function.ServerResponse;

            class Transport {
                @Bean
                WebMvcStreamableServerTransportProvider transport() {
                    return WebMvcStreamableServerTransportProvider.builder().mcpEndpoint("/mcp").build();
                }

                @Bean({"webMvcStreamableServerRouterFunction", "routes"})
                RouterFunction<ServerResponse> routes(WebMvcStreamableServerTransportProvider transport) {
                    return transport.getRouterFunction().filter((request, next) -> next.handle(request));
                }
            }
            """));
  }

  @Test
  void namesOfSpringAi() {
    rewriteRun(
        server(""),
        java(
            """
            import org.springframework.beans.factory.BeanFactory;
            import org.springframework.beans.factory.annotation.Qualifier;
            import org.springframework.context.annotation.Bean;
            import org.springframework.context.annotation.DependsOn;
            import org.springframework.web.reactive.function.server.RouterFunction;

            class Routes {
                @Bean
                RouterFunction<?> webfluxSseServerRouterFunction() {
                    return null;
                }

                @Bean
                @DependsOn("webFluxTransport")
                Object warmUp(@Qualifier("webfluxSseServerRouterFunction") RouterFunction<?> routes, BeanFactory beans) {
                    webfluxSseServerRouterFunction();
                    return beans.getBean("webFluxTransport");
                }
            }
            """,
            """
            import org.springframework.beans.factory.BeanFactory;
            import org.springframework.beans.factory.annotation.Qualifier;
            import org.springframework.context.annotation.Bean;
            import org.springframework.context.annotation.DependsOn;
            import org.springframework.web.reactive.function.server.RouterFunction;

            class Routes {
                @Bean
                RouterFunction<?> webFluxStreamableServerRouterFunction() {
                    return null;
                }

                @Bean
                @DependsOn("webFluxStreamableServerTransportProvider")
                Object warmUp(@Qualifier("webFluxStreamableServerRouterFunction") RouterFunction<?> routes, BeanFactory beans) {
                    webFluxStreamableServerRouterFunction();
                    return beans.getBean("webFluxStreamableServerTransportProvider");
                }
            }
            """));
  }

  @Nested
  class LeavesATodo {

    private static final String ROUTES =
        """
        import io.modelcontextprotocol.server.transport.WebMvcStreamableServerTransportProvider;
        import org.springframework.context.annotation.Bean;
        import org.springframework.web.servlet.function.RouterFunction;

        class Routes {
            %s@Bean(name = "mcp")
            RouterFunction<?> routes(WebMvcStreamableServerTransportProvider transport) {
                return transport.getRouterFunction();
            }
        }
        """;

    @Test
    void onRoutesWithANameOfTheirOwn() {
      rewriteRun(
          server(""),
          java(
              ROUTES.formatted(""),
              ROUTES.formatted(
                  "// TODO mcp-migrate: call this bean webMvcStreamableServerRouterFunction: Spring AI serves the same path by a router function of its own unless there is one of that name\n    ")));
    }

    private static final String DECLARED =
        """
        import io.modelcontextprotocol.server.transport.%1$s;
        import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
        import org.springframework.context.annotation.Bean;

        class Transport {
            %3$s@Bean
            %2$s transport() {
                return %1$s.builder().build();
            }
        }
        """;

    @Test
    void onTransportsWhoseTypeSpringAiDoesNotSee() {
      String provider = "WebMvcStreamableServerTransportProvider";
      String contract = "McpStreamableServerTransportProvider";
      rewriteRun(
          server(""),
          java(
              DECLARED.formatted(provider, contract, ""),
              DECLARED.formatted(
                  provider,
                  contract,
                  "// TODO mcp-migrate: high severity: Spring AI's Streamable HTTP only backs off from a bean whose declared type is its own provider class, and does not start with two transports: declare the class that is returned\n    ")));
    }

    @Test
    void onServlets() {
      String provider = "HttpServletStreamableServerTransportProvider";
      rewriteRun(
          server(""),
          java(
              DECLARED.formatted(provider, provider, ""),
              DECLARED.formatted(
                  provider,
                  provider,
                  "// TODO mcp-migrate: high severity: Spring AI's Streamable HTTP does not back off from this transport, and does not start with two: exclude McpServerStreamableHttpWebMvcAutoConfiguration\n    ")));
    }
  }

  @Nested
  class DoesNotTouch {

    private static final String NAMES =
        """
        import org.springframework.beans.factory.annotation.Qualifier;
        import org.springframework.context.annotation.Bean;
        import org.springframework.web.servlet.function.RouterFunction;

        class Routes {
            @Bean
            RouterFunction<?> webMvcSseServerRouterFunction() {
                return null;
            }
        }
        """;

    @Test
    void projectsWithoutAServer() {
      rewriteRun(java(NAMES));
    }

    /** Its routes are not those of Streamable HTTP, which another provider of the project has. */
    @Test
    void routesOfATransportThatStays() {
      rewriteRun(
          server(""),
          java(
              """
              import io.modelcontextprotocol.server.transport.WebMvcStreamableServerTransportProvider;
              import org.springframework.context.annotation.Bean;

              class Streamable {
                  @Bean
                  WebMvcStreamableServerTransportProvider streamable() {
                      return WebMvcStreamableServerTransportProvider.builder().build();
                  }
              }
              """),
          java(
              """
              import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;
              import org.springframework.context.annotation.Bean;
              import org.springframework.web.servlet.function.RouterFunction;
              import org.springframework.web.servlet.function.ServerResponse;

              class Sse {
                  @Bean
                  WebMvcSseServerTransportProvider webMvcSseServerTransportProvider() {
                      return WebMvcSseServerTransportProvider.builder().messageEndpoint("/messages").build();
                  }

                  @Bean
                  RouterFunction<ServerResponse> routes(WebMvcSseServerTransportProvider transport) {
                      return transport.getRouterFunction();
                  }
              }
              """,
              """
              import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;
              import org.springframework.context.annotation.Bean;
              import org.springframework.web.servlet.function.RouterFunction;
              import org.springframework.web.servlet.function.ServerResponse;

              class Sse {
                  @Bean
                  WebMvcSseServerTransportProvider webMvcSseServerTransportProvider() {
                      // TODO mcp-migrate: this project serves Streamable HTTP already, by WebMvcStreamableServerTransportProvider: what is left of HTTP+SSE can go by hand once its clients have
                      return WebMvcSseServerTransportProvider.builder().messageEndpoint("/messages").build();
                  }

                  @Bean
                  RouterFunction<ServerResponse> routes(WebMvcSseServerTransportProvider transport) {
                      return transport.getRouterFunction();
                  }
              }
              """));
    }

    @Test
    void serversThatHaveMoved() {
      rewriteRun(server("spring.ai.mcp.server.protocol=STREAMABLE\n"), java(NAMES));
    }

    @Test
    void serversOnBothTransports() {
      rewriteRun(
          spec -> spec.recipe(new SpringAiKeysInCode(null, null, "dual")), server(""), java(NAMES));
    }

    @Test
    void otherRoutes() {
      rewriteRun(
          server(""),
          java(
              """
              import org.springframework.context.annotation.Bean;
              import org.springframework.web.servlet.function.RouterFunction;
              import org.springframework.web.servlet.function.RouterFunctions;
              import org.springframework.web.servlet.function.ServerResponse;

              class Routes {
                  @Bean
                  RouterFunction<ServerResponse> health() {
                      return RouterFunctions.route().GET("/health", request -> ServerResponse.ok().build()).build();
                  }
              }
              """));
    }

    @Test
    void routesThatHaveTheNameAlready() {
      rewriteRun(
          server(""),
          java(
              LeavesATodo.ROUTES
                  .formatted("")
                  .replace("\"mcp\"", "\"webMvcStreamableServerRouterFunction\"")));
    }

    @Test
    void methodsAndStringsThatOnlyHaveTheName() {
      rewriteRun(
          server(""),
          java(
              """
              class Names {
                  String webFluxTransport() {
                      return "webFluxTransport";
                  }

                  String name() {
                      return webFluxTransport();
                  }
              }
              """));
    }
  }
}
