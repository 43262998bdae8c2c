package org.fxd.source.core.marker;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fxd.source.api.marker.Marked;

/** The text of a marker: its attributes, written and read. */
public final class MarkerWords {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,100}(\\.\\d{1,100})?");
  private static final Pattern VERSION = Pattern.compile("-?\\d{1,18}");

  /** A number with more digits is written with an exponent, which readers pass over. */
  private static final int MAX_SCALE = 100;

  private MarkerWords() {}

  /** The text of a begin marker. */
  static String begin(Marked snippet, String checksum) {
    StringBuilder out = new StringBuilder("FX:BEGIN");
    attribute(out, "id", escape(snippet.id()));
    attribute(out, "lang", escape(snippet.lang()));
    attribute(out, "file", escape(snippet.file()));
    attribute(out, "checksum", checksum);
    attribute(out, "order", snippet.order().map(MarkerWords::number).orElse(""));
    attribute(out, "version", Long.toString(snippet.version()));
    return out.toString();
  }

  /** The text of an end marker. */
  static String end(String id) {
    return "FX:END id=" + escape(id);
  }

  private static void attribute(StringBuilder out, String name, String value) {
    if (!value.isEmpty()) {
      out.append(' ').append(name).append('=').append(value);
    }
  }

  private static String number(BigDecimal number) {
    return Math.abs((long) number.scale()) <= MAX_SCALE
        ? number.toPlainString()
        : number.toString();
  }

  /** The attributes of a marker line as they are written, by name; of two, the first counts. */
  static Map<String, String> read(String attributes) {
    Map<String, String> read = new HashMap<>();
    int length = attributes.length();
    for (int at = 0; at < length; ) {
      int end = at;
      int equals = -1;
      for (; end < length && !MarkerLine.isSpace(attributes.charAt(end)); end++) {
        if (equals < 0 && attributes.charAt(end) == '=') {
          equals = end;
        }
      }
      if (equals > at) {
        read.putIfAbsent(attributes.substring(at, equals), attributes.substring(equals + 1, end));
      }
      at = end + 1;
    }
    return read;
  }

  /** What a begin marker says, and the body behind it. */
  static Marked marked(Map<String, String> attributes, String body) {
    return new Marked(
        unescape(attributes.getOrDefault("id", "")),
        unescape(attributes.getOrDefault("lang", "")),
        unescape(attributes.getOrDefault("file", "")),
        attributes.getOrDefault("checksum", ""),
        order(attributes.getOrDefault("order", "")),
        version(attributes.getOrDefault("version", "")),
        body);
  }

  private static Optional<BigDecimal> order(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  private static long version(String text) {
    return VERSION.matcher(text).matches() ? Long.parseLong(text) : 1;
  }

  /** An id or a file as a marker has it. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == '"' || c == '=') {
        out.append('\\');
      }
      out.append(MarkerLine.isSpace(c) ? '_' : c);
    }
    return out.toString();
  }

  /** Undoes {@link #escape} as far as that can be known: what became {@code _} stays so. */
  public static String unescape(String written) {
    if (written.indexOf('\\') < 0) {
      return written;
    }
    StringBuilder out = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '\\' && i + 1 < written.length() && "\\\"=".indexOf(written.charAt(i + 1)) >= 0) {
        i++;
      }
      out.append(written.charAt(i));
    }
    return out.toString();
  }

  /** Undoes {@link #escape}, taking each {@code _} for what was a space. */
  public static String spaced(String written) {
    return unescape(written).replace('_', ' ');
  }
}
