package org.fxd.graph.core.index;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.core.entries.Key;
import org.fxd.graph.core.node.TreeNode;

/**
 * Where a unit stands.
 *
 * @param id the unit's own id
 * @param parent the id of the node that it stands in; {@link #ROOT} for the root
 * @param key where in that node
 */
record Standing(NodeId id, NodeId parent, Key key) {
  /** Stands for the root, which no entry holds. */
  static final NodeId ROOT = new NodeId(0, 0);

  /** The value: a byte that is 1 if the parent sorts by name, its id, and the name or place. */
  byte[] encode() {
    byte[] at = key.byName() ? key.name().bytes() : key.place().bytes();
    return ByteBuffer.allocate(17 + at.length)
        .put((byte) (key.byName() ? 1 : 0))
        .putLong(parent.high())
        .putLong(parent.low())
        .put(at)
        .array();
  }

  static Standing decode(NodeId id, byte[] value) {
    ByteBuffer bytes = ByteBuffer.wrap(value);
    boolean byName = bytes.get() == 1;
    NodeId parent = new NodeId(bytes.getLong(), bytes.getLong());
    byte[] at = new byte[bytes.remaining()];
    bytes.get(at);
    Key key = byName ? Key.of(Name.ofBytes(at)) : Key.of(Place.ofBytes(at), id);
    return new Standing(id, parent, key);
  }

  /** The entry, looked up in the node that it stands in. */
  Optional<Entry> entry(Node container) {
    if (container.kind().sortedByName() != key.byName()) {
      return Optional.empty();
    }
    return TreeNode.of(container).at(new Entry(id, key.name(), key.place(), container));
  }

  /** The order among entries of one node. */
  int compareTo(Standing sibling) {
    return key.byName() == sibling.key.byName()
        ? key.compareTo(sibling.key)
        : Boolean.compare(key.byName(), sibling.key.byName());
  }
}
