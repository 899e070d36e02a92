package io.github.mcpmigrate.compat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.Json;
import io.github.mcpmigrate.compat.json.RequestId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiatedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "null | roots/list | null | -32601",
        "{} | roots/list | null | -32601",
        "{\"roots\":null} | roots/list | null | -32601",
        "{\"roots\":{}} | roots/list | null | null",
        "{} | ping | null | null",
        "{} | tasks/get | {} | null",
        "{} | sampling/createMessage | {} | -32601",
        "{\"sampling\":{}} | sampling/createMessage | {} | null",
        "{\"sampling\":{}} | sampling/createMessage | {\"tools\":[]} | -32602",
        "{\"sampling\":{}} | sampling/createMessage | {\"tools\":null} | null",
        "{\"sampling\":{\"tools\":{}}} | sampling/createMessage | {\"tools\":[]} | null",
        "{} | elicitation/create | {} | -32601",
        "{\"elicitation\":{}} | elicitation/create | {} | null",
        "{\"elicitation\":{}} | elicitation/create | {\"mode\":\"form\"} | null",
        "{\"elicitation\":{}} | elicitation/create | {\"mode\":\"url\"} | -32602",
        "{\"elicitation\":{\"url\":{}}} | elicitation/create | {\"mode\":\"url\"} | null",
        "{\"elicitation\":{\"url\":{}}} | elicitation/create | {} | -32602",
        "{\"elicitation\":{\"url\":{},\"form\":{}}} | elicitation/create | {} | null"
      })
  void aClientIsAskedOnlyWhatItDeclared(String client, String method, String params, String code) {
    Negotiated negotiated = new Negotiated(client == null ? null : Json.of(client), null);
    Ask ask = new Ask(RequestId.of("s"), method, params == null ? null : Json.of(params));
    Envelope refusal = negotiated.refusal(ask);
    if (code == null) {
      assertThat(refusal).isNull();
    } else {
      assertThat(refusal.payload().member("code").toString()).isEqualTo(code);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | notifications/tools/list_changed | false",
        "{\"tools\":{}} | notifications/tools/list_changed | false",
        "{\"tools\":{\"listChanged\":false}} | notifications/tools/list_changed | false",
        "{\"tools\":{\"listChanged\":true}} | notifications/tools/list_changed | true",
        "{\"tools\":{\"listChanged\":true}} | notifications/prompts/list_changed | false",
        "{\"prompts\":{\"listChanged\":true}} | notifications/prompts/list_changed | true",
        "{\"resources\":{\"listChanged\":true}} | notifications/resources/list_changed | true",
        "{\"resources\":{\"listChanged\":true}} | notifications/resources/updated | false",
        "{\"resources\":{\"subscribe\":true}} | notifications/resources/updated | true",
        "{} | notifications/message | false",
        "{\"logging\":{}} | notifications/message | true",
        "{} | notifications/progress | true",
        "{} | notifications/of/somebody | true"
      })
  void aServerSaysOnlyWhatItDeclared(String server, String notification, boolean allowed) {
    assertThat(new Negotiated(null, Json.of(server)).allows(notification)).isEqualTo(allowed);
    assertThat(new Negotiated(null, null).allows("notifications/message")).isFalse();
  }
}
