package org.fxd.graph.core.change;

import java.util.HashSet;
import java.util.Set;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.node.TreeBuilder;

/**
 * Entries that the base is given because both sides added them, so that there is something to
 * compare with: an empty node of the kind, under a name that nobody else would give. What a side
 * says of such an entry is then a change of it.
 */
final class Stubs {
  private final Set<NodeId> ids = new HashSet<>();

  /** Whether the base has an entry only because both sides added it. */
  boolean contains(NodeId id) {
    return ids.contains(id);
  }

  /** The base with an entry that both sides have. */
  Node with(Node base, Entry here, Entry there) {
    NodeBuilder root = base.builder();
    root.append(here.id(), name(here.id()), stub(here, there));
    return root.build();
  }

  private Node stub(Entry here, Entry there) {
    ids.add(here.id());
    NodeBuilder stub = new TreeBuilder(here.node().kind());
    if (here.node().value().asBlob().isPresent()) {
      // A raw file is compared with a raw one.
      stub.value(Value.of(Blob.of(new byte[0])));
    }
    for (Entry entry : here.node().entries()) {
      there
          .node()
          .entry(entry.id())
          .ifPresent(
              twin ->
                  stub.put(
                      new Entry(
                          entry.id(), name(entry.id()), lesser(entry, twin), stub(entry, twin))));
    }
    return stub.build();
  }

  private static Place lesser(Entry one, Entry two) {
    return one.place().compareTo(two.place()) <= 0 ? one.place() : two.place();
  }

  private static Name name(NodeId id) {
    return Name.of(id.toString());
  }
}
