package org.fxd.store.v1.json;

import java.util.HexFormat;
import java.util.Optional;

/** String literals: written as {@code JSON.stringify} does, read strictly. */
public final class JsonString {
  private static final HexFormat HEX = HexFormat.of();

  private JsonString() {}

  /** The literal of a text. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    write(text, out);
    return out.toString();
  }

  /** Writes the literal of a text. */
  public static void write(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u").append(HEX.toHexDigits(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /**
   * Reads a document that is one literal, without white space around it.
   *
   * @return empty if it is none, or stands for a text with an unpaired surrogate
   */
  public static Optional<String> read(String document) {
    int last = document.length() - 1;
    if (last < 1 || document.charAt(0) != '"' || document.charAt(last) != '"') {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder(document.length());
    int at = 1;
    while (at < last) {
      char c = document.charAt(at++);
      if (c < ' ' || c == '"') {
        return Optional.empty();
      }
      if (c == '\\') {
        at = escape(document, at, last, out);
        if (at < 0) {
          return Optional.empty();
        }
      } else {
        out.append(c);
      }
    }
    String text = out.toString();
    return isWhole(text) ? Optional.of(text) : Optional.empty();
  }

  /** Reads what stands behind a backslash; gives where it goes on, or -1. */
  private static int escape(String document, int at, int last, StringBuilder out) {
    if (at >= last) {
      return -1;
    }
    char c = document.charAt(at);
    int known = "\"\\/bfnrt".indexOf(c);
    if (known >= 0) {
      out.append("\"\\/\b\f\n\r\t".charAt(known));
      return at + 1;
    }
    if (c != 'u' || at + 5 > last) {
      return -1;
    }
    for (int i = at + 1; i < at + 5; i++) {
      if (!HexFormat.isHexDigit(document.charAt(i))) {
        return -1;
      }
    }
    out.append((char) HexFormat.fromHexDigits(document, at + 1, at + 5));
    return at + 5;
  }

  /** Whether every surrogate has its other half. */
  private static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }
}
