package io.github.mcpmigrate.compat.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void findsMembersOfTheTopLevelOnly() {
    Json object = Json.of("{\"a\":{\"b\":1},\"b\":\"two\",\"a2\":[1]}");
    assertThat(object.member("b").text()).isEqualTo("two");
    assertThat(object.member("a").member("b")).hasToString("1");
    assertThat(object.member("c")).isNull();
    assertThat(Json.of("[1]").member("a")).isNull();
  }

  @Test
  void setsOneMemberAndLeavesEveryOtherByte() {
    Json object = Json.of("{ \"v\" : \"old\" ,\"n\":1.50e3}");
    assertThat(object.with("v", Json.string("new")))
        .hasToString("{ \"v\" : \"new\" ,\"n\":1.50e3}");
    assertThat(object.with("w", Json.of("1")))
        .hasToString("{\"w\":1, \"v\" : \"old\" ,\"n\":1.50e3}");
    assertThat(Json.of("{ }").with("w", Json.of("1"))).hasToString("{\"w\":1 }");
  }

  @Test
  void readsStringsWithAndWithoutEscapes() {
    assertThat(Json.of("\"plain é\"").text()).isEqualTo("plain é");
    assertThat(Json.of("\"a\\n\\u0041\"").text()).isEqualTo("a\nA");
    assertThat(Json.of("\"\"").text()).isEmpty();
    assertThat(Json.of("12").text()).isNull();
    assertThat(Json.string("quote \" and \\").text()).isEqualTo("quote \" and \\");
  }

  @Test
  void givesTheElementsOfAnArray() {
    assertThat(Json.of(" [ 1 , \"a,b\",[2], {\"c\":[]} ]").elements())
        .extracting(Json::toString)
        .containsExactly("1", "\"a,b\"", "[2]", "{\"c\":[]}");
    assertThat(Json.of("[ ]").elements()).isEmpty();
    assertThat(Json.of("{\"a\":[1]}").elements()).isEmpty();
    assertThat(Json.of("{\"a\":[1,2]}").member("a").elements()).hasSize(2);
  }

  @Test
  void tellsWhatCannotBeInIt() {
    List<Json> sought = List.of(Json.string("audio"), Json.string("link"));
    assertThat(Json.of("{\"type\":\"audio\"}").mayHold(sought)).isTrue();
    assertThat(Json.of("[\"link\"]").mayHold(sought)).isTrue();
    assertThat(Json.of("\"audio\"").mayHold(sought)).isTrue();
    assertThat(Json.of("{\"a\":\"an audio\",\"b\":\"audios\"}").mayHold(sought)).isFalse();
    assertThat(Json.of("[\"audio ").mayHold(sought)).isFalse();
    assertThat(Json.of("[\"\\u0061udio\"]").mayHold(sought)).as("it may be one").isTrue();
    Json slice = Json.of("{\"a\":1,\"b\":\"audio\"}").member("a");
    assertThat(slice.mayHold(sought)).as("what is around a slice").isFalse();
  }

  @Test
  void replacesPartsAndLeavesEveryOtherByte() {
    Json value = Json.of("{ \"a\" : [1, {\"b\":2.0} ,3 ],\"c\":null }");
    List<Json> elements = value.member("a").elements();
    assertThat(
            value.edited(
                List.of(
                    new Json.Edit(elements.get(0), Json.of("[]")),
                    new Json.Edit(elements.get(1).member("b"), Json.string("two")),
                    new Json.Edit(value.member("c"), Json.of("7")))))
        .hasToString("{ \"a\" : [[], {\"b\":\"two\"} ,3 ],\"c\":7 }");
    assertThat(value.edited(List.of())).isEqualTo(value);
    Json.Edit foreign = new Json.Edit(Json.of("1"), Json.of("2"));
    assertThatThrownBy(() -> value.edited(List.of(foreign)))
        .isInstanceOf(IllegalArgumentException.class);
    List<Json.Edit> disordered =
        List.of(
            new Json.Edit(elements.get(2), Json.of("x")),
            new Json.Edit(elements.get(0), Json.of("y")));
    assertThatThrownBy(() -> value.edited(disordered)).isInstanceOf(IllegalArgumentException.class);
  }
}
