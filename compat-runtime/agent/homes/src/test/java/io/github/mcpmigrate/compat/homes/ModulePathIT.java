package io.github.mcpmigrate.compat.homes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SDK as a module of its own. */
class ModulePathIT {

  @TempDir Path folder;

  @Test
  void bothTransports() throws Exception {
    try (ChildProcess child =
        PlainChild.start(
            folder,
            List.of(
                "-javaagent:" + AgentJar.WHOLE,
                "-p",
                PlainChild.LIBRARIES.resolve("modules").toString(),
                "--add-modules",
                "ALL-MODULE-PATH",
                "-cp",
                PlainChild.classPath(PlainChild.LIBRARIES.resolve("tomcat"), jar -> true)))) {
      String url = PlainChild.url(child);
      assertThat(child.output()).contains("SDK in module io.modelcontextprotocol.sdk.mcp.core");
      StreamableProbe streamable = new StreamableProbe(url).initialize();
      assertThat(streamable.post(StreamableProbe.PING).body()).contains("\"result\":{}");
      try (HttpSseProbe httpSse = new HttpSseProbe(url).initialize()) {
        httpSse.post(StreamableProbe.PING);
        assertThat(httpSse.next()).contains("\"result\":{}");
      }
    }
  }
}
