package org.fxd.source.core.scan;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fxd.source.api.scan.SnippetScanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What those who find snippets are called, with their versions. */
final class Finders {
  private static final Logger LOG = LoggerFactory.getLogger(Finders.class);

  /** Cutting by lines. Its number grows whenever it cuts some text in another way. */
  static final String LINES = "lines@1";

  private Finders() {}

  /** A scanner and its version; empty if it cannot say. */
  static String of(SnippetScanner scanner) {
    String name = scanner.getClass().getName();
    try {
      return name + "@" + scanner.version();
    } catch (RuntimeException | LinkageError e) {
      LOG.debug("A scanner cannot say which version it is: {}", name, e);
      return "";
    }
  }

  /**
   * Who is asked about which language. Two texts are equal if, and only if, the same finders are
   * asked about the same languages, whatever the order in which they came.
   *
   * @param scanners the most wanted first
   */
  static String all(Collection<SnippetScanner> scanners) {
    Set<String> known = new TreeSet<>();
    Map<String, Set<String>> languages = new TreeMap<>();
    for (SnippetScanner scanner : scanners) {
      String finder = of(scanner);
      for (String language : Scanners.languages(scanner)) {
        if (known.add(language)) {
          languages.computeIfAbsent(finder, key -> new TreeSet<>()).add(language);
        }
      }
    }
    StringBuilder text = new StringBuilder(LINES);
    languages.forEach(
        (finder, their) ->
            text.append(' ')
                .append(finder)
                .append('(')
                .append(String.join(",", their))
                .append(')'));
    return text.toString();
  }
}
