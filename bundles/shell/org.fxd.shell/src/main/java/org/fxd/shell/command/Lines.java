package org.fxd.shell.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text cut into lines, as a diff counts them.
 *
 * @param lines without their line feeds
 * @param ended whether the last one ends with a line feed
 */
record Lines(List<String> lines, boolean ended) {
  private static final int LOOK = 8000;

  /** Cuts; what is not UTF-8 shows as the replacement character. */
  static Lines of(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lines.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
        start = i + 1;
      }
    }
    if (start < bytes.length) {
      lines.add(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8));
    }
    return new Lines(lines, start == bytes.length);
  }

  /** Whether this is no text: it holds a zero byte near its beginning, as Git decides. */
  static boolean isBinary(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, LOOK); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether every line that ends does so with carriage return and line feed. */
  boolean isCrLf() {
    return lines.stream()
        .limit(ended ? lines.size() : Math.max(0, lines.size() - 1L))
        .allMatch(line -> line.endsWith("\r"));
  }

  /** One line to show; the carriage return is left out where it says nothing. */
  String shown(int index, boolean crLf) {
    String line = lines.get(index);
    return crLf && line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /** Whether this is the last line and does not end. */
  boolean isCut(int index) {
    return !ended && index == lines.size() - 1;
  }
}
