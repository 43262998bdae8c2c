package org.fxd.source.core.marker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.error.UsageException;
import org.fxd.source.api.marker.Markers.Inside;
import org.fxd.source.api.marker.Markers.Outside;
import org.fxd.source.api.marker.Markers.Piece;

/** Reads one text, in one pass. All that is wrong with it is told at once. */
final class MarkerParser {
  /** A longer marker is none that anyone wrote. */
  static final int MAX_LINE = 1 << 20;

  private static final int MAX_ERRORS = 20;

  private record Open(int line, int start, int bodyStart, String id, Map<String, String> said) {}

  private final String text;
  private final List<Piece> pieces = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<String> errors = new ArrayList<>();
  private int more;

  /** Where the text outside that is being gathered begins, and its line. */
  private int outside;

  private int outsideLine = 1;
  private Optional<Open> open = Optional.empty();

  /** The ids of markers that were opened within another, which is an error, and not closed yet. */
  private final List<String> nested = new ArrayList<>();

  MarkerParser(String text) {
    this.text = text;
  }

  List<Piece> parse() {
    int line = 1;
    for (int start = 0; start < text.length(); line++) {
      int end = MarkerText.lineEnd(text, start);
      Optional<MarkerLine> marker = MarkerLine.of(text.substring(start, end));
      if (marker.isPresent() && marker.get().isMarker()) {
        marker(marker.get(), line, start, end);
      }
      start = end;
    }
    open.ifPresent(
        unclosed -> error(unclosed.line(), "the marker of '" + unclosed.id() + "' has no end"));
    if (!errors.isEmpty()) {
      throw failure();
    }
    addOutside(text.length());
    return pieces;
  }

  private void marker(MarkerLine marker, int line, int start, int end) {
    if (end - start > MAX_LINE) {
      error(line, "the marker is longer than " + MAX_LINE + " characters");
      return;
    }
    Map<String, String> attributes = MarkerWords.read(marker.attributes());
    String id = attributes.getOrDefault("id", "");
    if (id.isEmpty()) {
      error(line, "the marker has no id");
    } else if (marker.begin()) {
      begin(new Open(line, start, end, id, attributes));
    } else {
      end(id, line, start, end);
    }
  }

  private void begin(Open marker) {
    if (open.isPresent()) {
      error(
          marker.line(),
          "the marker of '"
              + marker.id()
              + "' begins within that of '"
              + open.get().id()
              + "' of line "
              + open.get().line());
      nested.add(marker.id());
      return;
    }
    Integer first = seen.putIfAbsent(marker.id(), marker.line());
    if (first != null) {
      error(marker.line(), "'" + marker.id() + "' is marked already in line " + first);
    }
    addOutside(marker.start());
    open = Optional.of(marker);
  }

  private void end(String id, int line, int start, int end) {
    if (!nested.isEmpty() && nested.get(nested.size() - 1).equals(id)) {
      nested.remove(nested.size() - 1);
      return;
    }
    if (open.isEmpty()) {
      error(line, "the end of '" + id + "' has no begin");
      return;
    }
    Open begin = open.get();
    if (!begin.id().equals(id)) {
      error(
          line,
          "the end of '"
              + id
              + "' stands where that of '"
              + begin.id()
              + "' of line "
              + begin.line()
              + " is to be");
      // Most likely a slip in the id: what follows is judged as if it had been right.
    }
    nested.clear();
    if (errors.isEmpty()) {
      pieces.add(
          new Inside(
              begin.line(),
              text.substring(begin.start(), end),
              MarkerWords.marked(begin.said(), body(begin.bodyStart(), start)),
              begin.id()));
    }
    open = Optional.empty();
    outside = end;
    outsideLine = line + 1;
  }

  private String body(int from, int to) {
    if (from == to) {
      return "";
    }
    String lines = text.substring(from, to - 1);
    String body = lines.endsWith("\r") ? lines.substring(0, lines.length() - 1) : lines;
    return MarkerText.unescape(body.replace("\r\n", "\n"));
  }

  private void addOutside(int end) {
    if (end > outside) {
      pieces.add(new Outside(outsideLine, text.substring(outside, end)));
    }
  }

  private void error(int line, String what) {
    if (errors.size() < MAX_ERRORS) {
      errors.add("line " + line + ": " + what);
    } else {
      more++;
    }
  }

  private UsageException failure() {
    return new UsageException(
        "The markers of this text are wrong: "
            + String.join("; ", errors)
            + (more == 0 ? "." : "; and " + more + " more."),
        "Each snippet stands between one FX:BEGIN and one FX:END of its id, none within another."
            + " Nothing was changed.");
  }
}
