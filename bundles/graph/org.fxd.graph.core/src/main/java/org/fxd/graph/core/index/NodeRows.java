package org.fxd.graph.core.index;

import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.entries.Key;

/**
 * What the index says of a unit: where it stands, the terms of its node, what it tells its parent,
 * and if it is a file with entries, the terms and ids of what is inside. A raw file is pending
 * until an {@link org.fxd.graph.api.projection.Outline} of it is there.
 */
final class NodeRows {
  /** Metadata of files that are different for each: nobody asks for them by value. */
  static final Set<String> UNTOLD = Set.of("content", "size");

  static final byte[] NOTHING = {};

  private NodeRows() {}

  /** Whether all that is inside belongs to the unit. */
  static boolean isClosed(Kind kind) {
    return kind.equals(Kind.FILE);
  }

  /** Whether what is inside are units of their own. */
  static boolean isOpen(Kind kind) {
    return !isClosed(kind) && TreeWalk.isSeen(kind);
  }

  /** Whether a projector may find inner nodes. */
  static boolean isRaw(Entry unit) {
    return isClosed(unit.node().kind()) && unit.node().value().asBlob().isPresent();
  }

  /** All rows of a unit but those that its outline gives; none of what selectors do not see. */
  static void describe(NodeId parent, boolean byName, Entry unit, Rows rows) {
    describeItself(parent, byName, unit, rows);
    if (isClosed(unit.node().kind())) {
      NodeId id = unit.id();
      NodeTerms within = new NodeTerms(term -> rows.put(Keys.term(term, id, Keys.WITHIN), NOTHING));
      boolean holdsRaw = inside(id, unit, within, rows);
      if (holdsRaw || isRaw(unit)) {
        rows.put(Keys.pending(id), Kept.stamp(unit));
      }
    }
  }

  /** Those of them that say nothing of what is inside. */
  static void describeItself(NodeId parent, boolean byName, Entry unit, Rows rows) {
    if (!TreeWalk.isSeen(unit.node().kind())) {
      return;
    }
    NodeId id = unit.id();
    rows.put(Keys.stand(id), new Standing(id, parent, Key.of(byName, unit)).encode());
    Value value = unit.node().value();
    boolean closed = isClosed(unit.node().kind());
    NodeTerms own = new NodeTerms(term -> rows.put(Keys.term(term, id, Keys.OWN), NOTHING));
    own.node(unit.node().kind(), unit.node().metadata());
    if (!closed) {
      own.value(value);
    }
    if (unit.name().length() > 0) {
      String name = unit.name().toString();
      long term = Terms.equal("name", name);
      rows.put(Keys.term(term, id, closed ? Keys.FILE : Keys.OWN), NOTHING);
      if (!closed && !value.equals(Value.NONE) && !parent.equals(Standing.ROOT)) {
        rows.put(Keys.child(Terms.equal(name, value.toString()), parent, id), NOTHING);
      }
    }
  }

  /** Tells what is inside a file; returns whether a raw file is among it, odd as that is. */
  private static boolean inside(NodeId unit, Entry at, NodeTerms terms, Rows rows) {
    boolean raw = false;
    for (Entry entry : at.node().entries()) {
      Kind kind = entry.node().kind();
      if (TreeWalk.isSeen(kind)) {
        rows.put(Keys.inner(Keys.brief(entry.id()), unit), NOTHING);
        terms.within(entry.name(), kind, entry.node().metadata());
        // Of values inside a file, only JSON says something that names do not.
        if (entry.node().value() instanceof Value.Json json) {
          terms.value(json);
        }
        raw |= isRaw(entry);
        raw |= inside(unit, entry, terms, rows);
      }
    }
    return raw;
  }
}
