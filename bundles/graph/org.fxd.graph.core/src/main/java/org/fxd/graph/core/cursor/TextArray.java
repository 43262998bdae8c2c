package org.fxd.graph.core.cursor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** JSON arrays of texts, in the one form that {@code Nodes.json} writes. */
final class TextArray {
  private final String json;
  private int at;

  private TextArray(String json) {
    this.json = json;
  }

  /** Writes an array. */
  static String write(Collection<String> texts) {
    StringBuilder out = new StringBuilder("[");
    for (String text : texts) {
      out.append(out.length() > 1 ? "," : "").append('"');
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        switch (c) {
          case '"', '\\' -> out.append('\\').append(c);
          case '\b' -> out.append("\\b");
          case '\f' -> out.append("\\f");
          case '\n' -> out.append("\\n");
          case '\r' -> out.append("\\r");
          case '\t' -> out.append("\\t");
          default -> {
            if (c < ' ') {
              out.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
              out.append(c);
            }
          }
        }
      }
      out.append('"');
    }
    return out.append(']').toString();
  }

  /** The texts of an array; none if it is anything else. */
  static List<String> read(String json) {
    try {
      return new TextArray(json).array();
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException none) {
      return List.of();
    }
  }

  private List<String> array() {
    List<String> texts = new ArrayList<>();
    expect('[');
    if (next() == ']') {
      return texts;
    }
    do {
      texts.add(text());
    } while (take() == ',');
    if (json.charAt(at - 1) != ']') {
      throw new IllegalArgumentException("No array of texts");
    }
    return texts;
  }

  private String text() {
    expect('"');
    StringBuilder text = new StringBuilder();
    for (char c = json.charAt(at++); c != '"'; c = json.charAt(at++)) {
      text.append(c == '\\' ? escaped() : c);
    }
    return text.toString();
  }

  private char escaped() {
    char c = json.charAt(at++);
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        at += 4;
        yield (char) HexFormat.fromHexDigits(json, at - 4, at);
      }
      default -> c;
    };
  }

  private void expect(char wanted) {
    if (take() != wanted) {
      throw new IllegalArgumentException("No array of texts");
    }
  }

  private char take() {
    char c = next();
    at++;
    return c;
  }

  private char next() {
    while (Character.isWhitespace(json.charAt(at))) {
      at++;
    }
    return json.charAt(at);
  }
}
