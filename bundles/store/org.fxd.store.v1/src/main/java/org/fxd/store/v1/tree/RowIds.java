package org.fxd.store.v1.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.store.v1.map.Cell;
import org.fxd.store.v1.map.Kept;
import org.fxd.store.v1.map.ShortIds;

/**
 * The ids of the rows that nodes came from. A copy of a node has its metadata too, but not its id:
 * so the row's id is believed only where the node's follows from it.
 */
final class RowIds {
  private final Map<NodeId, String> kept = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final String root;

  private RowIds(Node root) {
    NodeId made = RootNames.id("v1/root");
    this.root = ofFolder(root).orElse(ShortIds.of(made));
  }

  /** Looks through a whole tree, but not into what is not stored. */
  static RowIds of(Node root, Cancellation cancellation) {
    RowIds ids = new RowIds(root);
    for (Entry entry : root.entries()) {
      if (RootNames.FOLDERS.contains(entry.name())) {
        ids.ofFolder(entry.node()).ifPresent(id -> ids.kept.put(entry.id(), id));
      }
    }
    Deque<Iterator<Entry>> open = new ArrayDeque<>();
    open.push(root.entries().iterator());
    while (!open.isEmpty()) {
      cancellation.check();
      if (!open.peek().hasNext()) {
        open.pop();
        continue;
      }
      Entry next = open.peek().next();
      ids.look(next);
      if (next.node().size() > 0) {
        open.push(next.node().entries().iterator());
      }
    }
    return ids;
  }

  private void look(Entry entry) {
    Optional<Cell> id = Cell.ofWhole(entry.node().metadata(Kept.ID));
    Optional<String> text = id.flatMap(Cell::text);
    if (text.isPresent()
        && !text.get().equals(ShortIds.of(entry.id()))
        && ShortIds.read(id.get()).equals(entry.id())
        && used.add(text.get())) {
      kept.put(entry.id(), text.get());
    }
  }

  /** Of those whose ids do not follow from their rows'. */
  private Optional<String> ofFolder(Node folder) {
    return folder.metadata(Kept.ID).asText().filter(id -> !ShortIds.isMade(id) && used.add(id));
  }

  /** The id of the root's row. */
  String root() {
    return root;
  }

  /** The id of the row of a node. */
  String of(NodeId id) {
    String known = kept.get(id);
    return known == null ? ShortIds.of(id) : known;
  }

  /** The id of the row that a node came from; empty if it came from none. */
  Optional<String> came(NodeId id) {
    return Optional.ofNullable(kept.get(id));
  }
}
