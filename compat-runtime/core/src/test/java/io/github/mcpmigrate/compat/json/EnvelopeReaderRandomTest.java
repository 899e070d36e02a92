package io.github.mcpmigrate.compat.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mcpmigrate.compat.json.Envelope.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Messages made at random, read by us and, as a whole tree, by Jackson: both see the same. */
class EnvelopeReaderRandomTest {

  private static final ObjectMapper JACKSON =
      JsonMapper.builder()
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Damage makes exponents that a decimal cannot have. */
  private static final ObjectMapper WITH_DOUBLES =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @Test
  void everySliceParsesBackEqual() throws Exception {
    RandomJson random = new RandomJson(new Random(20261121));
    int[] kinds = new int[Kind.values().length];
    for (int i = 0; i < 10_000; i++) {
      byte[] body = random.message().getBytes(UTF_8);
      Envelope message = EnvelopeReader.read(body);
      sameAs(JACKSON, JACKSON.readTree(body), message, new String(body, UTF_8));
      kinds[message.kind().ordinal()]++;
    }
    assertThat(kinds).doesNotContain(0);
  }

  @Test
  void whatIsWrittenAgainIsTheSameMessage() throws Exception {
    RandomJson random = new RandomJson(new Random(7));
    for (int i = 0; i < 5_000; i++) {
      Envelope message = EnvelopeReader.read(random.message().getBytes(UTF_8));
      assertThat(EnvelopeReader.read(message.toBytes())).isEqualTo(message);
      sameAs(JACKSON, JACKSON.readTree(message.toBytes()), message, message.toString());
    }
  }

  @Test
  void membersAreFoundAndSetWhereTheyStand() throws Exception {
    Random seeded = new Random(99);
    RandomJson random = new RandomJson(seeded);
    for (int i = 0; i < 5_000; i++) {
      String text = random.object(3);
      Json json = Json.of(text);
      ObjectNode tree = (ObjectNode) JACKSON.readTree(text);
      List<String> names = new ArrayList<>();
      tree.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        assertThat(JACKSON.readTree(json.member(name).toBytes()))
            .as(text)
            .isEqualTo(tree.get(name));
      }
      assertThat(json.member("no such member")).isNull();
      String changed =
          names.isEmpty() || seeded.nextBoolean() ? "new" : names.get(seeded.nextInt(names.size()));
      String value = random.value(2);
      tree.set(changed, JACKSON.readTree(value));
      assertThat(JACKSON.readTree(json.with(changed, Json.of(value)).toBytes()))
          .as(text)
          .isEqualTo(tree);
    }
  }

  /** A message is refused as no JSON when it is no UTF-8 or Jackson refuses it, and only then. */
  @Test
  void damageIsSeenWhereJacksonSeesIt() throws Exception {
    Random seeded = new Random(5);
    RandomJson random = new RandomJson(seeded);
    int accepted = 0;
    int unparsable = 0;
    for (int i = 0; i < 15_000; i++) {
      byte[] body = random.message().getBytes(UTF_8);
      for (int j = 0; j <= seeded.nextInt(2); j++) {
        // Never 0, which stands for another encoding and is refused before it is read.
        body[seeded.nextInt(body.length)] =
            (byte) (seeded.nextInt(4) > 0 ? ' ' + seeded.nextInt(95) : 1 + seeded.nextInt(255));
      }
      JsonNode tree = treeOrNull(body);
      String text = new String(body, UTF_8);
      try {
        Envelope message = EnvelopeReader.read(body);
        assertThat(tree).as(text).isNotNull();
        sameAs(WITH_DOUBLES, tree, message, text);
        accepted++;
      } catch (MalformedMessageException e) {
        boolean noJson = e.toError().payload().toString().contains("" + RpcErrors.PARSE_ERROR);
        assertThat(noJson).as(text).isEqualTo(tree == null);
        unparsable += noJson ? 1 : 0;
      }
    }
    assertThat(accepted).isGreaterThan(500);
    assertThat(unparsable).isGreaterThan(500);
  }

  private static JsonNode treeOrNull(byte[] body) {
    try {
      return WITH_DOUBLES.readTree(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException | JsonProcessingException e) {
      return null;
    }
  }

  private static void sameAs(ObjectMapper jackson, JsonNode tree, Envelope message, String text)
      throws IOException {
    JsonNode id = tree.get("id");
    JsonNode method = tree.get("method");
    assertThat(message.method()).as(text).isEqualTo(method == null ? null : method.textValue());
    if (message.id() == null) {
      assertThat(id == null || message.kind() == Kind.ERROR).as(text).isTrue();
    } else {
      assertThat(jackson.readTree(message.id().toJson())).as(text).isEqualTo(id);
    }
    JsonNode payload =
        switch (message.kind()) {
          case REQUEST, NOTIFICATION -> tree.get("params");
          case RESULT -> tree.get("result");
          case ERROR -> tree.get("error");
        };
    assertThat(message.payload() == null).as(text).isEqualTo(payload == null);
    if (payload != null) {
      assertThat(jackson.readTree(message.payload().toBytes())).as(text).isEqualTo(payload);
    }
    assertThat(message.kind() == Kind.REQUEST).as(text).isEqualTo(method != null && id != null);
  }

  /** JSON text at random: members in any order, any white space, every way to write a string. */
  private static final class RandomJson {

    private static final String[] NAMES = {
      "method",
      "id",
      "params",
      "result",
      "jsonrpc",
      "a",
      "",
      "é",
      "\\u0069d",
      "x\\ny",
      "😀",
      "_meta"
    };
    private static final String[] CHARACTERS = {
      "a",
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      " ",
      "\\\"",
      "\\\\",
      "\\/",
      "\\n",
      "\\u0000",
      "\\u00e9",
      "é",
      "\\ud83d\\ude00",
      "😀",
      "\u2028",
      "漢",
      "\u007f",
      "'"
    };
    private static final String[] NUMBERS = {
      "0", "-0", "-1", "1.50", "1e3", "-2.5E-7", "123456789012345678901234567890", "0.1e+22", "1.0"
    };

    private final Random random;

    RandomJson(Random random) {
      this.random = random;
    }

    String message() {
      List<String> members = new ArrayList<>();
      members.add(member("jsonrpc", "\"2.0\""));
      int kind = random.nextInt(4);
      if (kind != 1) {
        members.add(member("id", random.nextBoolean() ? string() : "" + random.nextLong()));
      }
      if (kind < 2) {
        members.add(member("method", "\"m" + string().substring(1)));
        if (random.nextInt(4) > 0) {
          members.add(member("params", object(5)));
        }
      } else {
        members.add(kind == 2 ? member("result", value(5)) : member("error", value(3)));
      }
      if (random.nextInt(3) == 0) {
        members.add(member("unknown", value(3)));
      }
      Collections.shuffle(members, random);
      return space() + "{" + space() + String.join(",", members) + "}" + space();
    }

    private String member(String name, String value) {
      return space() + '"' + name + '"' + space() + ':' + space() + value + space();
    }

    String object(int depth) {
      List<String> members = new ArrayList<>();
      List<String> names = new ArrayList<>(List.of(NAMES));
      // Two that are written differently and are the same.
      names.remove(random.nextBoolean() ? "id" : "\\u0069d");
      Collections.shuffle(names, random);
      for (String name : names.subList(0, random.nextInt(4))) {
        members.add(member(name, value(depth - 1)));
      }
      return "{" + space() + String.join(",", members) + "}";
    }

    String value(int depth) {
      return switch (random.nextInt(depth > 0 ? 8 : 5)) {
        case 0 -> string();
        case 1 -> NUMBERS[random.nextInt(NUMBERS.length)];
        case 2 -> "true";
        case 3 -> "null";
        case 4 -> "false";
        case 5 -> array(depth);
        default -> object(depth);
      };
    }

    private String array(int depth) {
      List<String> values = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        values.add(space() + value(depth - 1) + space());
      }
      return "[" + space() + String.join(",", values) + "]";
    }

    private String string() {
      StringBuilder text = new StringBuilder("\"");
      int length = random.nextInt(20) == 0 ? 9_000 : random.nextInt(8);
      for (int i = 0; i < length; i++) {
        text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
      }
      return text.append('"').toString();
    }

    private String space() {
      return random.nextInt(3) > 0 ? "" : " \t\r\n ".substring(random.nextInt(5));
    }
  }
}
