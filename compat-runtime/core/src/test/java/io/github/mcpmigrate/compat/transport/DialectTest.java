package io.github.mcpmigrate.compat.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.Json;
import io.github.mcpmigrate.compat.json.RequestId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {

  private static final String AUDIO =
      "{\"type\":\"audio\",\"data\":\"YXVk\",\"mimeType\":\"audio/wav\"}";
  private static final String LINK =
      "{\"type\":\"resource_link\",\"uri\":\"test://a\",\"name\":\"é\"}";
  private static final String LINK_AS_TEXT =
      "{\"type\":\"text\",\"text\":\"{\\\"type\\\":\\\"resource_link\\\",\\\"uri\\\":"
          + "\\\"test://a\\\",\\\"name\\\":\\\"é\\\"}\"}";

  @Test
  void audioIsAnEmbeddedResourceForTheRevisionThatLacksIt() {
    assertThat(tool("2024-11-05", AUDIO)).isEqualTo(resource(1));
  }

  @Test
  void aLinkIsTextForTheRevisionsThatLackIt() {
    assertThat(tool("2024-11-05", LINK)).isEqualTo(LINK_AS_TEXT);
    assertThat(tool("2025-03-26", LINK)).isEqualTo(LINK_AS_TEXT);
  }

  @ParameterizedTest
  @CsvSource({"2025-03-26,audio", "2025-06-18,audio", "2025-06-18,link", "2025-11-25,link"})
  void whatTheRevisionHasStaysAsItIs(String version, String block) {
    Envelope response = result("{\"content\":[" + (block.equals("audio") ? AUDIO : LINK) + "]}");
    assertThat(dialect(version).toWire("tools/call", response)).isSameAs(response);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"2025-11-25", "2026-07-28"})
  void everyLaterRevisionIsUntouchedAndSoIsNone(String version) {
    assertThat(dialect(version)).isEqualTo(Dialect.OF_2025_06_18);
  }

  @Test
  void everyOtherByteStaysAndTheAnnotationsToo() {
    String before =
        "{ \"_meta\" : {\"n\":1.50e3}, \"content\" : [ {\"type\":\"text\",\"text\":\"\\u00e9\"} , ";
    String after = " ,{\"type\":\"image\"} ], \"isError\" :false }";
    String audio =
        "{ \"annotations\":{\"priority\":0.50}, \"mimeType\" : \"audio/x\\u002dwav\","
            + " \"data\":\"AA==\", \"type\":\"audio\" }";
    String edited =
        "{\"type\":\"resource\",\"resource\":{\"uri\":\"mcp-compat://audio/1\","
            + "\"mimeType\":\"audio/x\\u002dwav\",\"blob\":\"AA==\"},"
            + "\"annotations\":{\"priority\":0.50}}";
    assertThat(edit("2024-11-05", "tools/call", before + audio + after))
        .isEqualTo(before + edited + after);
  }

  @Test
  void eachOfSeveralIsEditedAndNoTwoHaveOneUri() {
    assertThat(
            tool("2024-11-05", AUDIO + "," + LINK + ",{\"type\":\"text\",\"text\":\"t\"}," + AUDIO))
        .isEqualTo(
            resource(1)
                + ","
                + LINK_AS_TEXT
                + ",{\"type\":\"text\",\"text\":\"t\"},"
                + resource(3));
  }

  @Test
  void theMessagesOfAPromptAreEdited() {
    String head = "{\"description\":\"audio\",\"messages\":[{\"role\":\"user\",\"content\":";
    assertThat(edit("2024-11-05", "prompts/get", head + AUDIO + "},{\"role\":\"assistant\"}]}"))
        .isEqualTo(head + resource(1) + "},{\"role\":\"assistant\"}]}");
  }

  @Test
  void aTypeThatIsWrittenWithEscapesIsTheSameType() {
    assertThat(tool("2024-11-05", AUDIO.replace("\"audio\"", "\"\\u0061udio\"")))
        .isEqualTo(resource(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"content\":[{\"type\":\"text\",\"text\":\"audio\"}]}",
        "{\"content\":[{\"type\":\"text\",\"text\":\"{\\\"type\\\":\\\"audio\\\"}\"}]}",
        "{\"content\":[{\"type\":\"text\",\"text\":\"\\u0022type\\u0022:\\u0022audio\\u0022\"}]}",
        "{\"content\":[],\"structuredContent\":{\"type\":\"audio\",\"data\":\"a\",\"mimeType\":\"b\"}}",
        "{\"content\":[],\"structuredContent\":{\"content\":[{\"type\":\"audio\",\"data\":\"a\",\"mimeType\":\"b\"}]}}",
        "{\"content\":[],\"_meta\":{\"content\":[{\"type\":\"audio\",\"data\":\"a\",\"mimeType\":\"b\"}]}}",
        "{\"content\":[{\"type\":\"resource\",\"resource\":{\"uri\":\"a:b\",\"type\":\"audio\",\"text\":\"\"}}]}",
        "{\"content\":[{\"type\":\"image\",\"data\":\"audio\",\"mimeType\":\"audio\"}]}",
        "{\"content\":[{\"audio\":\"type\",\"data\":\"a\",\"mimeType\":\"b\"}]}",
        "{\"content\":[{\"type\":[\"audio\"],\"data\":\"a\",\"mimeType\":\"b\"}]}",
        "{\"content\":[{\"type\":\"audio\"}]}",
        "{\"content\":[[{\"type\":\"audio\",\"data\":\"a\",\"mimeType\":\"b\"}],\"audio\",null]}",
        "{\"content\":{\"type\":\"audio\",\"data\":\"a\",\"mimeType\":\"b\"}}",
        "{\"contents\":[{\"type\":\"audio\",\"data\":\"a\",\"mimeType\":\"b\"}]}",
        "{\"messages\":[{\"content\":{\"type\":\"audio\",\"data\":\"a\",\"mimeType\":\"b\"}}]}",
        "[{\"type\":\"audio\"}]",
        "\"audio\"",
        "{}"
      })
  void whatOnlyLooksLikeAudioStays(String payload) {
    Envelope response = result(payload);
    assertThat(dialect("2024-11-05").toWire("tools/call", response)).isSameAs(response);
  }

  @ParameterizedTest
  @ValueSource(strings = {"resources/read", "tools/list", "acme/render", "prompts/get"})
  void theResultsOfOtherMethodsStay(String method) {
    Envelope response = result("{\"content\":[" + AUDIO + "," + LINK + "]}");
    assertThat(dialect("2024-11-05").toWire(method, response)).isSameAs(response);
  }

  @Test
  void anErrorStays() {
    Envelope error =
        new Envelope(
            Envelope.Kind.ERROR,
            RequestId.of("1"),
            null,
            Json.of("{\"code\":1,\"message\":\"audio\",\"content\":[" + AUDIO + "]}"));
    assertThat(dialect("2024-11-05").toWire("tools/call", error)).isSameAs(error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26"})
  void aClientThatSendsTheVersionHeaderReadsWhateverItNegotiated(String version) {
    assertThat(Dialect.of(version, () -> true)).isEqualTo(Dialect.OF_2025_06_18);
  }

  private static Dialect dialect(String version) {
    return Dialect.of(version, () -> false);
  }

  private static String resource(int number) {
    return "{\"type\":\"resource\",\"resource\":{\"uri\":\"mcp-compat://audio/"
        + number
        + "\",\"mimeType\":\"audio/wav\",\"blob\":\"YXVk\"}}";
  }

  private static String tool(String version, String blocks) {
    String edited = edit(version, "tools/call", "{\"content\":[" + blocks + "]}");
    return edited.substring("{\"content\":[".length(), edited.length() - 2);
  }

  private static String edit(String version, String method, String payload) {
    Envelope edited = dialect(version).toWire(method, result(payload));
    assertThat(edited.id()).isEqualTo(RequestId.of("1"));
    return edited.payload().toString();
  }

  private static Envelope result(String payload) {
    return Envelope.result(RequestId.of("1"), Json.of(payload));
  }
}
