package org.fxd.graph.api;

import java.util.function.Predicate;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.merge.Decider;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes nodes and compares trees. A service; safe for use by any number of threads.
 *
 * <p>Nodes made here live in memory until a transaction stores them.
 */
@ProviderType
public interface Nodes {
  /** A builder of a new, empty node. */
  NodeBuilder builder(Kind kind);

  /** A new leaf. */
  default Node leaf(Kind kind, Value value) {
    return builder(kind).value(value).build();
  }

  /**
   * The root of a new project, with its empty folders: in every project the same, ids and all.
   *
   * @since 1.4
   */
  Node newRoot();

  /**
   * A node that is made when it is looked at: a folder of things that are kept elsewhere, or found
   * out. It behaves as one that was built; to hash, compare or edit it reads all of it.
   *
   * @param kind one that {@linkplain Kind#sortedByName sorts by name}
   * @param listing what the node consists of
   * @throws IllegalArgumentException if the kind sorts otherwise
   * @since 1.3
   */
  Node virtual(Kind kind, Listing listing);

  /**
   * Reads a JSON document as a value: a text, number or truth value as that, null as {@link
   * Value#NULL}, an array or object as {@link Value.Json} in canonical form: no white space,
   * members sorted by name in UTF-16 units, numbers as {@link Value.Number} writes them.
   *
   * @throws UsageException if it is none, or is nested deeper than {@link Limits#JSON_DEPTH}, or an
   *     object has a member twice; the message names line and column
   */
  Value json(String document);

  /**
   * Tells all differences between two trees, moves put together: an entry that is gone in one
   * parent and has come in another, under the same id, is one {@link TreeChange.Kind#MOVED}, and an
   * entry that also changed is reported as that too. Subtrees with equal hashes are not read.
   *
   * <p>Changes come in the order of the later tree, removals last.
   *
   * @param before the earlier root
   * @param after the later root
   * @param visitor told of each difference; returns whether to go on
   * @return false if the visitor stopped the comparison
   */
  boolean compare(Node before, Node after, Predicate<TreeChange> visitor);

  /**
   * Does on one tree what turned another into a third: the replay that serves a transaction that
   * lost a race and work that follows a checkout. Entries are matched by id; what only one side
   * changed is taken from that side, what both changed alike is taken once.
   *
   * @param base the common ancestor
   * @param changed what {@code base} became
   * @param onto what else {@code base} became
   * @return {@code onto}, with the changes from {@code base} to {@code changed} done
   * @throws ConflictException if both changed the same thing differently; the message names it
   */
  Node replay(Node base, Node changed, Node onto);

  /**
   * Merges two trees that came of one base: as {@link #replay}, but what contradicts is decided.
   * Never refuses: any three trees of one kind can be merged. Exchanging the sides gives the same
   * tree, as far as the decider's answers are the same.
   *
   * <p>Not a contradiction, other than for a replay: two places among siblings (the lesser is
   * taken); two new nodes that carry entries by name, of one name and kind (they become one, under
   * the lesser id); something put into a node that the other side removed (that node comes back,
   * without what else was in it).
   *
   * @param base the common ancestor
   * @param ours what {@code base} became here
   * @param theirs what else {@code base} became
   * @param decider asked for each contradiction
   * @return a tree with the changes of both
   * @since 1.3
   */
  Node merge(Node base, Node ours, Node theirs, Decider decider);
}
