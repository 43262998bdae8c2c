package org.fxd.graph.core.watch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fxd.graph.core.select.Complex;
import org.fxd.graph.core.select.Condition;
import org.fxd.graph.core.select.SelectorList;

/**
 * On what else than a node itself and what is below it a selector's answer can depend.
 *
 * @param above selectors of which it can matter whether a node above is found by them: what stands
 *     left of a combinator
 * @param names whether the names of the nodes above can matter
 * @param ordinals whether it can matter which of its name a node is, or one above
 * @param language whether the language of the file that a node is in can matter
 * @param siblings whether a node's number among its siblings can matter
 * @param siblingsFound whether it can matter what else a selector says about siblings
 */
record Dependence(
    List<SelectorList> above,
    boolean names,
    boolean ordinals,
    boolean language,
    boolean siblings,
    boolean siblingsFound) {
  /** Reads off a selector what its answer depends on. */
  static Dependence of(SelectorList list) {
    Reading reading = new Reading();
    reading.read(list, false);
    return new Dependence(
        List.copyOf(reading.above),
        reading.keys.contains("file") || reading.keys.contains("path"),
        reading.keys.contains("path"),
        reading.keys.contains("lang"),
        reading.siblings,
        reading.siblingsFound);
  }

  /** Whether what stands above a node can matter at all. */
  boolean onWay() {
    return !above.isEmpty() || names || ordinals || language;
  }

  private static final class Reading {
    private final Set<SelectorList> above = new LinkedHashSet<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private boolean siblings;
    private boolean siblingsFound;

    /**
     * Reads.
     *
     * @param relative whether all of it is about nodes below one that is asked for, so that what
     *     stands left of a combinator is below that one too
     */
    private void read(SelectorList list, boolean relative) {
      for (Complex complex : list.any()) {
        List<Complex.Combinator> combinators = complex.combinators();
        for (int i = 1; i < complex.compounds().size() && !relative; i++) {
          Complex left =
              new Complex(complex.compounds().subList(0, i), combinators.subList(0, i - 1));
          above.add(new SelectorList(List.of(left)));
        }
        complex.compounds().forEach(compound -> compound.all().forEach(this::read));
      }
    }

    private void read(Condition condition) {
      if (condition instanceof Condition.Has has) {
        keys.add(has.key());
      } else if (condition instanceof Condition.Test test) {
        keys.add(test.key());
      } else if (condition instanceof Condition.Not not) {
        read(not.list(), false);
      } else if (condition instanceof Condition.Is is) {
        read(is.list(), false);
      } else if (condition instanceof Condition.Holds holds) {
        read(holds.list(), true);
      } else if (condition instanceof Condition.NthChild nth) {
        siblings = true;
        siblingsFound |= nth.of().isPresent();
        nth.of().ifPresent(list -> read(list, false));
      } else if (condition instanceof Condition.LastChild) {
        siblings = true;
      }
    }
  }
}
