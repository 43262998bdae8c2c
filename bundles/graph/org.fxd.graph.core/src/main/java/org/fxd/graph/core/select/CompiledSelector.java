package org.fxd.graph.core.select;

import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selector;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.projection.Projectors;

/** A selector ready to be run. Immutable. */
public final class CompiledSelector implements Selector {
  private final SelectorList list;
  private final String text;
  private final Alternatives alternatives;
  private final Projectors projectors;

  private CompiledSelector(SelectorList list, Projectors projectors) {
    this.list = list;
    this.text = SelectorWriter.write(list);
    this.alternatives = new Alternatives(list);
    this.projectors = projectors;
  }

  /**
   * Compiles a text.
   *
   * @param projectors what {@link #matches} looks through
   * @throws org.fxd.graph.api.select.SelectorException if it is no selector
   */
  public static CompiledSelector of(String text, Projectors projectors) {
    return new CompiledSelector(SelectorParser.parse(text), projectors);
  }

  /** What a list says, compiled. */
  public static CompiledSelector of(SelectorList list, Projectors projectors) {
    return new CompiledSelector(list, projectors);
  }

  /** A selector as this bundle knows it. */
  public static CompiledSelector of(Selector selector, Projectors projectors) {
    return selector instanceof CompiledSelector known ? known : of(selector.text(), projectors);
  }

  /** What it says. */
  public SelectorList list() {
    return list;
  }

  /** Whether it may find inner nodes of projections, so that these have to be looked into. */
  public boolean reachesInside() {
    return alternatives.inside();
  }

  Alternatives alternatives() {
    return alternatives;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public boolean matches(Match node) {
    return new Matching(this, projectors, Cancellation.none()).matches(node);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Selector selector && text.equals(selector.text());
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
