package org.fxd.shell.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {
  private static final NodeId ID = new NodeId(1, 2);

  private static Value parse(String type, String typed) {
    return ValueText.parse(type, typed, null, word -> ID);
  }

  @Test
  void typesAreKept() {
    assertEquals(Value.of("42"), parse("text", "42"));
    assertEquals(Value.of(42), parse("number", " 42 "));
    assertEquals(new Value.Number(new BigDecimal("-1.5")), parse("number", "-1.50"));
    assertEquals(Value.of(true), parse("bool", "True"));
    assertEquals(Value.NULL, parse("null", ""));
    assertEquals(Value.NONE, parse("none", ""));
    assertEquals(Value.of(new byte[] {0, (byte) 255}), parse("bytes", "00fF"));
    assertEquals(new Value.Reference(ID), parse("ref", "code"));
  }

  @ParameterizedTest
  @CsvSource({
    "number,forty",
    "number,''",
    "number,1e999999999",
    "bool,yes",
    "bytes,0",
    "bytes,xy",
    "list,1"
  })
  void whatIsNoneIsSaid(String type, String typed) {
    UsageException e = assertThrows(UsageException.class, () -> parse(type, typed));
    assertTrue(e.getMessage().contains("'"), e.getMessage());
  }

  @Test
  void everyTypeHasANameAndData() {
    for (String type : ValueText.TYPES) {
      if (!type.equals("json")) {
        String typed = type.equals("number") ? "7" : type.equals("bool") ? "true" : "ab";
        assertEquals(type, new ValueText(parse(type, typed)).type());
      }
    }
    assertEquals("json", new ValueText(new Value.Json("[]")).type());
    assertEquals(BigDecimal.valueOf(7), new ValueText(Value.of(7)).data());
    assertEquals("100", new ValueText(Value.of(100)).data().toString());
    assertEquals("x", new ValueText(Value.of("x")).data());
  }

  @Test
  void aCellIsShort() {
    String text = "x".repeat(59) + "\ud83d\ude00" + "y";
    assertEquals("x".repeat(59) + "…", new ValueText(Value.of(text)).brief());
    assertEquals("short", new ValueText(Value.of("short")).brief());
  }
}
