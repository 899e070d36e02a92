package io.github.mcpmigrate.compat.json;

import static org.assertj.core.api.Assertions.assertThat;

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
}
