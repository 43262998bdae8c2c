package org.fxd.graph.core.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.upkeep.CheckReport;
import org.fxd.graph.api.upkeep.Finding;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.Store;

/**
 * Operations that are damaged before a repair and gone after it: the log begins after them then, as
 * after a collection, and nobody misses them. So the repair has to say it.
 *
 * @param before what a check found before the repair
 */
record CutLog(CheckReport before, Store store) {
  private static final String CUT =
      "The operation log begins after it now; what was before cannot be undone any more.";

  /** What a check found that repaired, and what went with it. */
  CheckReport told(CheckReport after) {
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : before.findings()) {
      if (finding.sort() == Finding.Sort.DAMAGED
          && finding.object().filter(object -> isForgotten(object, after)).isPresent()) {
        findings.add(
            new Finding(
                finding.sort(),
                finding.what(),
                finding.object(),
                finding.uses(),
                Optional.of(CUT)));
      }
    }
    long cut = findings.size();
    findings.addAll(after.findings());
    return new CheckReport(
        after.objects(),
        after.commits(),
        after.operations(),
        findings,
        after.found() + cut,
        after.unrepaired(),
        after.notes());
  }

  private boolean isForgotten(Hash object, CheckReport after) {
    return after.findings().stream()
            .noneMatch(its -> its.object().filter(object::equals).isPresent())
        && store.get(List.of(object)).get(object) instanceof Lookup.Absent;
  }
}
