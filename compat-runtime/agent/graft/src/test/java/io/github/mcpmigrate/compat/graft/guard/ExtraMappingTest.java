package io.github.mcpmigrate.compat.graft.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Containers that do not do what is asked of them; those that do are in GuardIT. */
class ExtraMappingTest {

  private static final Endpoints ENDPOINTS = new Endpoints("/sse", "/mcp/message", "/mcp");

  private final Set<String> mappings = new LinkedHashSet<>();
  private final List<String> asked = new ArrayList<>();
  private RuntimeException refusal;
  private Set<String> taken = Set.of();

  @Test
  void besideEachMappingOfTheEventStream() {
    mappings.addAll(List.of("/sse", "/mcp/message", "/api/sse", "/api/mcp/message"));
    add();
    assertThat(asked).containsExactly("/mcp", "/api/mcp");
  }

  @Test
  void nothingWhereTheServletHasAFolder() {
    mappings.add("/api/*");
    add();
    assertThat(asked).isEmpty();
  }

  @Test
  void aContainerThatTakesNoMoreStopsNothing() {
    mappings.addAll(List.of("/sse", "/mcp/message"));
    refusal = new IllegalStateException("started already");
    add();
    assertThat(asked).containsExactly("/mcp");
  }

  @Test
  void aPathThatIsTakenStopsNothing() {
    mappings.addAll(List.of("/sse", "/mcp/message"));
    taken = Set.of("/mcp");
    add();
    assertThat(asked).containsExactly("/mcp");
  }

  private void add() {
    ServletRegistration registration =
        proxy(
            ServletRegistration.class,
            (name, arguments) ->
                switch (name) {
                  case "getMappings" -> mappings;
                  case "addMapping" -> {
                    asked.addAll(List.of((String[]) arguments[0]));
                    if (refusal != null) {
                      throw refusal;
                    }
                    yield taken;
                  }
                  case "getName" -> "mcp";
                  default -> throw new AssertionError(name);
                });
    ServletContext context =
        proxy(
            ServletContext.class,
            (name, arguments) ->
                switch (name) {
                  case "getServletRegistration" -> registration;
                  case "getFilterRegistrations" -> Map.of();
                  case "getResourceAsStream" -> null;
                  default -> throw new AssertionError(name);
                });
    ServletConfig config =
        proxy(
            ServletConfig.class,
            (name, arguments) -> name.equals("getServletName") ? "mcp" : context);
    HttpServlet servlet =
        new HttpServlet() {
          private static final long serialVersionUID = 1;

          @Override
          public ServletConfig getServletConfig() {
            return config;
          }
        };
    ExtraMapping.add(servlet, ENDPOINTS, new ServletGuard("test", ENDPOINTS));
  }

  private interface Answers {
    Object to(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
  }
}
