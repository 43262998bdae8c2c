package org.fxd.source.core.board;

import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.source.api.marker.Marked;

/** A snippet of an unknown id, kept below {@code snippets.orphans} until someone knows better. */
record Orphan(NodeId id, Marked marked) {
  private static final int MAX_NAME = 200;

  void put(Nodes nodes, NodeBuilder root) {
    NodeBuilder orphans =
        root.childOrNew(Name.of("snippets"), Kind.FOLDER)
            .childOrNew(Name.of("orphans"), Kind.FOLDER);
    String plain = marked.id().replaceAll("[^\\w.-]", "_");
    String base = plain.substring(0, Math.min(plain.length(), MAX_NAME));
    Name name = Name.of(base);
    for (int i = 2; orphans.entry(name).isPresent(); i++) {
      name = Name.of(base + "_" + i);
    }
    orphans.append(id, name, node(nodes));
  }

  private Node node(Nodes nodes) {
    NodeBuilder node = nodes.builder(Kind.SNIPPET).value(Value.of(marked.body()));
    node.metadata("id", Value.of(marked.id()));
    text(node, "lang", marked.lang());
    text(node, "file", marked.file());
    marked.order().ifPresent(order -> node.metadata("order", new Value.Number(order)));
    node.metadata("version", Value.of(marked.version()));
    return node.build();
  }

  private static void text(NodeBuilder node, String key, String text) {
    if (!text.isEmpty()) {
      node.metadata(key, Value.of(text));
    }
  }
}
