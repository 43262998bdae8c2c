package org.fxd.source.core;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.scan.Region;
import org.fxd.source.api.scan.SnippetScanner;

/** Finds classes and functions by their indentation: enough of a language for tests. */
public final class IndentScanner implements SnippetScanner {
  private static final Pattern OPENING =
      Pattern.compile("( *)(class|def) ([A-Za-z_0-9]+)[^\\n]*\\n?");

  private record Line(int start, int end, int indent, boolean blank) {}

  @Override
  public Set<String> languages() {
    return Set.of("python");
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Region> scan(byte[] text, String language, Cancellation cancellation) {
    String source = new String(text, StandardCharsets.ISO_8859_1);
    return regions(source, lines(source), 0, Integer.MAX_VALUE);
  }

  private static List<Line> lines(String source) {
    List<Line> lines = new ArrayList<>();
    for (int start = 0; start < source.length(); ) {
      int feed = source.indexOf('\n', start);
      int end = feed < 0 ? source.length() : feed + 1;
      String line = source.substring(start, end);
      int indent = 0;
      while (indent < line.length() && line.charAt(indent) == ' ') {
        indent++;
      }
      lines.add(new Line(start, end, indent, line.isBlank()));
      start = end;
    }
    return lines;
  }

  private static List<Region> regions(String source, List<Line> lines, int from, int to) {
    List<Region> regions = new ArrayList<>();
    int limit = Math.min(to, lines.size());
    for (int i = from; i < limit; i++) {
      Line line = lines.get(i);
      Matcher opening = OPENING.matcher(source.substring(line.start(), line.end()));
      if (!opening.matches()) {
        continue;
      }
      int last = i;
      for (int j = i + 1; j < limit; j++) {
        if (!lines.get(j).blank()) {
          if (lines.get(j).indent() <= line.indent()) {
            break;
          }
          last = j;
        }
      }
      regions.add(
          new Region(
              opening.group(2).equals("def") ? "function" : "class",
              opening.group(3),
              line.start(),
              lines.get(last).end(),
              regions(source, lines, i + 1, last + 1)));
      i = last;
    }
    return regions;
  }
}
