package org.fxd.git.jgit.object;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fxd.git.api.history.GitId;

/**
 * A commit or a tag cut into its parts: lines with a key, and the message behind an empty one. A
 * line that begins with a space belongs to the one before.
 */
final class GitLines {
  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{40}");

  private final List<Line> lines;
  private final byte[] message;

  private GitLines(List<Line> lines, byte[] message) {
    this.lines = lines;
    this.message = message;
  }

  /** A line. */
  static final class Line {
    private final String key;
    private final byte[] content;

    Line(String key, byte[] content) {
      this.key = key;
      this.content = content;
    }

    /** What stands before the first space. */
    String key() {
      return key;
    }

    /**
     * What stands behind it, with the lines that belong to it, joined by line feeds; not copied.
     */
    byte[] content() {
      return content;
    }

    /** The id that the line itself holds; empty if it holds something else. */
    Optional<GitId> id() {
      String text = new String(content, StandardCharsets.ISO_8859_1);
      int end = text.indexOf('\n');
      String first = end < 0 ? text : text.substring(0, end);
      return ID.matcher(first).matches() ? Optional.of(GitId.parse(first)) : Optional.empty();
    }
  }

  static GitLines of(byte[] raw) {
    List<Line> lines = new ArrayList<>();
    int at = 0;
    while (at < raw.length) {
      if (raw[at] == '\n') {
        return new GitLines(lines, Arrays.copyOfRange(raw, at + 1, raw.length));
      }
      int end = end(raw, at);
      int space = at;
      while (space < end && raw[space] != ' ') {
        space++;
      }
      String key = new String(raw, at, space - at, StandardCharsets.ISO_8859_1);
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      content.write(raw, Math.min(space + 1, end), Math.max(0, end - space - 1));
      at = Math.min(end + 1, raw.length);
      while (at < raw.length && raw[at] == ' ') {
        end = end(raw, at);
        content.write('\n');
        content.write(raw, at + 1, end - at - 1);
        at = Math.min(end + 1, raw.length);
      }
      lines.add(new Line(key, content.toByteArray()));
    }
    return new GitLines(lines, new byte[0]);
  }

  private static int end(byte[] raw, int from) {
    int end = from;
    while (end < raw.length && raw[end] != '\n') {
      end++;
    }
    return end;
  }

  /** The lines in order. */
  List<Line> lines() {
    return lines;
  }

  /** The bytes behind the empty line; none if there is no such line. Not copied. */
  byte[] message() {
    return message;
  }

  /** The first line with a key. */
  Optional<Line> first(String key) {
    return lines.stream().filter(line -> line.key().equals(key)).findFirst();
  }

  /**
   * A message as FXD has it, without the line feed that Git ends it with. None other is taken away,
   * so that {@link #ended} gives the same again.
   */
  static String withoutEnd(String message) {
    return message.endsWith("\n") ? message.substring(0, message.length() - 1) : message;
  }

  /** A message as Git has it. */
  static String ended(String message) {
    return message.isEmpty() ? message : message + "\n";
  }
}
