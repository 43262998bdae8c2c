package org.fxd.source.core.board;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fxd.source.api.LineEdit;
import org.fxd.source.api.marker.Marked;
import org.fxd.source.core.compare.LineDifferences;

/**
 * The imports with which bodies of JavaScript and TypeScript begin, written once at the top, and
 * how they come back: each into every body it was taken from, at its start.
 *
 * <p>An import that was edited at the top is edited in all of those bodies, one that was removed is
 * removed from all, and one that was added goes to the first body with the import above it.
 */
final class Hoisting {
  private static final Set<String> LANGUAGES =
      Set.of("js", "mjs", "cjs", "jsx", "javascript", "ts", "mts", "cts", "tsx", "typescript");

  // Possessive throughout, so that a hostile line costs what it is long.
  private static final Pattern IMPORT =
      Pattern.compile("\\s*+import\\s[^'\"]*+(?:'[^'\"]*+'|\"[^'\"]*+\")\\s*+;?\\s*+");

  private Hoisting() {}

  /** Whether a line is an import that can be hoisted. */
  static boolean isImport(String line) {
    return IMPORT.matcher(line).matches();
  }

  /** The imports that are taken from a body, in order. */
  static List<String> imports(Marked snippet) {
    return imports(snippet.lang(), snippet.body());
  }

  static List<String> imports(String lang, String body) {
    List<String> imports = new ArrayList<>();
    if (!LANGUAGES.contains(lang.toLowerCase(Locale.ROOT))) {
      return imports;
    }
    for (String line : body.split("\n", -1)) {
      if (!isImport(line)) {
        break;
      }
      imports.add(line);
    }
    return imports;
  }

  /** What is left of a body without its imports. */
  static String rest(String body, List<String> imports) {
    int start = 0;
    for (String line : imports) {
      start += line.length() + 1;
    }
    return body.substring(Math.min(start, body.length()));
  }

  /** The imports of all, each once, in order of first. */
  static List<String> together(List<List<String>> all) {
    Set<String> lines = new LinkedHashSet<>();
    all.forEach(lines::addAll);
    return List.copyOf(lines);
  }

  /**
   * The imports of each body after the lines at the top were edited.
   *
   * @param before the imports of each body
   * @param top the lines at the top now
   */
  static List<List<String>> edited(List<List<String>> before, List<String> top) {
    List<String> old = together(before);
    if (old.equals(top)) {
      return before;
    }
    Map<String, Optional<String>> become = new HashMap<>();
    Map<String, List<String>> above = new HashMap<>();
    Map<String, List<String>> below = new HashMap<>();
    old.forEach(line -> become.put(line, Optional.of(line)));
    for (LineEdit edit : LineDifferences.between(bytes(old), bytes(top))) {
      int a = edit.beginA();
      int b = edit.beginB();
      for (; a < edit.endA(); a++, b++) {
        become.put(old.get(a), b < edit.endB() ? Optional.of(top.get(b)) : Optional.empty());
      }
      if (b < edit.endB() && !old.isEmpty()) {
        List<String> more = top.subList(b, edit.endB());
        (a == 0 ? above : below).put(old.get(Math.max(0, a - 1)), more);
      }
    }
    List<List<String>> after = new ArrayList<>();
    for (List<String> imports : before) {
      List<String> lines = new ArrayList<>();
      for (String line : imports) {
        lines.addAll(taken(above, line));
        become.get(line).ifPresent(lines::add);
        lines.addAll(taken(below, line));
      }
      after.add(lines);
    }
    return after;
  }

  /** What was added beside a line goes to the first body that has it. */
  private static List<String> taken(Map<String, List<String>> added, String line) {
    List<String> lines = added.remove(line);
    return lines == null ? List.of() : lines;
  }

  /** A body whose imports were hoisted, with its imports, which may have been edited, and rest. */
  static String joined(String before, List<String> imports, List<String> edited, String rest) {
    String lines = String.join("\n", edited);
    boolean broken = before.length() > String.join("\n", imports).length();
    if (edited.isEmpty()) {
      return rest;
    }
    return broken || !rest.isEmpty() ? lines + "\n" + rest : lines;
  }

  private static byte[] bytes(List<String> lines) {
    StringBuilder out = new StringBuilder();
    lines.forEach(line -> out.append(line).append('\n'));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
