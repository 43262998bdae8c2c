package org.fxd.source.treesitter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.treesitter.TSInputEdit;
import org.treesitter.TSPoint;

/** Where texts differ. */
class TextChangeTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static TextChange between(String before, String after) {
    return TextChange.between(new Text(bytes(before)), new Text(bytes(after)));
  }

  @Test
  void itIsWholeLines() {
    assertEquals(new TextChange(2, 5, 6), between("a\nbc\nd\n", "a\nbxc\nd\n"));
    assertEquals(new TextChange(2, 5, 3), between("a\nb\nc", "a\nc"));
    assertEquals(new TextChange(0, 0, 2), between("", "a\n"));
    assertEquals(new TextChange(0, 3, 0), between("a\nb", ""));
  }

  @Test
  void aCharacterIsNeverCut() {
    // The two have their first byte in common.
    assertEquals(new TextChange(2, 6, 6), between("a\nx\u00d7\nb", "a\nx\u00e9\nb"));
  }

  @Test
  void theParserIsToldLinesAndColumns() {
    Text before = new Text(bytes("a\nbc\nde"));
    Text after = new Text(bytes("a\nbc\ndxe"));
    TSInputEdit edit = TextChange.between(before, after).edit(before, after);
    assertEquals(5, edit.getStartByte());
    assertPoint(2, 0, edit.getStartPoint());
    assertPoint(2, 2, edit.getOldEndPoint());
    assertPoint(2, 3, edit.getNewEndPoint());
  }

  private static void assertPoint(int row, int column, TSPoint point) {
    assertEquals(row, point.getRow());
    assertEquals(column, point.getColumn());
  }

  @Test
  void withItOneTextBecomesTheOther() {
    Random random = new Random(3);
    RandomEdit edit = new RandomEdit(random);
    byte[] before = bytes("ab\nab\n\n\ncd ab\n\u00e9\u00d7\n".repeat(3));
    for (int round = 0; round < 2_000; round++) {
      byte[] after = edit.of(before);
      TextChange change = TextChange.between(new Text(before), new Text(after));
      ByteArrayOutputStream made = new ByteArrayOutputStream();
      made.write(before, 0, change.start());
      made.write(after, change.start(), change.newEnd() - change.start());
      made.write(before, change.oldEnd(), before.length - change.oldEnd());
      assertArrayEquals(after, made.toByteArray());
      assertTrue(change.start() == 0 || before[change.start() - 1] == '\n');
      assertTrue(change.oldEnd() == before.length || before[change.oldEnd() - 1] == '\n');
      before = after.length == 0 || after.length > 2_000 ? bytes("ab\ncd\n\nab\n") : after;
    }
  }
}
