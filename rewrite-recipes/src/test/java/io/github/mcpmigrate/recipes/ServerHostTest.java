package io.github.mcpmigrate.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerHostTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/sse",
        "http://127.0.0.1",
        "https://127.0.1.1/",
        "http://0.0.0.0:8080",
        "http://[::1]:8080/sse",
        "http://host.docker.internal:8080",
        "http://weather:8080/sse",
        "http://weather_server/sse"
      })
  void aServerIsNear(String url) {
    assertThat(ServerHost.isNear(url)).isTrue();
    assertThat(ServerHost.isElsewhere(url)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://mcp.example.com/sse",
        "http://localhost.example.com",
        "http://weather.tools.svc.cluster.local:8080",
        "http://10.0.0.7:8080/sse",
        "http://[fd00::7]:8080/sse"
      })
  void aServerIsElsewhere(String url) {
    assertThat(ServerHost.isElsewhere(url)).isTrue();
    assertThat(ServerHost.isNear(url)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/sse",
        "localhost:8080",
        "http://",
        "http://${HOST}:8080/sse",
        "${URL}",
        "no url"
      })
  void nobodyCanTell(String url) {
    assertThat(ServerHost.isNear(url)).isFalse();
    assertThat(ServerHost.isElsewhere(url)).isFalse();
  }
}
