package io.github.mcpmigrate.compat.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json, text/event-stream|true|true",
        "text/event-stream;q=0.9 , application/json;charset=utf-8|true|true",
        "*/*|true|true",
        "TEXT/*|false|true",
        "application/json|true|false",
        "application/json;q=0, */*|false|true",
        "text/event-stream; q=0.0, text/*|false|false",
        "text/html|false|false"
      })
  void readsAcceptAsHttpDefinesIt(String header, boolean json, boolean eventStream) {
    assertThat(Accept.of(List.of(header))).isEqualTo(new Accept(json, eventStream));
  }

  @Test
  void anAbsentHeaderAcceptsEverything() {
    assertThat(Accept.of(List.of())).isEqualTo(new Accept(true, true));
  }
}
