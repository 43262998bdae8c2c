package org.fxd.store.v1.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.core.GraphNodes;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "-0",
        "0.5e-3",
        "\"\"",
        "\"\\u00e9\\n\"",
        "true",
        "null",
        "[]",
        "{}",
        " [ 1 , 2 ] ",
        "{\"a\":{\"b\":[{}]}}",
        "\"\\ud800\"",
        "[[[]],{}]"
      })
  void isSound(String document) {
    assertTrue(JsonCheck.isSound(document));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "01",
        "1.",
        ".5",
        "+1",
        "1e",
        "tru",
        "nulll",
        "\"",
        "\"\n\"",
        "\"\\x\"",
        "\"\\u00g0\"",
        "[1,]",
        "[,]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "{\"a\":1,}",
        "]",
        "[",
        "{",
        "[}",
        "1 2",
        "'a'",
        "\"\\u12\"",
        "{\"a\":1]",
        "NaN",
        "-"
      })
  void isNotSound(String document) {
    assertFalse(JsonCheck.isSound(document));
  }

  @Test
  void depthIsNoMatter() {
    assertTrue(JsonCheck.isSound("[".repeat(300_000) + "]".repeat(300_000)));
    assertFalse(JsonCheck.isSound("[".repeat(300_000) + "]".repeat(299_999)));
  }

  /** Two readers of one grammar. */
  @Test
  void agreesWithTheGraphsReader() {
    List<String> parts =
        List.of("[", "]", "{", "}", ",", ":", "\"a\"", "\"b\"", "1", "-2.5e3", "null", " ");
    GraphNodes nodes = new GraphNodes();
    Property.seeded(3)
        .runs(3000)
        .check(
            choices -> {
              StringBuilder document = new StringBuilder();
              for (int left = choices.below(9); left >= 0; left--) {
                document.append(choices.pick(parts));
              }
              choices.note(document.toString());
              assertEquals(
                  readable(nodes, document.toString()), JsonCheck.isSound(document.toString()));
            });
  }

  private static boolean readable(GraphNodes nodes, String document) {
    try {
      nodes.json(document);
      return true;
    } catch (UsageException e) {
      // A member that comes twice is sound all the same.
      return e.getMessage().contains("twice");
    }
  }

  @Test
  void stringsComeBack() {
    Property.seeded(4)
        .check(
            choices -> {
              String text = choices.text(20);
              String literal = JsonString.of(text);
              assertTrue(JsonCheck.isSound(literal));
              assertEquals(Optional.of(text), JsonString.read(literal));
            });
    assertEquals("\"\\u0001\\\"\\\\é\"", JsonString.of("\u0001\"\\é"));
    assertEquals(Optional.of("/é"), JsonString.read("\"\\/\\u00e9\""));
    assertEquals(Optional.empty(), JsonString.read("\"\\ud83d\""));
    assertEquals(Optional.of("😀"), JsonString.read("\"\\ud83d\\ude00\""));
    for (String none : List.of("", "\"", "a", "\"a", "\"a\"b\"", "\"\\\"", "\"\\u00\"", "\"\t\"")) {
      assertEquals(Optional.empty(), JsonString.read(none), none);
    }
  }

  @Test
  void partsStandAsTheyAre() {
    assertEquals(
        Optional.of(
            List.of(
                new JsonParts.Member("b", "[1, {\"x\":\"]\"}]"),
                new JsonParts.Member("a,", "\"}\\\"\""))),
        JsonParts.members(" { \"b\" : [1, {\"x\":\"]\"}] , \"a,\":\"}\\\"\" } "));
    assertEquals(
        Optional.of(List.of("[[]]", "\",\"", "-1.5")), JsonParts.elements("[[[]],\",\" , -1.5]"));
    assertEquals(Optional.of(List.of()), JsonParts.members("{}"));
    assertEquals(Optional.empty(), JsonParts.members("[]"));
    assertEquals(Optional.empty(), JsonParts.elements("1"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "20, 20",
    "1.50, 1.5",
    "1e20, 100000000000000000000",
    "1e21, 1e+21",
    "123456789e15, 1.23456789e+23",
    "0.000001, 0.000001",
    "0.0000001, 1e-7",
    "-1.5e-9, -1.5e-9",
    "0.1, 0.1",
    "1000000.25, 1000000.25"
  })
  void numbersAreWrittenAsJavaScriptDoes(BigDecimal number, String text) {
    assertEquals(text, JsNumber.text(number));
  }

  @ParameterizedTest
  @CsvSource({
    "42, 42",
    "1.0.0, ",
    "'', ",
    "' ', ",
    "' 7 ', 7",
    "1e3, 1000",
    "1e999, ",
    "0x1f, 0",
    "+.5, 0.5",
    "5., 5",
    "Infinity, ",
    "abc, ",
    "1_0, "
  })
  void textsAreNumbersWhereJavaScriptTakesThemForSome(String text, String number) {
    assertEquals(Optional.ofNullable(number), JsNumber.parsed(text));
  }
}
