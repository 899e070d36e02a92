package io.github.mcpmigrate.compat.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.Json;
import io.github.mcpmigrate.compat.json.RequestId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerMessagesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"a\":1}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"a\":1},\"error\":null}",
        "{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":null,\"params\":null,\"result\":{\"a\":1}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1.0,\"result\":{\"a\":1}}",
        "{\"id\":1,\"result\":{\"a\":1}}",
        " {\"id\":1,\"result\":{\"a\":1}, \"error\" : null } \n"
      })
  void aResultIsReadHoweverItWasWritten(String message) {
    assertThat(ServerMessages.read(message))
        .containsExactly(Envelope.result(RequestId.of(1), Json.of("{\"a\":1}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null,\"error\":null}"
      })
  void aResultThatIsNullIsAnEmptyOne(String message) {
    assertThat(ServerMessages.read(message))
        .containsExactly(Envelope.result(RequestId.of(1), Json.of("{}")));
  }

  @Test
  void anErrorNeedsNoId() {
    Envelope error =
        ServerMessages.read(
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"result\":null,\"error\":{\"code\":-1}}")
            .get(0);
    assertThat(error.kind()).isEqualTo(Envelope.Kind.ERROR);
    assertThat(error.id()).isNull();
    assertThat(error.payload()).hasToString("{\"code\":-1}");
  }

  @Test
  void aNotificationMayCarryAnIdThatIsNull() {
    assertThat(ServerMessages.read("{\"id\":null,\"method\":\"m\",\"params\":null}"))
        .containsExactly(Envelope.notification("m", null));
  }

  @Test
  void aRequestKeepsTheServersId() {
    assertThat(ServerMessages.read("{\"jsonrpc\":\"2.0\",\"id\":\"s-1\",\"method\":\"ping\"}"))
        .containsExactly(Envelope.request(RequestId.of("s-1"), "ping", null));
  }

  @Test
  void aBatchIsItsMessages() {
    assertThat(
            ServerMessages.read(
                "[{\"id\":1,\"result\":{},\"error\":null},{\"method\":\"m\",\"id\":null}]"))
        .containsExactly(
            Envelope.result(RequestId.of(1), Json.of("{}")), Envelope.notification("m", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret-content",
        "{\"jsonrpc\":\"2.0\"",
        "\"text\"",
        "[]",
        "[1]",
        "{}",
        "{\"id\":1}",
        "{\"id\":1,\"error\":null}",
        "{\"method\":7}",
        "{\"method\":\"\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[1]}",
        "{\"method\":\"secret-content\",\"params\":\"x\"}"
      })
  void whatIsNoMessageIsRefusedWithoutItsContent(String message) {
    assertThatThrownBy(() -> ServerMessages.read(message))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("This is no JSON-RPC message: ")
        .message()
        .doesNotContain("secret-content");
  }
}
