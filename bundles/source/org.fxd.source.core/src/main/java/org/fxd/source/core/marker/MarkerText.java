package org.fxd.source.core.marker;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.fxd.source.api.marker.Checksum;
import org.fxd.source.api.marker.CommentStyle;
import org.fxd.source.api.marker.Marked;

/** Snippets between markers, as text. */
public final class MarkerText {
  private MarkerText() {}

  /** The line of a begin marker, without a line break. */
  public static String begin(Marked snippet, String checksum) {
    return style(snippet).comment(MarkerWords.begin(snippet, checksum));
  }

  /** The line of an end marker, without a line break. */
  public static String end(Marked snippet) {
    return style(snippet).comment(MarkerWords.end(snippet.id()));
  }

  private static CommentStyle style(Marked snippet) {
    return CommentStyles.of(snippet.lang());
  }

  /** A snippet between its markers. */
  static String wrap(Marked snippet) {
    String body = snippet.body().replace("\r\n", "\n");
    String begin = begin(snippet, Checksum.of(body));
    return begin + "\n" + escape(body) + "\n" + end(snippet);
  }

  /** Whether a line of a text is a marker. */
  public static boolean hasMarkers(String text) {
    return anyLine(text, line -> MarkerLine.of(line).filter(MarkerLine::isMarker).isPresent());
  }

  /** Whether a text has a begin marker whose id, as it is written, passes a test. */
  public static boolean marks(String text, Predicate<String> id) {
    return anyLine(
        text,
        line ->
            MarkerLine.of(line)
                .filter(marker -> marker.isMarker() && marker.begin())
                .map(marker -> MarkerWords.read(marker.attributes()).getOrDefault("id", ""))
                .filter(id)
                .isPresent());
  }

  /** A text in which no line is a marker; each line that was one, or talks of one, is longer. */
  public static String escape(String text) {
    return rewrite(text, line -> line.slashes(), "\\", 0);
  }

  /** Undoes {@link #escape}. */
  public static String unescape(String text) {
    return rewrite(text, line -> line.escapes() > 0 ? line.slashes() : -1, "", 1);
  }

  private static boolean anyLine(String text, Predicate<String> test) {
    if (!text.contains("FX:")) {
      return false;
    }
    for (int start = 0; start < text.length(); ) {
      int end = lineEnd(text, start);
      if (test.test(text.substring(start, end))) {
        return true;
      }
      start = end;
    }
    return false;
  }

  private static String rewrite(
      String text, ToIntFunction<MarkerLine> place, String put, int taken) {
    if (!text.contains("FX:")) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int start = 0; start < text.length(); ) {
      int end = lineEnd(text, start);
      String line = text.substring(start, end);
      Optional<MarkerLine> marker = MarkerLine.of(line);
      int at = marker.isPresent() ? place.applyAsInt(marker.get()) : -1;
      if (at < 0) {
        out.append(line);
      } else {
        out.append(line, 0, at).append(put).append(line, at + taken, line.length());
      }
      start = end;
    }
    return out.toString();
  }

  /** The offset behind the line break of the line that begins at an offset. */
  public static int lineEnd(String text, int start) {
    int feed = text.indexOf('\n', start);
    return feed < 0 ? text.length() : feed + 1;
  }
}
