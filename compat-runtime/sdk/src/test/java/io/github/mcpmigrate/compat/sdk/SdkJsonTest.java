package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SdkJsonTest {

  private static final List<String> KINDS =
      Arrays.stream(Content.class.getPermittedSubclasses()).map(Class::getName).toList();

  /**
   * Before a second thread can be there: jackson-databind 5615 loses the type of a content then.
   */
  @Test
  void writesEachKindOfContentBeforeTheFirstCall() {
    List<Object> written = new ArrayList<>();
    new SdkJson(recording(written));

    assertThat(contentsOf(CallToolResult.class, written))
        .extracting(content -> content.getClass().getName())
        .containsAll(KINDS);
    assertThat(contentsOf(GetPromptResult.class, written))
        .extracting(content -> content.getClass().getName())
        .containsAll(KINDS);
  }

  private static List<Content> contentsOf(Class<?> type, List<Object> written) {
    return written.stream()
        .filter(type::isInstance)
        .flatMap(
            result ->
                result instanceof GetPromptResult prompt
                    ? prompt.messages().stream().map(PromptMessage::content)
                    : result instanceof CallToolResult call
                        ? call.content().stream()
                        : Stream.empty())
        .toList();
  }

  private static McpJsonMapper recording(List<Object> written) {
    McpJsonMapper mapper = McpJsonDefaults.getMapper();
    return (McpJsonMapper)
        Proxy.newProxyInstance(
            SdkJsonTest.class.getClassLoader(),
            new Class<?>[] {McpJsonMapper.class},
            (proxy, method, arguments) -> {
              if (method.getName().startsWith("writeValue")) {
                written.add(arguments[0]);
              }
              try {
                return method.invoke(mapper, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
