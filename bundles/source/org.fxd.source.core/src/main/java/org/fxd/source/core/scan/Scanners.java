package org.fxd.source.core.scan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.source.api.scan.SnippetScanner;
import org.slf4j.LoggerFactory;

/** Who knows which language. */
public interface Scanners {
  /** All scanners, the most wanted first. */
  List<SnippetScanner> all();

  /** Grows whenever an answer of {@link #all} may have changed. */
  long generation();

  /** The scanner to ask about a language. */
  default Optional<SnippetScanner> forLanguage(String language) {
    return all().stream().filter(scanner -> languages(scanner).contains(language)).findFirst();
  }

  /** What a scanner says it knows; nothing if it fails, so that it is passed over. */
  static Set<String> languages(SnippetScanner scanner) {
    try {
      return Set.copyOf(scanner.languages());
    } catch (RuntimeException | LinkageError e) {
      LoggerFactory.getLogger(Scanners.class)
          .warn("A scanner cannot say which languages it knows: {}", scanner.getClass(), e);
      return Set.of();
    }
  }
}
