package org.fxd.source.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fxd.source.api.scan.Region;
import org.junit.jupiter.api.Test;

class LineBlocksTest {
  private static List<String> blocks(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return LineBlocks.of(bytes).stream()
        .map(
            r ->
                r.name()
                    + "="
                    + new String(bytes, r.start(), r.end() - r.start(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void cutsAtBlankLines() {
    assertEquals(
        List.of("Red-wine=# Red wine = 5\nx\n", "func-Open=func Open(path string) {\n\n  go\n}\n"),
        blocks("\n# Red wine = 5\nx\n\n \nfunc Open(path string) {\n\n  go\n}\n\n"));
  }

  @Test
  void indentedLinesAfterABlankOneBelongToTheBlock() {
    assertEquals(List.of("a=a\n\n  b\n", "c=c"), blocks("a\n\n  b\n\nc"));
  }

  @Test
  void aTextWithoutBlankLinesIsOneBlock() {
    assertEquals(List.of("a=a\nb\nc"), blocks("a\nb\nc"));
    assertEquals(List.of("a=  a\nb"), blocks("  a\nb"));
  }

  @Test
  void aBlankTextHasNone() {
    assertEquals(List.of(), blocks(""));
    assertEquals(List.of(), blocks("\n \t\r\n\n"));
    assertEquals(List.of(), blocks("\uFEFF"));
  }

  @Test
  void windowsLineEndsAndByteOrderMarks() {
    assertEquals(List.of("a=\uFEFFa\r\n", "b=b\r\n"), blocks("\uFEFFa\r\n\r\nb\r\n"));
  }

  @Test
  void loneCarriageReturnsEndNoLine() {
    assertEquals(List.of("a-b=a\r\rb"), blocks("a\r\rb"));
  }

  @Test
  void aBlockWithoutAWordIsCalledBlock() {
    assertEquals(List.of("block={\n}\n", "x=/**\n * x\n */\n"), blocks("{\n}\n\n/**\n * x\n */\n"));
  }

  @Test
  void tablesAreLeftWhole() {
    String row = "row\n\n";
    assertEquals(
        LineBlocks.MAX_BLOCKS,
        LineBlocks.of(row.repeat(LineBlocks.MAX_BLOCKS).getBytes(StandardCharsets.UTF_8)).size());
    List<Region> tooMany =
        LineBlocks.of(row.repeat(LineBlocks.MAX_BLOCKS + 1).getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), tooMany);
  }
}
