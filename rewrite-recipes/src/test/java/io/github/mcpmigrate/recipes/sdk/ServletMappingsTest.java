package io.github.mcpmigrate.recipes.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.xml.Assertions.xml;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** The paths that containers map a transport's servlet to. */
class ServletMappingsTest implements RewriteTest {

  private static final String SUBCLASS =
      """
      package a;

      import com.fasterxml.jackson.databind.ObjectMapper;
      import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

      public class NotesServlet extends HttpServletSseServerTransportProvider {
          public NotesServlet() {
              super(new ObjectMapper(), "/message");
          }
      }
      """;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SseServerToStreamable(null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.10")));
  }

  @Test
  void registrationBeansFollow() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

            import java.util.List;
            import org.springframework.boot.web.servlet.ServletRegistrationBean;

            class Config {
                static final String MESSAGES = "/mcp/message";

                HttpServletSseServerTransportProvider provider() {
                    return new HttpServletSseServerTransportProvider(new ObjectMapper(), MESSAGES, "/events");
                }

                ServletRegistrationBean raw(HttpServletSseServerTransportProvider provider) {
                    return new ServletRegistrationBean(provider, MESSAGES, "/events", "/own");
                }

                ServletRegistrationBean<HttpServletSseServerTransportProvider> typed(HttpServletSseServerTransportProvider provider) {
                    ServletRegistrationBean<HttpServletSseServerTransportProvider> bean = new ServletRegistrationBean<>(provider);
                    bean.addUrlMappings("/events", MESSAGES);
                    bean.setUrlMappings(List.of("/events", MESSAGES));
                    bean.setAsyncSupported(true);
                    return bean;
                }

                ServletRegistrationBean<HttpServletSseServerTransportProvider> all(HttpServletSseServerTransportProvider provider) {
                    return new ServletRegistrationBean<>(provider, "/*");
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;

            import java.util.List;
            import org.springframework.boot.web.servlet.ServletRegistrationBean;

            class Config {
                static final String MESSAGES = "/mcp/message";

                HttpServletStreamableServerTransportProvider provider() {
                    return HttpServletStreamableServerTransportProvider.builder()
                            .mcpEndpoint("/mcp")
                            .build();
                }

                ServletRegistrationBean raw(HttpServletStreamableServerTransportProvider provider) {
                    return new ServletRegistrationBean(provider, "/mcp", "/own");
                }

                ServletRegistrationBean<HttpServletStreamableServerTransportProvider> typed(HttpServletStreamableServerTransportProvider provider) {
                    ServletRegistrationBean<HttpServletStreamableServerTransportProvider> bean = new ServletRegistrationBean<>(provider);
                    bean.addUrlMappings("/mcp");
                    bean.setUrlMappings(List.of("/mcp"));
                    bean.setAsyncSupported(true);
                    return bean;
                }

                ServletRegistrationBean<HttpServletStreamableServerTransportProvider> all(HttpServletStreamableServerTransportProvider provider) {
                    return new ServletRegistrationBean<>(provider, "/*");
                }
            }
            """));
  }

  @Test
  void serversOnBothTransportsGetOneMappingMore() {
    rewriteRun(
        spec -> spec.recipe(new SseServerToDual("/api/mcp", null)),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
            import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
            import org.eclipse.jetty.ee10.servlet.ServletHolder;
            import org.springframework.boot.web.servlet.ServletRegistrationBean;

            class Config {
                void start(ServletContextHandler context) {
                    HttpServletSseServerTransportProvider provider =
                            new HttpServletSseServerTransportProvider(new ObjectMapper(), "/message");
                    Object bean = new ServletRegistrationBean<>(provider, "/message", "/sse");
                    ServletHolder holder = new ServletHolder(provider);
                    context.addServlet(holder, "/sse");
                    context.addServlet(holder, "/message");
                }
            }
            """,
            """
            import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;
            import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
            import org.eclipse.jetty.ee10.servlet.ServletHolder;
            import org.springframework.boot.web.servlet.ServletRegistrationBean;

            class Config {
                void start(ServletContextHandler context) {
                    HttpServletDualTransportProvider provider =
                            HttpServletDualTransportProvider.builder()
                                    .messageEndpoint("/message")
                                    .mcpEndpoint("/api/mcp")
                                    .build();
                    Object bean = new ServletRegistrationBean<>(provider, "/message", "/sse", "/api/mcp");
                    ServletHolder holder = new ServletHolder(provider);
                    context.addServlet(holder, "/sse");
                    context.addServlet(holder, "/api/mcp");
                    context.addServlet(holder, "/message");
                }
            }
            """));
  }

  @Test
  void mappingsOneByOneFollow() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
            import org.apache.catalina.Context;
            import org.apache.catalina.startup.Tomcat;

            class Server {
                void start(Context context) {
                    Tomcat.addServlet(context, "mcp", new HttpServletSseServerTransportProvider(new ObjectMapper(), "/message"));
                    context.addServletMappingDecoded("/sse", "mcp");
                    // for messages
                    context.addServletMappingDecoded("/message", "mcp");
                    context.addServletMappingDecoded("/other", "other");
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
            import org.apache.catalina.Context;
            import org.apache.catalina.startup.Tomcat;

            class Server {
                void start(Context context) {
                    Tomcat.addServlet(context, "mcp", HttpServletStreamableServerTransportProvider.builder()
                            .mcpEndpoint("/mcp")
                            .build());
                    context.addServletMappingDecoded("/mcp", "mcp");
                    context.addServletMappingDecoded("/other", "other");
                }
            }
            """));
  }

  @Test
  void theOldUrlIsKeptOnRequest() {
    rewriteRun(
        spec -> spec.recipe(new SseServerToStreamable(null, true)),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
            import org.springframework.boot.web.servlet.ServletRegistrationBean;

            class Config {
                private static final String EVENTS = "/events";

                ServletRegistrationBean<?> constructor() {
                    HttpServletSseServerTransportProvider provider =
                            new HttpServletSseServerTransportProvider(new ObjectMapper(), "/message", EVENTS);
                    return new ServletRegistrationBean<>(provider, "/message", EVENTS);
                }

                Object builder() {
                    return HttpServletSseServerTransportProvider.builder()
                            .messageEndpoint("/message")
                            .sseEndpoint(EVENTS)
                            .build();
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
            import org.springframework.boot.web.servlet.ServletRegistrationBean;

            class Config {
                private static final String EVENTS = "/events";

                ServletRegistrationBean<?> constructor() {
                    HttpServletStreamableServerTransportProvider provider =
                            HttpServletStreamableServerTransportProvider.builder()
                                    .mcpEndpoint(EVENTS)
                                    .build();
                    return new ServletRegistrationBean<>(provider, EVENTS);
                }

                Object builder() {
                    return HttpServletStreamableServerTransportProvider.builder()
                            .mcpEndpoint(EVENTS)
                            .build();
                }
            }
            """));
  }

  @Test
  void theOldUrlServesBothOnRequest() {
    rewriteRun(
        spec -> spec.recipe(new SseServerToDual(null, true)),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

            class Config {
                Object constructor() {
                    return new HttpServletSseServerTransportProvider(new ObjectMapper(), "/message");
                }

                Object builder(String events) {
                    return HttpServletSseServerTransportProvider.builder()
                            .sseEndpoint(events)
                            .messageEndpoint("/message")
                            .build();
                }
            }
            """,
            """
            import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;

            class Config {
                Object constructor() {
                    return HttpServletDualTransportProvider.builder()
                            .messageEndpoint("/message")
                            .mcpEndpoint("/sse")
                            .sameUrl(true)
                            .build();
                }

                Object builder(String events) {
                    return HttpServletDualTransportProvider.builder()
                            .sseEndpoint(events)
                            .mcpEndpoint(events)
                            .sameUrl(true)
                            .messageEndpoint("/message")
                            .build();
                }
            }
            """));
  }

  @Test
  void annotatedSubclassesFollow() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
            import jakarta.servlet.annotation.WebServlet;

            @WebServlet(name = "notes", urlPatterns = {"/sse", "/message"}, asyncSupported = true)
            abstract class NotesServlet extends HttpServletSseServerTransportProvider {
                NotesServlet() {
                    super(new ObjectMapper(), "/message");
                }

                @Override
                public void init() {
                }

                @Override
                public void destroy() {
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
            import jakarta.servlet.ServletException;
            import jakarta.servlet.ServletRequest;
            import jakarta.servlet.ServletResponse;
            import jakarta.servlet.annotation.WebServlet;
            import jakarta.servlet.http.HttpServlet;

            import java.io.IOException;

            @WebServlet(name = "notes", urlPatterns = {"/mcp"}, asyncSupported = true)
            abstract class NotesServlet extends HttpServlet {
                private final HttpServletStreamableServerTransportProvider transport;

                NotesServlet() {
                    transport = HttpServletStreamableServerTransportProvider.builder()
                            .mcpEndpoint("/mcp")
                            .build();
                }

                @Override
                public void init() {
                }

                @Override
                public void destroy() {
                }

                @Override
                public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
                    transport.service(request, response);
                }
            }
            """));
  }

  @Test
  void webXmlFollows() {
    rewriteRun(
        java(SUBCLASS, source -> source.after(after -> after).afterRecipe(cu -> {})),
        xml(
            """
            <web-app>
              <servlet>
                <servlet-name>notes</servlet-name>
                <servlet-class>a.NotesServlet</servlet-class>
                <async-supported>true</async-supported>
              </servlet>
              <servlet>
                <servlet-name>other</servlet-name>
                <servlet-class>a.Other</servlet-class>
              </servlet>
              <servlet-mapping>
                <servlet-name>notes</servlet-name>
                <url-pattern>/sse</url-pattern>
                <url-pattern>/message</url-pattern>
              </servlet-mapping>
              <servlet-mapping>
                <servlet-name>other</servlet-name>
                <url-pattern>/message</url-pattern>
              </servlet-mapping>
            </web-app>
            """,
            """
            <web-app>
              <servlet>
                <servlet-name>notes</servlet-name>
                <servlet-class>a.NotesServlet</servlet-class>
                <async-supported>true</async-supported>
              </servlet>
              <servlet>
                <servlet-name>other</servlet-name>
                <servlet-class>a.Other</servlet-class>
              </servlet>
              <servlet-mapping>
                <servlet-name>notes</servlet-name>
                <url-pattern>/mcp</url-pattern>
              </servlet-mapping>
              <servlet-mapping>
                <servlet-name>other</servlet-name>
                <url-pattern>/message</url-pattern>
              </servlet-mapping>
            </web-app>
            """,
            source -> source.path("src/main/webapp/WEB-INF/web.xml")));
  }

  /** The servlet looks at how a URL ends, so that /mcp/sse reached its endpoint /sse. */
  @Test
  void aPatternThatOnlyEndedInALegacyPathGoesWhereAnotherFollows() {
    rewriteRun(
        java(SUBCLASS, source -> source.after(after -> after).afterRecipe(cu -> {})),
        webXml(pattern("/message") + pattern("/mcp/sse") + pattern("/api/sse/*"), pattern("/mcp")));
  }

  @Test
  void aPatternThatNobodyAnswersAtIsReported() {
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(rows)
                        .anyMatch(
                            row ->
                                row.getConstruct().equals("/api/sse")
                                    && row.getLine() == 8
                                    && row.getAction().equals("manual"))),
        java(SUBCLASS, source -> source.after(after -> after).afterRecipe(cu -> {})),
        webXml(
            pattern("/api/sse"),
            "    <!-- TODO mcp-migrate: /api/sse is no longer served, Streamable HTTP is at /mcp -->\n"
                + pattern("/api/sse")));
  }

  @Test
  void mappingsBelowAFolderAreReported() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
            import org.springframework.boot.web.servlet.ServletRegistrationBean;

            class Config {
                Object servlet() {
                    var provider = new HttpServletSseServerTransportProvider(new ObjectMapper(), "/message");
                    return new ServletRegistrationBean<>(provider, "/api/sse", "/api/message");
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
            import org.springframework.boot.web.servlet.ServletRegistrationBean;

            class Config {
                Object servlet() {
                    var provider = HttpServletStreamableServerTransportProvider.builder()
                            .mcpEndpoint("/mcp")
                            .build();
                    // TODO mcp-migrate: /api/message is no longer served, Streamable HTTP is at /mcp
                    return new ServletRegistrationBean<>(provider, "/api/sse", "/api/message");
                }
            }
            """));
  }

  @Test
  void annotationsThatMapBelowAFolderAreReported() {
    rewriteRun(
        java(
            SUBCLASS
                .replace("public class", "@WebServlet(\"/api/sse\")\npublic class")
                .replace(
                    "Provider;\n\n",
                    "Provider;\nimport jakarta.servlet.annotation.WebServlet;\n\n"),
            source ->
                source.after(
                    after -> {
                      assertThat(after)
                          .contains(
                              "// TODO mcp-migrate: /api/sse is no longer served, Streamable HTTP is at /mcp\n@WebServlet(\"/api/sse\")");
                      return after;
                    })));
  }

  @Test
  void mappingsInAFileThatDoesNotNameTheTransportAreReported() {
    rewriteRun(
        java(SUBCLASS, source -> source.after(after -> after).afterRecipe(cu -> {})),
        java(
            """
            package a;

            import jakarta.servlet.Servlet;
            import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
            import org.eclipse.jetty.ee10.servlet.ServletHolder;

            class Jetty {
                void serve(ServletContextHandler context, Servlet servlet) {
                    context.addServlet(new ServletHolder(servlet), "/sse");
                    context.addServlet(new ServletHolder(servlet), "/*");
                }
            }
            """,
            """
            package a;

            import jakarta.servlet.Servlet;
            import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
            import org.eclipse.jetty.ee10.servlet.ServletHolder;

            class Jetty {
                void serve(ServletContextHandler context, Servlet servlet) {
                    // TODO mcp-migrate: /sse is no longer served, Streamable HTTP is at /mcp
                    context.addServlet(new ServletHolder(servlet), "/sse");
                    context.addServlet(new ServletHolder(servlet), "/*");
                }
            }
            """));
  }

  private static String pattern(String path) {
    return "    <url-pattern>" + path + "</url-pattern>\n";
  }

  private static SourceSpecs webXml(String before, String after) {
    String text =
        """
        <web-app>
          <servlet>
            <servlet-name>notes</servlet-name>
            <servlet-class>a.NotesServlet</servlet-class>
          </servlet>
          <servlet-mapping>
            <servlet-name>notes</servlet-name>
        %s  </servlet-mapping>
        </web-app>
        """;
    return xml(
        text.formatted(before),
        text.formatted(after),
        source -> source.path("src/main/webapp/WEB-INF/web.xml"));
  }

  @Nested
  class DoesNotTouch {

    @Test
    void aFolderOfWhichAllIsMapped() {
      rewriteRun(
          java(
              """
              import com.fasterxml.jackson.databind.ObjectMapper;
              import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
              import org.springframework.boot.web.servlet.ServletRegistrationBean;

              class Config {
                  Object servlet() {
                      var provider = new HttpServletSseServerTransportProvider(new ObjectMapper(), "/message");
                      return new ServletRegistrationBean<>(provider, "/api/*");
                  }
              }
              """,
              """
              import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
              import org.springframework.boot.web.servlet.ServletRegistrationBean;

              class Config {
                  Object servlet() {
                      var provider = HttpServletStreamableServerTransportProvider.builder()
                              .mcpEndpoint("/mcp")
                              .build();
                      return new ServletRegistrationBean<>(provider, "/api/*");
                  }
              }
              """));
    }

    @Test
    void wildcardsAndOtherPaths() {
      rewriteRun(
          java(SUBCLASS, source -> source.after(after -> after).afterRecipe(cu -> {})),
          xml(
              """
              <web-app>
                <servlet>
                  <servlet-name>notes</servlet-name>
                  <servlet-class>a.NotesServlet</servlet-class>
                </servlet>
                <servlet-mapping>
                  <servlet-name>notes</servlet-name>
                  <url-pattern>/*</url-pattern>
                </servlet-mapping>
              </web-app>
              """,
              source -> source.path("src/main/webapp/WEB-INF/web.xml")));
    }

    @Test
    void mappingsOfOtherServlets() {
      rewriteRun(
          java(
              """
              import jakarta.servlet.http.HttpServlet;
              import org.springframework.boot.web.servlet.ServletRegistrationBean;

              class Config {
                  ServletRegistrationBean<HttpServlet> bean(HttpServlet servlet) {
                      return new ServletRegistrationBean<>(servlet, "/sse");
                  }
              }
              """));
    }
  }
}
