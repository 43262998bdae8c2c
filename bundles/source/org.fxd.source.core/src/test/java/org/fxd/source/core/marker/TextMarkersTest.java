package org.fxd.source.core.marker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fxd.graph.api.error.UsageException;
import org.fxd.source.api.marker.Checksum;
import org.fxd.source.api.marker.CommentStyle;
import org.fxd.source.api.marker.Marked;
import org.fxd.source.api.marker.Markers.Inside;
import org.fxd.source.api.marker.Markers.Piece;
import org.junit.jupiter.api.Test;

/** Markers are written and read to the byte. */
class TextMarkersTest {
  private final TextMarkers markers = new TextMarkers();

  private static Marked marked(String id, String lang, String body) {
    return new Marked(id, lang, "", "", Optional.empty(), 1, body);
  }

  private List<Inside> read(String text) {
    List<Inside> read = new ArrayList<>();
    for (Piece piece : markers.parse(text)) {
      if (piece instanceof Inside inside) {
        read.add(inside);
      }
    }
    return read;
  }

  @Test
  void everyStyleToTheByte() {
    for (MarkerVectors vector : MarkerVectors.read("wrap")) {
      String[] words = vector.words().split(" ");
      Marked snippet =
          new Marked(
              words[1],
              words[0].equals("-") ? "" : words[0],
              words[2].equals("-") ? "" : words[2],
              "not asked",
              words[3].equals("-") ? Optional.empty() : Optional.of(new BigDecimal(words[3])),
              Long.parseLong(words[4]),
              "BODY");
      assertEquals(vector.text(), markers.wrap(snippet), vector.words());
    }
  }

  @Test
  void whatIsRead() {
    int cases = 0;
    for (MarkerVectors vector : MarkerVectors.read("parse")) {
      if (vector.words().startsWith("error")) {
        continue;
      }
      String text = vector.text().replace("\\r", "\r");
      String read =
          read(text).stream()
              .map(Inside::snippet)
              .map(s -> s.id() + "|" + s.checksum() + "|" + s.version() + "|" + s.body())
              .collect(Collectors.joining(" & "));
      assertEquals(vector.words(), read.replace("\n", "\\n"), vector.toString());
      String joined = markers.parse(text).stream().map(Piece::text).collect(Collectors.joining());
      assertEquals(text, joined);
      cases++;
    }
    assertEquals(17, cases);
  }

  @Test
  void whatIsWrongIsToldWithItsLines() {
    for (MarkerVectors vector : MarkerVectors.read("parse")) {
      if (vector.words().startsWith("error")) {
        UsageException e = assertThrows(UsageException.class, () -> markers.parse(vector.text()));
        for (String line : vector.words().substring("error".length()).trim().split(" ")) {
          assertTrue(e.getMessage().contains("line " + line + ":"), e.getMessage() + vector);
        }
        assertTrue(e.hint().isPresent());
      }
    }
  }

  @Test
  void checksums() {
    assertEquals("0", Checksum.of(""));
    assertEquals("61", Checksum.of("a"));
    assertEquals("5e918d2", Checksum.of("hello"));
    assertEquals("16db9", Checksum.of("a\nb"));
    assertEquals("16db9", Checksum.of("a\r\nb"));
    assertEquals("dabf926e", Checksum.of("  trailing  \n"));
    assertEquals("1160ebb1", Checksum.of("h\u00e9llo\ud83d\ude00"));
  }

  @Test
  void idsAndFilesAreEscaped() {
    String[][] pairs = {
      {"a b", "a_b"},
      {"a_b", "a_b"},
      {"k=v", "k\\=v"},
      {"say \"hi\"", "say_\\\"hi\\\""},
      {"p\\q", "p\\\\q"},
      {"tab\tx", "tab_x"},
      {"a b=\"c\"\\d", "a_b\\=\\\"c\\\"\\\\d"},
      {"two\nlines\u00a0\u2028", "two_lines__"}
    };
    for (String[] pair : pairs) {
      assertEquals(pair[1], MarkerWords.escape(pair[0]));
      String known = pair[0].replaceAll("[\\s\u00a0\u2028]", "_");
      Marked snippet = new Marked(pair[0], "js", pair[0], "", Optional.empty(), 1, "x");
      Inside read = read(markers.wrap(snippet)).get(0);
      assertEquals(pair[1], read.writtenId());
      assertEquals(known, read.snippet().id());
      assertEquals(known, read.snippet().file());
    }
    assertEquals("a b=c", MarkerWords.spaced("a_b\\=c"));
    assertEquals("\\n stays", MarkerWords.unescape("\\n stays"));
    assertEquals("end\\", MarkerWords.unescape("end\\"));
  }

  @Test
  void thirtyLanguagesAndMoreHaveALineComment() {
    Set<CommentStyle> styles = new HashSet<>();
    int lines = 0;
    for (String language : CommentStyles.languages()) {
      CommentStyle style = markers.style(language);
      styles.add(style);
      lines += style.close().isEmpty() ? 1 : 0;
      Inside read = read(markers.wrap(marked("an-id", language, "the\nbody"))).get(0);
      assertEquals("an-id", read.snippet().id(), language);
      assertEquals(language, read.snippet().lang());
      assertEquals("the\nbody", read.snippet().body());
    }
    assertTrue(lines >= 100, "languages and their other names: " + lines);
    assertTrue(styles.size() >= 14, "styles: " + styles.size());
    assertEquals(markers.style("python"), markers.style("Python"));
  }

  @Test
  void bodiesThatTalkOfMarkers() {
    String body = markers.wrap(marked("inner", "js", "x")) + "\n# FX:\\END id=inner\n  * FX:END";
    String text = markers.wrap(marked("outer", "py", body));
    assertTrue(text.contains("\n/* FX:\\BEGIN id=inner"), text);
    assertTrue(text.contains("\n# FX:\\\\END id=inner"), text);
    assertEquals(body, read(text).get(0).snippet().body());
    assertFalse(MarkerText.hasMarkers(MarkerText.escape(text)));
    assertTrue(MarkerText.hasMarkers(text));
  }

  @Test
  void aMarkBehindTheByteOrderMark() {
    String text = "\ufeff# FX:BEGIN id=a\n1\n# FX:END id=a";
    assertEquals("a", read(text).get(0).snippet().id());
    assertEquals(text, markers.parse(text).get(0).text());
  }

  @Test
  void linesAreCountedFromOne() {
    List<Piece> pieces = markers.parse("x\n# FX:BEGIN id=a\n1\n2\n# FX:END id=a\n\ny");
    assertEquals(List.of(1, 2, 6), pieces.stream().map(Piece::line).toList());
  }

  @Test
  void aHostileTextCostsWhatItIsLong() {
    String signs = "#".repeat(200_000) + " FX:BEGIN id=a\n";
    assertTrue(read(signs).isEmpty());
    assertTrue(read(" ".repeat(200_000) + "FX:BEGIN").isEmpty());
    String words = "# FX:BEGIN id=a" + " =".repeat(100_000) + "\n# FX:END id=a";
    assertEquals("a", read(words).get(0).snippet().id());
    String wide = "# FX:BEGIN id=" + "x".repeat(MarkerParser.MAX_LINE) + "\n";
    UsageException e = assertThrows(UsageException.class, () -> markers.parse(wide));
    assertTrue(e.getMessage().contains("line 1"), e.getMessage());
    String many =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "# FX:BEGIN id=" + i + "\n# FX:END id=" + i + "\n")
            .collect(Collectors.joining());
    assertEquals(50_000, read(many).size());
    String nested = "# FX:BEGIN id=a\n".repeat(50_000);
    UsageException most = assertThrows(UsageException.class, () -> markers.parse(nested));
    assertTrue(most.getMessage().contains("and 49980 more"), most.getMessage());
  }

  @Test
  void numbersThatAreNone() {
    Marked read =
        read("# FX:BEGIN id=a order=1e9 version=99999999999999999999\n# FX:END id=a")
            .get(0)
            .snippet();
    assertEquals(Optional.empty(), read.order());
    assertEquals(1, read.version());
    assertTrue(
        markers
            .wrap(new Marked("a", "", "", "", Optional.of(new BigDecimal("1E+999999")), 1, ""))
            .contains("order=1E+999999 "));
  }
}
