package org.fxd.source.core.marker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fxd.graph.api.error.FxdException;
import org.fxd.source.api.marker.Checksum;
import org.fxd.source.api.marker.Marked;
import org.fxd.source.api.marker.Markers.Inside;
import org.fxd.source.api.marker.Markers.Outside;
import org.fxd.source.api.marker.Markers.Piece;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** What holds of markers whatever stands between them, and whatever is read as such. */
class TextMarkersProperties {
  private static final String[] BITS = {
    "",
    " ",
    "\n",
    "\t",
    "x",
    "FX:",
    "FX:BEGIN",
    "FX:END",
    " id=a",
    "# FX:BEGIN id=b",
    "\\",
    "=",
    "/*",
    "*/",
    "<!--",
    "-->",
    "#",
    "-- ",
    ";",
    "\"\"\"",
    "\n# FX:END id=a\n",
    "\n/* FX:\\END id=a",
    "\ud83d\ude00",
    "\u00e9",
    "\u2028",
    "version=",
    "REM ",
    "\n\n",
    "body",
    "checksum=0 ",
    "'"
  };

  private static final String[] BREAKS = {"\r\n", "\r", "\ufeff", "\0", "\ud800"};

  private final TextMarkers markers = new TextMarkers();

  private static String text(Choices choices, boolean any) {
    StringBuilder text = new StringBuilder();
    for (int left = choices.below(12); left > 0; left--) {
      int at = choices.below(BITS.length + (any ? BREAKS.length : 0));
      text.append(at < BITS.length ? BITS[at] : BREAKS[at - BITS.length]);
    }
    return text.toString();
  }

  private static Marked snippet(Choices choices, String id) {
    List<String> languages = new ArrayList<>(CommentStyles.languages());
    languages.add("java");
    languages.add("");
    return new Marked(
        id + text(choices, false),
        languages.get(choices.below(languages.size())),
        text(choices, false),
        "",
        choices.below(2) == 0 ? Optional.empty() : Optional.of(new BigDecimal(choices.below(99))),
        choices.below(5),
        text(choices, false));
  }

  private static String underscored(String text) {
    return MarkerWords.unescape(MarkerWords.escape(text));
  }

  @Test
  void parseOfWrapIsWhatWasWrapped() {
    Property.seeded(31)
        .runs(3000)
        .check(
            choices -> {
              Marked snippet = snippet(choices, "i");
              String text = markers.wrap(snippet);
              List<Piece> pieces = markers.parse(text);
              assertEquals(1, pieces.size(), text);
              Inside inside = (Inside) pieces.get(0);
              Marked expected =
                  new Marked(
                      underscored(snippet.id()),
                      snippet.lang(),
                      underscored(snippet.file()),
                      Checksum.of(snippet.body()),
                      snippet.order(),
                      snippet.version(),
                      snippet.body());
              assertEquals(expected, inside.snippet());
              assertEquals(MarkerWords.escape(snippet.id()), inside.writtenId());
              assertEquals(text, markers.wrap(inside.snippet()));
            });
  }

  @Test
  void manyInOneTextWithOthersBetween() {
    Property.seeded(32)
        .runs(500)
        .check(
            choices -> {
              String eol = choices.below(2) == 0 ? "\n" : "\r\n";
              StringBuilder text = new StringBuilder();
              List<String> bodies = new ArrayList<>();
              StringBuilder outside = new StringBuilder();
              for (int i = choices.below(5); i > 0; i--) {
                String between = MarkerText.escape(text(choices, false)) + "\n";
                outside.append(between.replace("\n", eol));
                Marked snippet = snippet(choices, i + "-");
                bodies.add(snippet.body());
                text.append(between).append(markers.wrap(snippet)).append("\n");
              }
              String whole = text.toString().replace("\n", eol);
              List<Piece> pieces = markers.parse(whole);
              assertEquals(whole, pieces.stream().map(Piece::text).collect(Collectors.joining()));
              List<String> read = new ArrayList<>();
              StringBuilder rest = new StringBuilder();
              for (Piece piece : pieces) {
                if (piece instanceof Inside inside) {
                  read.add(inside.snippet().body());
                } else if (piece instanceof Outside other) {
                  rest.append(other.text());
                }
              }
              assertEquals(bodies, read);
              assertEquals(outside.toString(), rest.toString());
            });
  }

  @Test
  void escapingHidesEveryMarkerAndIsUndone() {
    Property.seeded(33)
        .runs(3000)
        .check(
            choices -> {
              String text = text(choices, true);
              String escaped = MarkerText.escape(text);
              assertFalse(MarkerText.hasMarkers(escaped), escaped);
              assertEquals(text, MarkerText.unescape(escaped));
            });
  }

  @Test
  void whateverIsReadIsReadWholeOrRefused() {
    Property.seeded(34).runs(5000).check(choices -> readOrRefuse(text(choices, true)));
  }

  @Test
  void aRenderedTextThatWasTamperedWith() {
    Property.seeded(35)
        .runs(3000)
        .check(
            choices -> {
              StringBuilder text = new StringBuilder();
              for (int i = 1 + choices.below(3); i > 0; i--) {
                text.append(markers.wrap(snippet(choices, i + "-"))).append("\n\n");
              }
              for (int edits = 1 + choices.below(4); edits > 0; edits--) {
                int at = choices.below(text.length() + 1);
                int end = Math.min(text.length(), at + choices.below(20));
                text.replace(at, end, text(choices, true));
              }
              readOrRefuse(text.toString());
            });
  }

  private void readOrRefuse(String text) {
    try {
      List<Piece> pieces = markers.parse(text);
      assertEquals(text, pieces.stream().map(Piece::text).collect(Collectors.joining()));
      int line = 1;
      for (Piece piece : pieces) {
        assertEquals(line, piece.line());
        line += (int) piece.text().chars().filter(c -> c == '\n').count();
      }
    } catch (FxdException refused) {
      assertFalse(refused.getMessage().isBlank());
    }
  }
}
