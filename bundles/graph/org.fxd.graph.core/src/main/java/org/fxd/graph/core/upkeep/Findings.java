package org.fxd.graph.core.upkeep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fxd.graph.api.upkeep.CheckReport;
import org.fxd.graph.api.upkeep.Finding;

/** Collects findings: the first are kept, the rest only counted. Belongs to one thread. */
final class Findings {
  private final List<Finding> kept = new ArrayList<>();
  private long found;
  private long unrepaired;

  void add(Finding finding) {
    found++;
    unrepaired += finding.repaired().isEmpty() ? 1 : 0;
    if (kept.size() < CheckReport.MOST) {
      kept.add(finding);
    }
  }

  /** There are more, of which nothing else is known. */
  void addUnknown(long more, long moreUnrepaired) {
    found += more;
    unrepaired += moreUnrepaired;
  }

  /** How many there are. */
  long found() {
    return found;
  }

  /** How many are still wrong. */
  long unrepaired() {
    return unrepaired;
  }

  /** Those that were kept, what matters most first. */
  List<Finding> kept() {
    List<Finding> sorted = new ArrayList<>(kept);
    sorted.sort(Comparator.comparing(Finding::sort));
    return sorted;
  }
}
