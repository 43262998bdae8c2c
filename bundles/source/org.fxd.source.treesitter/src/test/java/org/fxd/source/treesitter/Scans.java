package org.fxd.source.treesitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.scan.Region;
import org.fxd.source.api.scan.SnippetScanner;

/** Scanning in tests, and what must hold of every result. */
final class Scans {
  /**
   * Where the tests' libraries go: below the build's own folder, so that nothing is left behind.
   */
  static final Path NATIVES = Path.of("target", "natives").toAbsolutePath();

  private static final SnippetScanner SYNTAX =
      new TreeSitterScanner(natives(Platform.current()), () -> {});
  private static final SnippetScanner MARKDOWN = new MarkdownScanner();

  /** All scanners of this bundle. */
  static final List<SnippetScanner> ALL = List.of(SYNTAX, MARKDOWN);

  private Scans() {}

  static Natives natives(Platform platform) {
    return new Natives(platform, new NativeFolder(Optional.of(NATIVES), NATIVES));
  }

  /** The scanner for a language. */
  static Optional<SnippetScanner> scanner(String language) {
    return ALL.stream().filter(s -> s.languages().contains(language)).findFirst();
  }

  static List<Region> scan(byte[] text, String language) {
    List<Region> regions =
        scanner(language).orElseThrow().scan(text, language, Cancellation.none());
    assertSound(regions, 0, text.length);
    return regions;
  }

  /** In order, not empty, not overlapping, within the bounds, on every level. */
  private static void assertSound(List<Region> regions, int from, int to) {
    int last = from;
    for (Region region : regions) {
      assertTrue(
          region.start() >= last && region.end() > region.start() && region.end() <= to,
          () -> region.type() + " " + region.name() + " in " + from + ".." + to);
      assertSound(region.children(), region.start(), region.end());
      last = region.end();
    }
  }

  static void assertOutline(String language, String text, String expected) {
    assertEquals(expected, outline(language, text));
  }

  /**
   * The regions written out, each on a line, inner ones indented: type, name, and the text between
   * bars with line feeds as {@code ⏎} and carriage returns as {@code ␍}. Of regions with inner
   * ones, the parts outside these.
   */
  static String outline(String language, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder();
    write(bytes, scan(bytes, language), "", out);
    return out.toString();
  }

  private static void write(byte[] text, List<Region> regions, String indent, StringBuilder out) {
    for (Region region : regions) {
      out.append(indent).append(region.type()).append(' ').append(region.name()).append(" |");
      int at = region.start();
      for (Region inner : region.children()) {
        out.append(part(text, at, inner.start())).append('…');
        at = inner.end();
      }
      out.append(part(text, at, region.end())).append("|\n");
      write(text, region.children(), indent + "  ", out);
    }
  }

  private static String part(byte[] text, int from, int to) {
    return new String(text, from, to - from, StandardCharsets.UTF_8)
        .replace("\r", "␍")
        .replace("\n", "⏎");
  }
}
