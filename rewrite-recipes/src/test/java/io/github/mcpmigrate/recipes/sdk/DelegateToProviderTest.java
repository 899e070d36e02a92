package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** Servlets that extend the transport. */
class DelegateToProviderTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SseServerToStreamable(null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.10")));
  }

  @Test
  void awkwardCase02_subclassBecomesDelegation() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.McpSyncServer;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
            import jakarta.servlet.ServletException;
            import jakarta.servlet.annotation.WebServlet;

            @WebServlet(urlPatterns = "/*", asyncSupported = true)
            public class NotesServlet extends HttpServletSseServerTransportProvider {

                private static final long serialVersionUID = 1L;

                private McpSyncServer server;

                public NotesServlet() {
                    super(new ObjectMapper(), "/mcp/message", "/sse");
                }

                @Override
                public void init() throws ServletException {
                    super.init();
                    server = McpServer.sync(this).serverInfo("a", "1").build();
                }

                void changed() {
                    notifyClients("notifications/tools/list_changed", null).block();
                }

                @Override
                public void destroy() {
                    server.close();
                    super.destroy();
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.McpSyncServer;
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
            import jakarta.servlet.ServletException;
            import jakarta.servlet.ServletRequest;
            import jakarta.servlet.ServletResponse;
            import jakarta.servlet.annotation.WebServlet;
            import jakarta.servlet.http.HttpServlet;

            import java.io.IOException;

            @WebServlet(urlPatterns = "/*", asyncSupported = true)
            public class NotesServlet extends HttpServlet {

                private static final long serialVersionUID = 1L;

                private final HttpServletStreamableServerTransportProvider transport;

                private McpSyncServer server;

                public NotesServlet() {
                    transport = HttpServletStreamableServerTransportProvider.builder()
                            .mcpEndpoint("/mcp")
                            .build();
                }

                @Override
                public void init() throws ServletException {
                    transport.init(getServletConfig());
                    server = McpServer.sync(transport).serverInfo("a", "1").build();
                }

                void changed() {
                    transport.notifyClients("notifications/tools/list_changed", null).block();
                }

                @Override
                public void destroy() {
                    server.close();
                    transport.destroy();
                }

                @Override
                public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
                    transport.service(request, response);
                }
            }
            """));
  }

  @Test
  void lifecycleThatWasInheritedIsDelegated() {
    rewriteRun(
        spec -> spec.recipe(new SseServerToDual(null, null)),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

            class NotesServlet extends HttpServletSseServerTransportProvider {
                private String transport;

                NotesServlet(ObjectMapper mapper, String path) {
                    super(mapper, path);
                    McpServer.sync(this).build();
                    Runnable later = () -> McpServer.async(NotesServlet.this).build();
                }
            }
            """,
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;
            import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
            import io.modelcontextprotocol.server.McpServer;
            import jakarta.servlet.ServletException;
            import jakarta.servlet.ServletRequest;
            import jakarta.servlet.ServletResponse;
            import jakarta.servlet.http.HttpServlet;

            import java.io.IOException;

            class NotesServlet extends HttpServlet {
                private final HttpServletDualTransportProvider mcpTransport;
                private String transport;

                NotesServlet(ObjectMapper mapper, String path) {
                    mcpTransport = HttpServletDualTransportProvider.builder()
                            .jsonMapper(new JacksonMcpJsonMapper(mapper))
                            .messageEndpoint(path)
                            .mcpEndpoint("/mcp")
                            .build();
                    McpServer.sync(mcpTransport).build();
                    Runnable later = () -> McpServer.async(mcpTransport).build();
                }

                @Override
                public void init() throws ServletException {
                    mcpTransport.init(getServletConfig());
                }

                @Override
                public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
                    mcpTransport.service(request, response);
                }

                @Override
                public void destroy() {
                    mcpTransport.destroy();
                }
            }
            """));
  }

  @Test
  void serviceOfItsOwnHandsOn() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
            import jakarta.servlet.ServletConfig;
            import jakarta.servlet.ServletException;
            import jakarta.servlet.http.HttpServletRequest;
            import jakarta.servlet.http.HttpServletResponse;
            import java.io.IOException;

            class NotesServlet extends HttpServletSseServerTransportProvider {
                NotesServlet() {
                    super(new ObjectMapper(), "/message");
                }

                @Override
                public void init(ServletConfig config) throws ServletException {
                    super.init(config);
                }

                @Override
                protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
                    if (request.getHeader("Authorization") == null) {
                        response.sendError(401);
                        return;
                    }
                    super.service(request, response);
                }

                @Override
                public void destroy() {
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
            import jakarta.servlet.ServletConfig;
            import jakarta.servlet.ServletException;
            import jakarta.servlet.http.HttpServlet;
            import jakarta.servlet.http.HttpServletRequest;
            import jakarta.servlet.http.HttpServletResponse;
            import java.io.IOException;

            class NotesServlet extends HttpServlet {
                private final HttpServletStreamableServerTransportProvider transport;

                NotesServlet() {
                    transport = HttpServletStreamableServerTransportProvider.builder()
                            .mcpEndpoint("/mcp")
                            .build();
                }

                @Override
                public void init(ServletConfig config) throws ServletException {
                    super.init(config);
                    transport.init(getServletConfig());
                }

                @Override
                protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
                    if (request.getHeader("Authorization") == null) {
                        response.sendError(401);
                        return;
                    }
                    transport.service(request, response);
                }

                @Override
                public void destroy() {
                }
            }
            """));
  }

  /** They stay, with a comment, and so does every other use of the transport. */
  @Nested
  class LeavesATodo {

    @Test
    void onAnOverrideForOneKindOfRequest() {
      rewriteRun(
          java(
              """
              import com.fasterxml.jackson.databind.ObjectMapper;
              import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
              import jakarta.servlet.ServletException;
              import jakarta.servlet.http.HttpServletRequest;
              import jakarta.servlet.http.HttpServletResponse;
              import java.io.IOException;

              class NotesServlet extends HttpServletSseServerTransportProvider {
                  NotesServlet() {
                      super(new ObjectMapper(), "/message");
                  }

                  @Override
                  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
                      super.doGet(request, response);
                  }
              }
              """,
              """
              import com.fasterxml.jackson.databind.ObjectMapper;
              import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
              import jakarta.servlet.ServletException;
              import jakarta.servlet.http.HttpServletRequest;
              import jakarta.servlet.http.HttpServletResponse;
              import java.io.IOException;

              // TODO mcp-migrate: NotesServlet extends HttpServletSseServerTransportProvider, which cannot be extended any more, and it overrides doGet(..), which saw one kind of the requests of HTTP+SSE: decide which of Streamable HTTP it is for
              class NotesServlet extends HttpServletSseServerTransportProvider {
                  NotesServlet() {
                      super(new ObjectMapper(), "/message");
                  }

                  @Override
                  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
                      super.doGet(request, response);
                  }
              }
              """));
    }

    @Test
    void awkwardCase06_onAnOverriddenSessionFactory() {
      rewriteRun(
          java(
              """
              import com.fasterxml.jackson.databind.ObjectMapper;
              import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
              import io.modelcontextprotocol.spec.McpServerSession;

              class NotesServlet extends HttpServletSseServerTransportProvider {
                  NotesServlet() {
                      super(new ObjectMapper(), "/message");
                  }

                  @Override
                  public void setSessionFactory(McpServerSession.Factory factory) {
                  }
              }
              """,
              """
              import com.fasterxml.jackson.databind.ObjectMapper;
              import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
              import io.modelcontextprotocol.spec.McpServerSession;

              // TODO mcp-migrate: NotesServlet extends HttpServletSseServerTransportProvider, which cannot be extended any more, and it overrides setSessionFactory(..) of the transport
              class NotesServlet extends HttpServletSseServerTransportProvider {
                  NotesServlet() {
                      super(new ObjectMapper(), "/message");
                  }

                  @Override
                  public void setSessionFactory(McpServerSession.Factory factory) {
                  }
              }
              """));
    }

    @Test
    void whereItIsUsedAsTheTransport() {
      rewriteRun(
          java(
              """
              import com.fasterxml.jackson.databind.ObjectMapper;
              import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

              class NotesServlet extends HttpServletSseServerTransportProvider {
                  NotesServlet() {
                      super(new ObjectMapper(), "/message");
                  }
              }
              """,
              """
              import com.fasterxml.jackson.databind.ObjectMapper;
              import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

              // TODO mcp-migrate: servlet is a subclass that is used as the transport
              class NotesServlet extends HttpServletSseServerTransportProvider {
                  NotesServlet() {
                      super(new ObjectMapper(), "/message");
                  }
              }
              """),
          java(
              """
              import io.modelcontextprotocol.server.McpServer;

              class Server {
                  void start(NotesServlet servlet) {
                      McpServer.sync(servlet).build();
                  }
              }
              """,
              """
              import io.modelcontextprotocol.server.McpServer;

              class Server {
                  void start(NotesServlet servlet) {
                      // TODO mcp-migrate: servlet is a subclass that is used as the transport
                      McpServer.sync(servlet).build();
                  }
              }
              """));
    }

    @Test
    void onAClassOfWebFlux() {
      rewriteRun(
          java(
              """
              import com.fasterxml.jackson.databind.ObjectMapper;
              import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;

              class Notes extends WebFluxSseServerTransportProvider {
                  Notes() {
                      super(new ObjectMapper(), "/message");
                  }
              }
              """,
              """
              import com.fasterxml.jackson.databind.ObjectMapper;
              import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;

              // TODO mcp-migrate: Notes extends WebFluxSseServerTransportProvider, which cannot be extended any more, and only a servlet can delegate to its transport
              class Notes extends WebFluxSseServerTransportProvider {
                  Notes() {
                      super(new ObjectMapper(), "/message");
                  }
              }
              """));
    }
  }
}
