package org.fxd.source.core.scan;

import java.util.List;
import org.fxd.source.api.scan.SnippetScanner;

/** Scanners given once, the most wanted first; for use without a service registry. */
public record FixedScanners(List<SnippetScanner> all) implements Scanners {
  public FixedScanners {
    all = List.copyOf(all);
  }

  @Override
  public long generation() {
    return 0;
  }
}
