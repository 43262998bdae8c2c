package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The document of the format says what the program does. */
class FormatDocumentTest {
  private static final Path DOCUMENT =
      Path.of(System.getProperty("basedir", ""), "../../../docs/format/fxd-2.md");

  @Test
  void itHasTheSchemaToTheLetter() throws IOException {
    String document = Files.readString(DOCUMENT);
    for (String statement : Schema.statements()) {
      assertTrue(document.contains(statement + ";\n"), statement);
    }
  }

  @Test
  void itHasTheNumbers() throws IOException {
    String document = Files.readString(DOCUMENT);
    assertTrue(document.contains("`0x%08x`".formatted(Schema.APPLICATION_ID)));
    assertTrue(document.contains(String.format(Locale.ROOT, "%,d bytes", Schema.PIECE_SIZE)));
    assertTrue(document.contains(String.format(Locale.ROOT, "%,d in one row", Codec.MAX_SIZE)));
    for (Codec codec : Codec.values()) {
      String row = "| %d | %s |".formatted(codec.code(), codec.name().toLowerCase(Locale.ROOT));
      assertTrue(document.contains(row), row);
    }
  }
}
