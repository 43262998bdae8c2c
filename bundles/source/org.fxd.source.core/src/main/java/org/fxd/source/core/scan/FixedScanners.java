package org.fxd.source.core.scan;

import java.util.List;
import java.util.Optional;
import org.fxd.source.api.scan.SnippetScanner;

/** Scanners given once, the most wanted first; for use without a service registry. */
public record FixedScanners(List<SnippetScanner> scanners) implements Scanners {
  public FixedScanners {
    scanners = List.copyOf(scanners);
  }

  @Override
  public Optional<SnippetScanner> forLanguage(String language) {
    return scanners.stream().filter(s -> s.languages().contains(language)).findFirst();
  }

  @Override
  public long generation() {
    return 0;
  }
}
