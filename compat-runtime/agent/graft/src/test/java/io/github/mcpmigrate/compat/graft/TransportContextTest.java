package io.github.mcpmigrate.compat.graft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpTransportContextExtractor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Extractors of two kinds, the older one's from its released jar. */
class TransportContextTest {

  private static class Users implements McpTransportContextExtractor<String> {
    @Override
    public McpTransportContext extract(String request) {
      return McpTransportContext.create(Map.of("user", request));
    }
  }

  /** Inherits what makes it one. */
  private static final class SomeUsers extends Users {}

  @Test
  void oneThatMakesTheContext() {
    McpTransportContextExtractor<String> lambda =
        request -> McpTransportContext.create(Map.of("user", request));
    for (Object extractor : new Object[] {lambda, new Users(), new SomeUsers()}) {
      Object captured = TransportContext.by(extractor).of("ada");
      assertThat(((McpTransportContext) captured).get("user")).isEqualTo("ada");
    }
  }

  @Test
  void oneOfSdk011ThatFillsTheContext() throws Exception {
    URL jar = Path.of(System.getProperty("sdk-0.11")).toUri().toURL();
    try (URLClassLoader sdk =
        new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
      Class<?> context = sdk.loadClass("io.modelcontextprotocol.server.McpTransportContext");
      Method put = context.getMethod("put", String.class, Object.class);
      Object extractor =
          Proxy.newProxyInstance(
              sdk,
              new Class<?>[] {
                sdk.loadClass("io.modelcontextprotocol.server.McpTransportContextExtractor")
              },
              (proxy, method, arguments) -> {
                put.invoke(arguments[1], "user", arguments[0]);
                return arguments[1];
              });
      TransportContext captures = TransportContext.by(extractor);
      Object captured = captures.of("ada");
      assertThat(context.getMethod("get", String.class).invoke(captured, "user")).isEqualTo("ada");
      assertThat(captures.of("bob")).isNotSameAs(captured);
    }
  }

  @Test
  void noneCapturesNothing() {
    assertThat(TransportContext.by(null).of("ada")).isNull();
  }

  @Test
  void oneThatIsNotKnownIsSaid() {
    assertThatThrownBy(() -> TransportContext.by(new Object()))
        .hasMessage("This kind of context extractor is not known");
  }

  @Test
  void whatAnExtractorThrowsIsThrown() {
    McpTransportContextExtractor<String> failing =
        request -> {
          throw new IllegalArgumentException("no user");
        };
    assertThatThrownBy(() -> TransportContext.by(failing).of("ada"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
