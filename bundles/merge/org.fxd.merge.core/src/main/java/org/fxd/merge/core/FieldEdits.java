package org.fxd.merge.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.merge.api.Conflict.Sort;
import org.fxd.source.api.FileEdit;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.Sources;

/** Sets values and metadata of nodes, and what follows from them in the files around. */
record FieldEdits(Sources sources) {
  /** Sets a value or a metadatum. */
  void set(NodeBuilder root, Spot spot, Field field, Value value) {
    List<NodeBuilder> way = way(root, spot);
    NodeBuilder at = way.get(way.size() - 1);
    if (field.sort() == Sort.METADATA) {
      at.metadata(field.key(), value);
    } else {
      at.value(value);
    }
    derive(way);
  }

  /** Puts another node in an entry's place. */
  void replace(NodeBuilder root, Spot spot, Node node) {
    List<NodeBuilder> way = way(root, spot);
    parent(way).put(spot.entry().withNode(node));
    derive(way.subList(0, way.size() - 1));
  }

  void remove(NodeBuilder root, Spot spot) {
    List<NodeBuilder> way = way(root, spot);
    parent(way).remove(spot.entry().id());
    derive(way.subList(0, way.size() - 1));
  }

  /** A node as it has become. */
  Node node(NodeBuilder root, Spot spot) {
    List<NodeBuilder> way = way(root, spot);
    return way.get(way.size() - 1).build();
  }

  /** Scans a file's text as it has become, as after an edit. A raw file has nothing to scan. */
  void rescan(NodeBuilder root, Spot file) {
    Node node = node(root, file);
    if (node.value().asBlob().isEmpty()) {
      write(root, file, node, sources.render(node));
    }
  }

  /**
   * Gives a file other bytes and scans it.
   *
   * @param before what it was, whose snippets are followed
   */
  void write(NodeBuilder root, Spot file, Node before, byte[] bytes) {
    Entry entry = file.entry();
    // Nothing is scanned of what says that it has these bytes already.
    Node open = before.builder().metadata(FileMeta.CONTENT, Value.NONE).build();
    FileEdit edit =
        new FileEdit(entry.id(), entry.name(), Optional.of(open), Optional.of(Blob.of(bytes)));
    Node after = sources.rescan(List.of(edit)).get(0).orElseThrow();
    parent(way(root, file)).put(entry.withNode(after));
  }

  /** The builders from the root's to the node's own. */
  static List<NodeBuilder> way(NodeBuilder root, Spot spot) {
    List<NodeBuilder> way = new ArrayList<>(List.of(root));
    for (NodeId id : spot.way()) {
      way.add(way.get(way.size() - 1).child(id));
    }
    return way;
  }

  private static NodeBuilder parent(List<NodeBuilder> way) {
    return way.get(way.size() - 2);
  }

  /** Content and size of a file follow from its text. */
  void derive(List<NodeBuilder> way) {
    for (NodeBuilder file : way) {
      if (file.kind().equals(Kind.FILE)) {
        Node node = file.build();
        Blob content = node.value().asBlob().orElseGet(() -> Blob.of(sources.render(node)));
        file.metadata(FileMeta.CONTENT, Value.of(content.hash().bytes()));
        file.metadata(FileMeta.SIZE, Value.of(content.size()));
      }
    }
  }
}
