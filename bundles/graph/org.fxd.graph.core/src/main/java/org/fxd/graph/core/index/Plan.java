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

  /**
   * Where to look.
   *
   * @param units all that are looked for are in these
   * @param clauses the clauses on the nodes themselves that do not follow from that
   */
  private record Drive(UnitSet units, List<Clause> clauses) {}

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
   * @param below finds what stands in others, in the same tree
   * @param code the id of the node under which files live
   * @return empty if there are too many
   */
  Optional<List<Candidate>> candidates(Lookup lookup, Below below, Optional<NodeId> code) {
    Map<NodeId, Candidate> found = new HashMap<>();
    for (Alternative alternative : any) {
      Optional<Drive> drive = drive(alternative, lookup, below);
      if (drive.isEmpty()) {
        return Optional.empty();
      }
      Alternative rest = new Alternative(drive.get().clauses(), alternative.above());
      locate(drive.get().units(), rest, lookup, code, found);
    }
    List<Candidate> all = new ArrayList<>(found.values());
    all.sort((a, b) -> a.way().compareTo(b.way()));
    return Optional.of(all);
  }

  /**
   * The fewest units: those of one clause, or those at and below the units of a clause on what the
   * nodes stand in.
   */
  private static Optional<Drive> drive(Alternative alternative, Lookup lookup, Below below) {
    for (int limit = FIRST_LIMIT; ; limit = Math.min(MOST, limit * GROWTH)) {
      for (Clause clause : alternative.own()) {
        Optional<UnitSet> units = lookup.units(clause, limit);
        if (units.isPresent()) {
          List<Clause> others = new ArrayList<>(alternative.own());
          others.remove(clause);
          return Optional.of(new Drive(units.get(), others));
        }
      }
      for (Clause clause : alternative.above()) {
        int most = limit;
        Optional<UnitSet> units =
            lookup.units(clause, most).flatMap(few -> below.of(few, lookup.locator(), most));
        if (units.isPresent()) {
          return Optional.of(new Drive(units.get(), alternative.own()));
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
