package org.fxd.store.v1.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the original computes. */
class ChecksumTest {
  @ParameterizedTest
  @CsvSource({"'', 00000000", "a, 00000061", "hello, 05e918d2", "héllo😀, 1160ebb1"})
  void ofTexts(String text, String checksum) {
    assertEquals(checksum, Checksum.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "raw, , 6e6fdc8c",
    "raw, '\"1.0.0\"', 11c8c64b",
    "raw, false, 1a5b347e",
    "raw, true, 76792f24",
    "parsed, 20, 627669c7",
    "Array, '[\"meta\",\"type\",\"raw\",\"child\"]', 69f896ec",
    "object, '{\"reactiveDefault\":true,\"debounceMs\":20}', 496817b7"
  })
  void ofNodes(String type, String value, String checksum) {
    RowText row = new RowText(Cell.of(type), Cell.of(value), Cell.of("[[]]"), Cell.NULL);
    assertEquals(checksum, Checksum.ofNode(row));
  }

  @Test
  void theLeastNumberHasNoSignEither() {
    // Its hash is the least 32-bit number.
    String least = "polygenelubricants";
    assertEquals(Integer.MIN_VALUE, least.hashCode());
    assertEquals("80000000", Checksum.of(least));
  }
}
