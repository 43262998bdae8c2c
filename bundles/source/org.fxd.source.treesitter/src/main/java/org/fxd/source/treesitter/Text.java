package org.fxd.source.treesitter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.treesitter.TSPoint;

/** The bytes of a file, with the questions that are asked about its lines. */
final class Text {
  private static final int LONGEST_NAME = 200;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final byte[] bytes;

  Text(byte[] bytes) {
    this.bytes = bytes;
  }

  int length() {
    return bytes.length;
  }

  byte at(int offset) {
    return bytes[offset];
  }

  /** The offset behind a byte order mark, if there is one, else 0. */
  int begin() {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return marked ? 3 : 0;
  }

  /** How many bytes at the beginning are those of another text. */
  int alike(Text other) {
    int first = Arrays.mismatch(bytes, other.bytes);
    return first < 0 ? bytes.length : first;
  }

  /** How many bytes at the end, none of them before an offset, are those of another text. */
  int alikeAtEnd(Text other, int from) {
    int most = Math.min(bytes.length, other.bytes.length) - from;
    int alike = 0;
    while (alike < most
        && bytes[bytes.length - 1 - alike] == other.bytes[other.bytes.length - 1 - alike]) {
      alike++;
    }
    return alike;
  }

  /** The start of the line that an offset is in. */
  int lineStart(int offset) {
    int start = offset;
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  /** The offset behind the first line feed at an offset or after it; the end if there is none. */
  int lineEnd(int offset) {
    int end = offset;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return Math.min(end + 1, bytes.length);
  }

  /** The line and the byte in it, both from 0. */
  TSPoint point(int offset) {
    int row = 0;
    for (int i = 0; i < offset; i++) {
      row += bytes[i] == '\n' ? 1 : 0;
    }
    return new TSPoint(row, offset - lineStart(offset));
  }

  /**
   * The start of the line of {@code offset} if nothing but blanks stand between; else -1. Looks at
   * the blanks only, so that asking for every declaration of one long line stays cheap.
   */
  int indentedFrom(int offset) {
    int start = begin();
    for (int i = offset; i > start; i--) {
      if (bytes[i - 1] == '\n') {
        return i;
      }
      if (!blank(bytes[i - 1])) {
        return -1;
      }
    }
    return start;
  }

  /** How many line breaks lie between two offsets; -1 if anything but blanks does. */
  int breaksBetween(int from, int to) {
    int breaks = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        breaks++;
      } else if (!blank(bytes[i])) {
        return -1;
      }
    }
    return breaks;
  }

  /** The text as a name: on one line, with single spaces, and not longer than a name should be. */
  String name(int from, int to) {
    int end = Math.min(to, from + LONGEST_NAME);
    // Not inside a character: a name cut in two would not be valid text.
    while (end < to && end > from && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    String name = new String(bytes, from, end - from, StandardCharsets.UTF_8);
    return isWord(from, end) ? name : SPACES.matcher(name).replaceAll(" ").strip();
  }

  /** Whether there is nothing but ASCII letters, digits and signs, as in nearly all names. */
  private boolean isWord(int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] <= ' ') {
        return false;
      }
    }
    return true;
  }

  /** The bytes as ASCII in lower case, other bytes as they come; for looking for words in. */
  String lowerCase(int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = (char) (bytes[i] & 0xFF);
      text.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return text.toString();
  }

  /** Whether the text at an offset begins with some ASCII. */
  boolean startsWith(String ascii, int offset) {
    if (offset + ascii.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[offset + i] != (byte) ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static boolean blank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\f';
  }

  /** Copies bytes out; returns how many, 0 at the end. */
  int read(int offset, byte[] into) {
    int count = Math.min(into.length, bytes.length - offset);
    if (count <= 0) {
      return 0;
    }
    System.arraycopy(bytes, offset, into, 0, count);
    return count;
  }
}
