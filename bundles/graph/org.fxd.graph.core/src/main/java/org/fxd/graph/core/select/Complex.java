package org.fxd.graph.core.select;

import java.util.List;

/**
 * Compounds with combinators between, as written: {@code compounds.get(i)} and {@code
 * compounds.get(i + 1)} are joined by {@code combinators.get(i)}.
 *
 * @param compounds at least one; the last is what is found
 * @param combinators one less
 */
public record Complex(List<Compound> compounds, List<Combinator> combinators) {
  /** How a node stands to the one on its left. */
  public enum Combinator {
    /** Somewhere below it. */
    DESCENDANT,
    /** Right below it. */
    CHILD
  }

  public Complex {
    compounds = List.copyOf(compounds);
    combinators = List.copyOf(combinators);
  }

  /** What is found. */
  public Compound subject() {
    return compounds.get(compounds.size() - 1);
  }
}
