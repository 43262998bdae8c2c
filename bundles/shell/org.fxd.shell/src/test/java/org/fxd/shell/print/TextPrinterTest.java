package org.fxd.shell.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fxd.plugin.api.command.Printer.Style;
import org.junit.jupiter.api.Test;

class TextPrinterTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String written() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tablesAreAligned() {
    new TextPrinter(out, false)
        .table(
            List.of("KIND", "NAME", "SIZE"),
            List.of(List.of("file", "é\t", "12"), List.of("f", "longer", "")));
    assertEquals("KIND  NAME    SIZE\nfile  é\\t     12\nf     longer\n", written());
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    new TextPrinter(out, false)
        .table(List.of(), List.of(List.of("日本", "1"), List.of("abcd", "2"), List.of("é", "3")));
    assertEquals("日本  1\nabcd  2\né     3\n", written());
  }

  @Test
  void aTableOfNothingIsNothing() {
    new TextPrinter(out, false).table(List.of(), List.of());
    assertEquals("", written());
  }

  @Test
  void stylesAreColoursOnlyWhereWanted() {
    new TextPrinter(out, false).print(Style.BAD, "x").line();
    new TextPrinter(out, true).print(Style.BAD, "y\u001b").print(Style.BAD, "").line();
    assertEquals("x\n\u001b[31my\\x1b\u001b[0m\n", written());
  }
}
