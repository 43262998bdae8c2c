package org.fxd.graph.core.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.upkeep.CheckReport;
import org.fxd.graph.api.upkeep.Finding;
import org.fxd.store.api.Inspector;

/** What a store says is wrong with it; of very many, the first are kept and the rest counted. */
final class Problems {
  private final List<Inspector.Problem> first = new ArrayList<>();
  private long more;
  private long moreUnrepaired;

  void add(Inspector.Problem problem) {
    if (first.size() < CheckReport.MOST) {
      first.add(problem);
    } else {
      more++;
      moreUnrepaired += problem.repaired().isEmpty() ? 1 : 0;
    }
  }

  /** How many were not kept. */
  long more() {
    return more;
  }

  /** How many of those are still wrong. */
  long moreUnrepaired() {
    return moreUnrepaired;
  }

  /** Takes out what is wrong about an object, because more is known of it. */
  void forget(Hash object) {
    first.removeIf(
        problem ->
            problem.repaired().isEmpty()
                && (problem.what().contains(object.toString())
                    || problem.what().contains(object.brief())));
  }

  /** Those that were kept. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Inspector.Problem problem : first) {
      findings.add(
          new Finding(
              problem.structural() ? Finding.Sort.STRUCTURE : Finding.Sort.STORE,
              problem.what(),
              Optional.empty(),
              Optional.empty(),
              problem.repaired()));
    }
    return findings;
  }
}
