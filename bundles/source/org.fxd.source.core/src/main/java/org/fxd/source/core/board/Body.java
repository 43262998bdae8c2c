package org.fxd.source.core.board;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.source.api.LineEdit;
import org.fxd.source.core.compare.LineDifferences;

/**
 * What is shown of a text: its lines, separated by LF, less a final line break. Knows how the lines
 * ended, so that an edited body becomes a text whose other lines end as they did.
 *
 * <p>A line break is a line feed and the carriage returns before it, so that no line ends in a
 * carriage return, which no editor would bring back.
 */
final class Body {
  private final String whole;
  private final List<String> lines = new ArrayList<>();

  /** What ended each line but the last; and behind the last what is not shown. */
  private final List<String> breaks = new ArrayList<>();

  private final String text;

  Body(String whole) {
    this.whole = whole;
    int start = 0;
    for (int feed = whole.indexOf('\n'); feed >= 0; feed = whole.indexOf('\n', start)) {
      add(start, feed, feed + 1);
      start = feed + 1;
    }
    if (start < whole.length() || lines.isEmpty()) {
      add(start, whole.length(), whole.length());
    }
    this.text = String.join("\n", lines);
  }

  private void add(int start, int feed, int end) {
    int content = feed;
    while (content > start && whole.charAt(content - 1) == '\r') {
      content--;
    }
    lines.add(whole.substring(start, content));
    breaks.add(whole.substring(content, end));
  }

  /** What is shown. */
  String text() {
    return text;
  }

  /** The whole text. */
  String whole() {
    return whole;
  }

  /** The whole text with another body in it. */
  String with(String edited) {
    if (edited.equals(text)) {
      return whole;
    }
    List<String> now = List.of(edited.split("\n", -1));
    String usual = usualBreak();
    List<String> ends = new ArrayList<>(Collections.nCopies(now.size(), usual));
    int next = 0;
    int to = 0;
    for (LineEdit edit : LineDifferences.between(bytes(lines), bytes(now))) {
      while (next < edit.beginA()) {
        ends.set(to++, breaks.get(next++));
      }
      // A line that was only rewritten ends as it did.
      for (; next < edit.endA() && to < edit.endB(); next++) {
        ends.set(to++, breaks.get(next));
      }
      next = edit.endA();
      to = edit.endB();
    }
    while (next < lines.size()) {
      ends.set(to++, breaks.get(next++));
    }
    StringBuilder out = new StringBuilder(edited.length() + now.size());
    for (int i = 0; i < now.size() - 1; i++) {
      out.append(now.get(i)).append(ends.get(i).endsWith("\n") ? ends.get(i) : usual);
    }
    return out.append(now.get(now.size() - 1)).append(breaks.get(breaks.size() - 1)).toString();
  }

  /** The line break that most lines have; of an only line without one, a line feed. */
  private String usualBreak() {
    Map<String, Integer> counts = new HashMap<>();
    String best = "\n";
    for (String end : breaks) {
      if (end.endsWith("\n") && counts.merge(end, 1, Integer::sum) > counts.getOrDefault(best, 0)) {
        best = end;
      }
    }
    return best;
  }

  private static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
