package org.fxd.history.core;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeDiff;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.workspace.Ref;

/**
 * The references of a state that the operation log remembers.
 *
 * @param node the node that holds them; one that does not exist before the first operation
 */
record PastRefs(Node node) {
  private static final String REFS = "refs";
  private static final int DEEPEST = 5;

  /** Those of a state. */
  static PastRefs of(Node state) {
    return new PastRefs(state.child(REFS));
  }

  /** Whether nothing differs; reads neither. */
  boolean isAs(PastRefs other) {
    return node.hash().equals(other.node.hash());
  }

  /** What a reference held itself. */
  Optional<Ref> written(String name) {
    Value value = node.child(name).value();
    return value.asLink().map(Ref::to).or(() -> value.asText().map(Ref::to));
  }

  /** The object that a reference led to. */
  Optional<Hash> object(String name) {
    Optional<Ref> ref = written(name);
    for (int depth = 0; depth < DEEPEST; depth++) {
      if (ref.isEmpty() || !(ref.get() instanceof Ref.Symbolic symbolic)) {
        break;
      }
      ref = written(symbolic.target());
    }
    return ref.filter(Ref.Direct.class::isInstance).map(last -> ((Ref.Direct) last).hash());
  }

  /** The names of those that another state had otherwise. */
  SortedSet<String> otherwiseIn(PastRefs before) {
    SortedSet<String> names = new TreeSet<>();
    node.diff(before.node, new Names(names));
    return names;
  }

  private record Names(SortedSet<String> found) implements NodeDiff {
    @Override
    public boolean added(Entry after) {
      return take(after);
    }

    @Override
    public boolean removed(Entry before) {
      return take(before);
    }

    @Override
    public boolean changed(Entry before, Entry after) {
      return take(after);
    }

    private boolean take(Entry entry) {
      found.add(entry.name().toString());
      return true;
    }
  }
}
