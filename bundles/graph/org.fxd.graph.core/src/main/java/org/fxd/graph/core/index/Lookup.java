package org.fxd.graph.core.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.fxd.graph.api.NodeId;
import org.fxd.store.api.IndexReader;

/** Asks an index which units may hold what is looked for. */
final class Lookup {
  /** A set that is smaller is kept; of others, each unit is asked for. */
  private static final int SMALL = 256;

  private final IndexReader index;
  private final Locator locator;

  Lookup(IndexReader index) {
    this.index = index;
    this.locator = new Locator(index);
  }

  Locator locator() {
    return locator;
  }

  /** The units of a clause, unless there are more than so many. */
  Optional<UnitSet> units(Clause clause, int most) {
    return units(clause.any(), most);
  }

  private Optional<UnitSet> units(List<Probe> any, int most) {
    UnitSet units = new UnitSet(most);
    for (Probe probe : any) {
      if (!collect(probe, units)) {
        return Optional.empty();
      }
    }
    return Optional.of(units);
  }

  /** Adds what a probe finds; returns whether there was room. */
  private boolean collect(Probe probe, UnitSet units) {
    if (probe instanceof Probe.Term term) {
      return term(term, units);
    }
    if (probe instanceof Probe.Id id) {
      return id(id, units);
    }
    if (probe instanceof Probe.Units known) {
      known.ids().forEach(unit -> units.add(unit.high(), known.scope()));
      return !units.isFull();
    }
    return above((Probe.Above) probe, units);
  }

  private boolean term(Probe.Term probe, UnitSet units) {
    byte[] prefix = Keys.termPrefix(probe.term());
    List<Long> children = new ArrayList<>();
    boolean room =
        index.scan(
            prefix,
            Keys.behind(prefix),
            (key, value) -> {
              long unit = Keys.unitOfTerm(key);
              byte source = Keys.sourceOfTerm(key);
              int scope = scope(probe.sources(), source);
              if (scope != 0) {
                return units.add(unit, scope);
              }
              if (isChild(probe.sources(), source)) {
                children.add(unit);
              }
              return children.size() <= units.most();
            });
    if (!room) {
      return false;
    }
    for (long child : children) {
      for (Standing standing : locator.standings(child)) {
        if (!standing.parent().equals(Standing.ROOT)
            && !units.add(standing.parent().high(), Scope.OWN)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Where in the unit of a row it may be; 0 if not there. */
  private static int scope(Probe.Sources sources, byte source) {
    boolean within = source == Keys.WITHIN || source == Keys.FOUND;
    return switch (sources) {
      case SELF -> within ? Scope.ANY : Scope.OWN;
      case INHERITED -> Scope.ANY;
      case CHILD, UNTOLD_CHILD -> within ? Scope.ANY : 0;
      case UNTOLD_CHILD_ELSEWHERE -> within ? Scope.ELSEWHERE : 0;
    };
  }

  /** Whether it may be in what the unit of a row stands in. */
  private static boolean isChild(Probe.Sources sources, byte source) {
    return switch (sources) {
      case SELF, INHERITED -> false;
      case CHILD -> source == Keys.OWN || source == Keys.FILE;
      case UNTOLD_CHILD, UNTOLD_CHILD_ELSEWHERE -> source == Keys.FILE;
    };
  }

  private boolean id(Probe.Id probe, UnitSet units) {
    for (Standing standing : locator.standings(Keys.standPrefix(probe.start()), units.most())) {
      units.add(standing.id().high(), Scope.OWN);
    }
    byte[] prefix = Keys.innerPrefix(probe.start());
    return !units.isFull()
        && index.scan(
            prefix,
            Keys.behind(prefix),
            (key, value) -> units.add(Keys.unitOfInner(key), Scope.ANY));
  }

  private boolean above(Probe.Above probe, UnitSet units) {
    Optional<UnitSet> inner = units(probe.inner(), units.most());
    if (inner.isEmpty()) {
      return false;
    }
    for (long unit : inner.get().scopes().keySet()) {
      for (Standing standing : locator.standings(unit)) {
        Optional<Way> way = locator.way(standing);
        for (Standing step : way.map(Way::steps).orElse(List.of())) {
          boolean same = step.id().equals(standing.id());
          if (!units.add(step.id().high(), same ? Scope.ANY : Scope.OWN)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Whether a clause may hold for a unit; says yes if that is not known. */
  LongPredicate test(Clause clause) {
    List<LongPredicate> tests = new ArrayList<>();
    for (Probe probe : clause.any()) {
      Optional<UnitSet> small = units(List.of(probe), SMALL);
      if (small.isPresent()) {
        tests.add(small.get()::contains);
      } else if (probe instanceof Probe.Term term && !mayBeChild(term.sources())) {
        tests.add(unit -> has(term, unit));
      } else {
        return unit -> true;
      }
    }
    return unit -> tests.stream().anyMatch(test -> test.test(unit));
  }

  private static boolean mayBeChild(Probe.Sources sources) {
    return isChild(sources, Keys.FILE);
  }

  private boolean has(Probe.Term probe, long unit) {
    byte[] prefix = Keys.termPrefix(probe.term(), unit);
    return !index.scan(
        prefix,
        Keys.behind(prefix),
        (key, value) -> scope(probe.sources(), Keys.sourceOfTerm(key)) == 0);
  }

  /** The unit with an id; if there is none, the units that an inner node with it may be in. */
  List<Standing> candidates(NodeId id) {
    Optional<Standing> own = locator.standing(id);
    if (own.isPresent()) {
      return List.of(own.get());
    }
    List<Long> units = new ArrayList<>();
    byte[] prefix = Keys.innerPrefix(id.bytes());
    index.scan(prefix, Keys.behind(prefix), (key, value) -> units.add(Keys.unitOfInner(key)));
    List<Standing> found = new ArrayList<>();
    units.forEach(unit -> found.addAll(locator.standings(unit)));
    return found;
  }
}
