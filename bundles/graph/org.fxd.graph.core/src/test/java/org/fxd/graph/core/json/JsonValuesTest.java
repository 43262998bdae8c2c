package org.fxd.graph.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.core.GraphNodes;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonValuesTest {
  private final Nodes nodes = new GraphNodes();

  @Test
  void scalarsAreValuesOfTheirType() {
    assertEquals(Value.of("a\u0000\n\"é😀"), nodes.json(" \"a\\u0000\\n\\\"\\u00e9😀\" "));
    assertEquals(Value.of(5), nodes.json("5.0"));
    assertEquals(new Value.Number(new BigDecimal("-0.25")), nodes.json("-25e-2"));
    assertEquals(Value.of(0), nodes.json("-0"));
    assertEquals(Value.of(true), nodes.json("true"));
    assertEquals(Value.NULL, nodes.json("null"));
    assertEquals(Value.of("42"), nodes.json("\"42\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [ 1 , 2.50, 1E2, -0 ]            | [1,2.5,100,0]
          { "b" : 1, "a" : [ ], "B": { } } | {"B":{},"a":[],"b":1}
          {"b":{"d":1,"c":{"f":2,"e":3}},"a":0} | {"a":0,"b":{"c":{"e":3,"f":2},"d":1}}
          ["\\u0041\\/\\u001f\\b\\f\\n\\r\\t\\"\\\\"] | ["A/\\u001f\\b\\f\\n\\r\\t\\"\\\\"]
          """)
  void arraysAndObjectsHaveOneForm(String document, String canonical) {
    assertEquals(new Value.Json(canonical), nodes.json(document));
    assertEquals(new Value.Json(canonical), nodes.json(canonical));
  }

  @Test
  void membersAreSortedByUnitsOfUtf16() {
    assertEquals(new Value.Json("{\"😀\":2,\"\uffee\":1}"), nodes.json("{\"\uffee\":1,\"😀\":2}"));
    assertEquals(new Value.Json("[\"\u2028\"]"), nodes.json("[\"\\u2028\"]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          ``                    | 1 | 1  | the document is empty
          {"a":1,"b":2,"a":3}   | 1 | 14 | 'a' is there twice
          [1] x                 | 1 | 5  |
          [1] 2                 | 1 | 5  | something stands behind
          [1,]                  | 1 | 4  |
          {"a" 1}               | 1 | 6  |
          [NaN]                 | 1 | 5  |
          'a'                   | 1 | 1  |
          ["\\ud800"]           | 1 | 2  | half a character
          {"\\ude00":1}         | 1 | 9  | surrogate
          [1e99999]             | 1 | 2  | digits
          [1e99999999999]       | 1 | 2  | too large
          [01]                  | 1 | 3  |
          """)
  void errorsTellLineAndColumn(String document, int line, int column, String what) {
    UsageException error = assertThrows(UsageException.class, () -> nodes.json(document));
    assertTrue(
        error.getMessage().contains("(line " + line + ", column " + column + ")"),
        error.getMessage());
    assertTrue(what == null || error.getMessage().contains(what), error.getMessage());
    assertTrue(error.hint().isPresent());
  }

  @Test
  void theLineIsTold() {
    UsageException error =
        assertThrows(UsageException.class, () -> nodes.json("{\n \"a\": 1,\n  \"a\": 2}"));
    assertTrue(error.getMessage().contains("(line 3, column 3)"), error.getMessage());
  }

  @Test
  void depthAndSizeAreBounded() {
    String deep = "[".repeat(Limits.JSON_DEPTH) + "]".repeat(Limits.JSON_DEPTH);
    assertEquals(new Value.Json(deep), nodes.json(deep));
    UsageException tooDeep = assertThrows(UsageException.class, () -> nodes.json("[" + deep + "]"));
    assertTrue(tooDeep.getMessage().contains("nested deeper than 256"), tooDeep.getMessage());
    assertThrows(UsageException.class, () -> nodes.json("{\"a\":".repeat(100_000)));
    assertThrows(UsageException.class, () -> nodes.json("1".repeat(100_000)));
    String swelling = "[" + "1e4000,".repeat(10_000) + "1]";
    UsageException tooLong = assertThrows(UsageException.class, () -> nodes.json(swelling));
    assertTrue(tooLong.getMessage().contains("written out"), tooLong.getMessage());
    assertThrows(UsageException.class, () -> nodes.json(" ".repeat(Limits.VALUE + 1)));
  }

  @Test
  void partsAreReadOut() {
    assertEquals(
        Optional.of(List.of(Value.of("a"), new Value.Json("[1]"), Value.NULL)),
        JsonValues.elements(" [\"a\", [ 1 ], null]"));
    assertEquals(Optional.empty(), JsonValues.elements("{}"));
    assertEquals(Optional.empty(), JsonValues.elements("[1"));
    assertEquals(Optional.empty(), JsonValues.elements("  "));
    String object = "{\"a\":{\"b\":1},\"b\":[2],\"c\":3}";
    assertEquals(Optional.of(new Value.Json("[2]")), JsonValues.member(object, "b"));
    assertEquals(Optional.of(new Value.Json("{\"b\":1}")), JsonValues.member(object, "a"));
    assertEquals(Optional.empty(), JsonValues.member(object, "d"));
    assertEquals(Optional.empty(), JsonValues.member("[1]", "a"));
  }

  @Test
  void anyTextIsReadOrRefused() {
    List<String> pieces =
        List.of(
            "{", "}", "[", "]", ":", ",", "\"a\"", "\"", "\\", "\\ud800", "1", "-", ".", "e9",
            "null", "true", " ", "\n", "\0", "\ud800", "é", "/*", "NaN");
    Property.seeded(900)
        .runs(10_000)
        .check(
            choices -> {
              StringBuilder document = new StringBuilder();
              for (int left = choices.below(15); left > 0; left--) {
                document.append(choices.pick(pieces));
              }
              choices.note(document.toString());
              try {
                Value value = nodes.json(document.toString());
                if (value instanceof Value.Json json) {
                  assertEquals(json, nodes.json(json.json()));
                }
              } catch (UsageException refused) {
                assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
                assertTrue(refused.getMessage().contains("line "), refused.getMessage());
              }
            });
  }
}
