package io.github.mcpmigrate.compat.json;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpmigrate.compat.json.Envelope.Kind;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {

  @Test
  void readsTheFourKinds() throws Exception {
    assertThat(read("{'jsonrpc':'2.0','id':1,'method':'ping'}"))
        .isEqualTo(Envelope.request(RequestId.of(1), "ping", null));
    assertThat(read("{'method':'notifications/x','params':{'a':[1]},'jsonrpc':'2.0'}"))
        .isEqualTo(Envelope.notification("notifications/x", Json.of("{\"a\":[1]}")));
    assertThat(read("{'jsonrpc':'2.0','id':'a','result':{}}"))
        .isEqualTo(Envelope.result(RequestId.of("a"), Json.of("{}")));
    assertThat(read("{'jsonrpc':'2.0','id':7,'error':{'code':-1,'message':'m'}}").kind())
        .isEqualTo(Kind.ERROR);
  }

  @Test
  void keepsPayloadBytesAsTheyCame() throws Exception {
    String params = "{ \"big\" : 123456789012345678901234567890.50e3 , \"s\":\"\\u00e9 é\" }";
    Envelope message = read("{'jsonrpc':'2.0','id':1,'method':'m','params':" + params + "}");
    assertThat(message.payload()).hasToString(params);
    assertThat(new String(message.toBytes(), UTF_8))
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"m\",\"params\":" + params + "}");
  }

  @Test
  void aStringIdAndAnIntegerIdAreTwoIds() throws Exception {
    RequestId number = read("{'jsonrpc':'2.0','id':1,'method':'m'}").id();
    RequestId string = read("{'jsonrpc':'2.0','id':'1','method':'m'}").id();
    assertThat(number).isNotEqualTo(string);
    assertThat(new String(string.toJson(), UTF_8)).isEqualTo("\"1\"");
    RequestId escaped = read("{'jsonrpc':'2.0','id':'a\\u0062\\n','method':'m'}").id();
    assertThat(escaped).isEqualTo(RequestId.of("ab\n"));
    assertThat(new String(escaped.toJson(), UTF_8)).isEqualTo("\"ab\\n\"");
    assertThat(read("{'jsonrpc':'2.0','id':12345678901234567890123,'method':'m'}").id())
        .hasToString("12345678901234567890123");
  }

  @Test
  void anIdThatOnlyJsonCanSayIsEchoedAsItCame() throws Exception {
    RequestId id =
        read("{'jsonrpc':'2.0','id':'\\ud83dx\\ud83d\\ude00\\n\u00e9','method':'m'}").id();
    assertThat(new String(id.toJson(), UTF_8))
        .isEqualTo("\"\\ud83dx\\ud83d\\ude00\\u000a\\u00e9\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"c3", "c3 28", "c0 af", "e0 80 af", "ed a0 80", "f4 90 80 80", "ff", "80"})
  void whatIsNoUtf8IsNoJson(String bytes) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(json("{'jsonrpc':'2.0','id':1,'method':'m','params':{'a':'"));
    body.writeBytes(HexFormat.ofDelimiter(" ").parseHex(bytes));
    body.writeBytes(json("'}}"));
    assertThatThrownBy(() -> EnvelopeReader.read(body.toByteArray()))
        .isInstanceOf(MalformedMessageException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "1.5", "1e3", "{}", "[]"})
  void anIdThatIsNeitherStringNorIntegerIsNoNotification(String id) {
    assertRefused("{'jsonrpc':'2.0','id':" + id + ",'method':'m'}", RpcErrors.INVALID_REQUEST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|-32700",
        "   |-32700",
        "{|-32700",
        "{'jsonrpc':'2.0','id':1,'method':'m'} x|-32700",
        "{'jsonrpc':'2.0','id':1,'method':'m'}{}|-32700",
        "{'jsonrpc':'2.0','id':1,'method':'m','params':{'a':}}|-32700",
        "1|-32600",
        "'x'|-32600",
        "null|-32600",
        "{}|-32600",
        "[]|-32600",
        "{'jsonrpc':'1.0','id':1,'method':'m'}|-32600",
        "{'id':1,'method':'m'}|-32600",
        "{'jsonrpc':'2.0','id':1,'method':5}|-32600",
        "{'jsonrpc':'2.0','id':1,'method':''}|-32600",
        "{'jsonrpc':'2.0','id':1,'method':'m','method':'n'}|-32600",
        "{'jsonrpc':'2.0','id':1,'method':'m','params':[1]}|-32600",
        "{'jsonrpc':'2.0','id':1,'result':{},'error':{}}|-32600",
        "{'jsonrpc':'2.0','result':{}}|-32600",
        "{'jsonrpc':'2.0','id':1}|-32600"
      },
      quoteCharacter = '`')
  void refusesWhatIsNoMessage(String body, int code) {
    assertRefused(body == null ? "" : body.equals("''") ? "" : body, code);
  }

  @Test
  void refusesOtherEncodingsAndDeepNesting() {
    assertThatThrownBy(() -> EnvelopeReader.read("{\"jsonrpc\":\"2.0\"}".getBytes(UTF_16)))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("UTF-8");
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertRefused(
        "{'jsonrpc':'2.0','id':1,'method':'m','params':{'a':" + deep + "}}", RpcErrors.PARSE_ERROR);
  }

  @Test
  void theErrorEchoesAnIdThatCouldBeRead() throws Exception {
    try {
      read("{'jsonrpc':'2.0','id':'q','method':5}");
    } catch (MalformedMessageException e) {
      assertThat(e.toError().id()).isEqualTo(RequestId.of("q"));
      return;
    }
    throw new AssertionError("was accepted");
  }

  @Test
  void readsBatchesElementByElement() throws Exception {
    byte[] body =
        json(" [{'jsonrpc':'2.0','id':1,'method':'a'}, 5, {'jsonrpc':'2.0','method':'b'}] ");
    assertThat(EnvelopeReader.isBatch(body)).isTrue();
    EnvelopeReader.Batch batch = EnvelopeReader.readBatch(body);
    assertThat(batch.messages()).extracting(Envelope::method).containsExactly("a", "b");
    assertThat(batch.faults()).hasSize(1);
    assertThat(EnvelopeReader.isBatch(json("{'a':[1]}"))).isFalse();
    assertThatThrownBy(() -> EnvelopeReader.readBatch(json("[]")))
        .isInstanceOf(MalformedMessageException.class);
  }

  /** Whatever bytes come, the reader answers with a message or with its own exception. */
  @Test
  void survivesBrokenBodies() {
    Random random = new Random(20261121);
    byte[] good = json("{'jsonrpc':'2.0','id':1,'method':'m','params':{'a':'é','b':[1.5,null]}}");
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] body = good.clone();
      for (int j = 0; j <= random.nextInt(3); j++) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      try {
        Envelope message = EnvelopeReader.read(body);
        assertThat(EnvelopeReader.read(message.toBytes())).isEqualTo(message);
      } catch (MalformedMessageException e) {
        assertThat(e.toError().payload().toString()).contains("\"code\":-32");
        refused++;
      }
    }
    assertThat(refused).isBetween(1, 19_999);
  }

  private static void assertRefused(String body, int code) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            MalformedMessageException.class,
            e -> assertThat(e.toError().payload().toString()).startsWith("{\"code\":" + code));
  }

  private static Envelope read(String body) throws MalformedMessageException {
    return EnvelopeReader.read(json(body));
  }

  private static byte[] json(String singleQuoted) {
    return singleQuoted.replace('\'', '"').getBytes(UTF_8);
  }
}
