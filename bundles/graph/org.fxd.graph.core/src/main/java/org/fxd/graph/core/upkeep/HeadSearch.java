package org.fxd.graph.core.upkeep;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.TreeChange;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.upkeep.Uses;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.core.GraphNodes;
import org.fxd.graph.core.index.ProjectIndex;
import org.fxd.graph.core.node.NodeParts;
import org.fxd.graph.core.node.ObjectReader;
import org.fxd.graph.core.workspace.OperationLinks;
import org.fxd.graph.core.workspace.ProjectState;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;

/**
 * Finds where a project can go on from whose newest operation is lost: the newest one that can be
 * read, and the state that the lost one left. Which state that was, the index tells, since it moves
 * with each operation; that it is what it is said to be, hashes do.
 */
final class HeadSearch {
  private static final int OPERATION = Types.bit(ObjectType.OPERATION);
  private static final int TREE =
      Types.bit(ObjectType.NODE) | Types.bit(ObjectType.CHUNK) | Types.bit(ObjectType.BLOB);

  private static final Uses NOTHING = new Uses(true, List.of(), false, List.of(), 0, 0);

  private final Store store;
  private final ObjectReader objects;
  private final Graph graph;
  private final Census census;

  /** A search among what a store has told. */
  HeadSearch(Store store, Graph graph, Census census) {
    this.store = store;
    this.objects = new ObjectReader(store);
    this.graph = graph;
    this.census = census;
  }

  /** Searches; finds nothing if neither an operation nor a state can be read. */
  Optional<LostHead> search() {
    int last = last();
    Optional<Integer> root = newestRoot().filter(this::isLeftByLostOnes);
    if (last < 0) {
      return root.flatMap(this::state)
          .or(this::lastState)
          .map(state -> new LostHead(Optional.empty(), hash(state), Optional.empty(), NOTHING));
    }
    Hash id = graph.hash(last);
    Operation operation = OperationLinks.decode(id, objects.bytes(id));
    Optional<Integer> state = root.flatMap(this::state).filter(this::isWhole);
    Optional<Integer> alone = state.isPresent() ? Optional.empty() : root.filter(this::isWhole);
    return Optional.of(
        new LostHead(
            Optional.of(operation),
            state.map(graph::hash),
            alone.map(graph::hash),
            uses(operation, root, state.orElse(-1))));
  }

  private Optional<Hash> hash(int object) {
    return Optional.of(graph.hash(object));
  }

  /** The state that was written last. */
  private Optional<Integer> lastState() {
    for (int object = graph.size() - 1; object >= 0; object--) {
      if (isState(object)) {
        return Optional.of(object);
      }
    }
    return Optional.empty();
  }

  /** The newest operation that can be read, and whose state is there. */
  private int last() {
    int last = -1;
    for (int object = 0; object < graph.size(); object++) {
      if ((census.told(object) & OPERATION) != 0
          && !graph.is(object, Census.BROKEN)
          && census.told(graph.named(object, graph.count(object) - 1)) != 0
          && (last < 0 || isAfter(object, last))) {
        last = object;
      }
    }
    return last;
  }

  private boolean isAfter(int object, int other) {
    int time = Long.compare(census.said(object), census.said(other));
    return time > 0 || time == 0 && census.expected(object) > census.expected(other);
  }

  /** The root that the index is of. */
  private Optional<Integer> newestRoot() {
    try {
      return store
          .index(ProjectIndex::root)
          .map(graph::find)
          .filter(root -> root >= 0 && census.told(root) != 0);
    } catch (StoreException damaged) {
      return Optional.empty();
    }
  }

  /** Whether there is a state with a root to which no operation leads that can be read. */
  private boolean isLeftByLostOnes(int root) {
    boolean known = false;
    for (int i = 0; i < graph.sourceCount(root); i++) {
      int source = graph.source(root, i);
      known = known || isState(source) && isKnown(source);
    }
    return !known || state(root).isPresent();
  }

  /**
   * The state with a root that only lost operations led to. Of several the last: a store tells
   * objects of one type in the order in which they were written.
   */
  private Optional<Integer> state(int root) {
    for (int i = graph.sourceCount(root) - 1; i >= 0; i--) {
      int source = graph.source(root, i);
      if (isState(source) && !isKnown(source)) {
        return Optional.of(source);
      }
    }
    return Optional.empty();
  }

  private boolean isState(int object) {
    Hash hash = graph.hash(object);
    if ((census.told(object) & Types.bit(ObjectType.NODE)) == 0
        || graph.is(object, Census.BROKEN)) {
      return false;
    }
    return store.get(List.of(hash)).get(hash) instanceof Lookup.Present present
        && NodeParts.of(present.bytes()).kind().equals(Kind.STATE);
  }

  private boolean isKnown(int state) {
    for (int i = 0; i < graph.sourceCount(state); i++) {
      if ((census.told(graph.source(state, i)) & OPERATION) != 0) {
        return true;
      }
    }
    return false;
  }

  /** The commits that references of a state stand for. */
  private Set<Integer> commitsOf(int state) {
    Set<Integer> commits = new LinkedHashSet<>();
    Stack stack = new Stack();
    BitSet seen = new BitSet();
    int refs = graph.find(objects.node(graph.hash(state)).child(ProjectState.REFS).hash());
    if (refs >= 0) {
      stack.push(refs);
    }
    while (!stack.isEmpty()) {
      int at = stack.pop();
      if (seen.get(at)) {
        continue;
      }
      seen.set(at);
      if ((census.told(at) & ~TREE & ~OPERATION) != 0) {
        commits.add(at);
      } else {
        for (int i = 0; i < graph.count(at); i++) {
          stack.push(graph.named(at, i));
        }
      }
    }
    return commits;
  }

  /** Whether all that something leads to is there. */
  private boolean isWhole(int object) {
    BitSet seen = new BitSet(graph.size());
    Stack stack = new Stack();
    stack.push(object);
    while (!stack.isEmpty()) {
      int at = stack.pop();
      if (seen.get(at)) {
        continue;
      }
      seen.set(at);
      int missing = census.wanted(at) & ~census.told(at);
      if (census.told(at) == 0 || missing != 0 || graph.is(at, Census.BROKEN)) {
        return false;
      }
      for (int i = 0; i < graph.count(at); i++) {
        stack.push(graph.named(at, i));
      }
    }
    return true;
  }

  /** What was changed since an operation. */
  private Uses uses(Operation last, Optional<Integer> root, int state) {
    Set<String> paths = new LinkedHashSet<>();
    boolean all = false;
    try {
      Node before = objects.node(last.after()).child(ProjectState.ROOT);
      if (root.isPresent()) {
        Node after = objects.node(graph.hash(root.get()));
        all =
            new GraphNodes()
                .compare(
                    before,
                    after,
                    change -> {
                      paths.add(path(change, before, after));
                      return paths.size() < Uses.MOST;
                    });
      }
    } catch (StoreException damaged) {
      all = false;
    }
    List<Integer> commits = new ArrayList<>();
    if (state >= 0) {
      commits.addAll(commitsOf(state));
      commits.removeAll(commitsOf(graph.find(last.after())));
    }
    List<Hash> first = commits.stream().limit(Uses.MOST).map(graph::hash).toList();
    return new Uses(true, List.copyOf(paths), !all, first, commits.size(), 0);
  }

  private static String path(TreeChange change, Node before, Node after) {
    boolean removed = change.after().isEmpty();
    Node at = removed ? before : after;
    Trail trail = Trail.TOP;
    for (Name name : removed ? change.before() : change.after()) {
      trail = trail.as(at.kind()).down(name);
      at = at.child(name);
    }
    return trail.toString();
  }
}
