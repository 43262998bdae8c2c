package org.fxd.graph.api.group;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selector;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The members of a group in one root. Immutable; safe for use by any number of threads.
 *
 * <p>Where a method takes an attribute, it is one as in {@link org.fxd.graph.api.select}, such as
 * {@code order} or {@code value}.
 */
@ProviderType
public interface Members {
  /** The root. */
  Node root();

  /** All members, in order. */
  List<Match> list();

  /** The members that are snippets, in order. */
  List<Match> listSnippets();

  /** The members that pass a test, in order. */
  Members where(Predicate<Match> test);

  /** The members that a selector finds, in order. */
  Members where(Selector selector);

  /** The members by the file they are in (its path with slashes; "" if none), in order of first. */
  Map<String, Members> byFile();

  /** The members by their language ("" if none), in order of first. */
  Map<String, Members> byLang();

  /** By the number in the attribute {@code order}; those without one last; else in order as now. */
  Members sortByOrder();

  /**
   * In another order.
   *
   * @param ids those to stand first, in that order; the others follow in order as now
   */
  Members reorder(List<NodeId> ids);

  /** The value of an attribute of each member that has it, in order. */
  List<Value> values(String attribute);

  /** The sum of an attribute over the members where it is a number; 0 if there is none. */
  BigDecimal sum(String attribute);

  /** The least number; empty if there is none. */
  Optional<BigDecimal> min(String attribute);

  /** The greatest number; empty if there is none. */
  Optional<BigDecimal> max(String attribute);

  /** The mean of the numbers, to 34 digits; empty if there is none. */
  Optional<BigDecimal> average(String attribute);

  /** The values of an attribute as texts, one behind the other. */
  String concat(String attribute, String between);

  /** A group with just these members, in this order, by hand: a copy that no longer follows. */
  Group frozen();
}
