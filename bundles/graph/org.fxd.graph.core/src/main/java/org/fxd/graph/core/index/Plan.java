package org.fxd.graph.core.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.fxd.graph.api.NodeId;

/**
 * How a selector is answered from an index.
 *
 * @param any for each alternative of the selector, what its nodes have in common
 */
record Plan(List<Alternative> any) {
  /** So many candidates cost as much as a walk. */
  private static final int MOST = 100_000;

  private static final int FIRST_LIMIT = 64;
  private static final int GROWTH = 16;

  /**
   * What the nodes of one alternative have in common.
   *
   * @param own clauses on the nodes
   * @param above clauses on what they stand in, near or far
   */
  record Alternative(List<Clause> own, List<Clause> above) {
    Alternative {
      own = List.copyOf(own);
      above = List.copyOf(above);
    }
  }

  /** The clause that has the fewest units, and these. */
  private record Drive(Clause clause, UnitSet units) {}

  /**
   * A unit to look into.
   *
   * @param way where it stands
   * @param whole whether all of it is to be looked at, or its own node only
   */
  record Candidate(Way way, boolean whole) {}

  Plan {
    any = List.copyOf(any);
  }

  /**
   * The units to look into, in the order of the tree.
   *
   * @param code the id of the node under which files live
   * @return empty if there are too many
   */
  Optional<List<Candidate>> candidates(Lookup lookup, Optional<NodeId> code) {
    Map<NodeId, Candidate> found = new HashMap<>();
    for (Alternative alternative : any) {
      Optional<Drive> drive = drive(alternative.own(), lookup);
      if (drive.isEmpty()) {
        return Optional.empty();
      }
      List<Clause> further = new ArrayList<>(alternative.own());
      further.remove(drive.get().clause());
      Alternative rest = new Alternative(further, alternative.above());
      locate(drive.get().units(), rest, lookup, code, found);
    }
    List<Candidate> all = new ArrayList<>(found.values());
    all.sort((a, b) -> a.way().compareTo(b.way()));
    return Optional.of(all);
  }

  /** The units of the clause that has the fewest. */
  private static Optional<Drive> drive(List<Clause> clauses, Lookup lookup) {
    for (int limit = FIRST_LIMIT; ; limit = Math.min(MOST, limit * GROWTH)) {
      for (Clause clause : clauses) {
        Optional<UnitSet> units = lookup.units(clause, limit);
        if (units.isPresent()) {
          return units.map(few -> new Drive(clause, few));
        }
      }
      if (limit == MOST) {
        return Optional.empty();
      }
    }
  }

  private static void locate(
      UnitSet units,
      Alternative alternative,
      Lookup lookup,
      Optional<NodeId> code,
      Map<NodeId, Candidate> found) {
    boolean few = units.scopes().size() <= 1;
    List<LongPredicate> own = few ? List.of() : tests(alternative.own(), lookup);
    List<LongPredicate> above = few ? List.of() : tests(alternative.above(), lookup);
    units
        .scopes()
        .forEach(
            (unit, scope) -> {
              if (own.stream().allMatch(test -> test.test(unit))) {
                for (Standing standing : lookup.locator().standings(unit)) {
                  lookup
                      .locator()
                      .way(standing)
                      .filter(way -> isThere(way, scope, code) && isBelow(way, above))
                      .map(way -> new Candidate(way, (scope & ~Scope.OWN) != 0))
                      .ifPresent(one -> found.merge(one.way().id(), one, Plan::both));
                }
              }
            });
  }

  private static List<LongPredicate> tests(List<Clause> clauses, Lookup lookup) {
    return clauses.stream().map(lookup::test).toList();
  }

  private static boolean isThere(Way way, int scope, Optional<NodeId> code) {
    return scope != Scope.ELSEWHERE || !code.equals(Optional.of(way.steps().get(0).id()));
  }

  /** Whether there is something on the way, the unit itself included, for each clause. */
  private static boolean isBelow(Way way, List<LongPredicate> above) {
    return above.stream()
        .allMatch(test -> way.steps().stream().anyMatch(step -> test.test(step.id().high())));
  }

  private static Candidate both(Candidate one, Candidate other) {
    return one.whole() ? one : other;
  }
}
