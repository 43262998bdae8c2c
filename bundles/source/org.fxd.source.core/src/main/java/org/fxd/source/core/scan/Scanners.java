package org.fxd.source.core.scan;

import java.util.Optional;
import org.fxd.source.api.scan.SnippetScanner;

/** Who knows which language. */
public interface Scanners {
  /** Nobody knows any. */
  Scanners NONE =
      new Scanners() {
        @Override
        public Optional<SnippetScanner> forLanguage(String language) {
          return Optional.empty();
        }

        @Override
        public long generation() {
          return 0;
        }
      };

  /** The scanner to ask about a language. */
  Optional<SnippetScanner> forLanguage(String language);

  /** Grows whenever an answer of {@link #forLanguage} may have changed. */
  long generation();
}
