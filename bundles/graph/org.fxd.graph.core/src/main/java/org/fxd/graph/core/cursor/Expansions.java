package org.fxd.graph.core.cursor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.projection.Projector;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.projection.Projectors;

/**
 * Nodes with their inner nodes, whether those are stored or computed. The last few are remembered,
 * because one call after another goes through the same file. Safe for use by any number of threads.
 */
public final class Expansions {
  private static final int REMEMBERED = 8;

  private record Key(NodeId id, Name name, Hash hash, String version) {}

  private final Projectors projectors;
  private final Map<Key, Node> lately =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Node> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Nothing remembered yet. */
  public Expansions(Projectors projectors) {
    this.projectors = projectors;
  }

  /** Whether a node's inner nodes are computed. */
  public boolean isProjected(Node node) {
    return projectors.of(node).isPresent();
  }

  /** The node of an entry with its inner nodes. */
  public Node expand(Entry entry) {
    Optional<Projector> projector = projectors.of(entry.node());
    if (projector.isEmpty()) {
      return entry.node();
    }
    String version = projector.get().version();
    Key key = new Key(entry.id(), entry.name(), entry.node().hash(), version);
    synchronized (lately) {
      Node known = lately.get(key);
      if (known != null) {
        return known;
      }
    }
    Node expanded = projectors.expand(entry, Cancellation.none());
    synchronized (lately) {
      lately.put(key, expanded);
    }
    return expanded;
  }
}
