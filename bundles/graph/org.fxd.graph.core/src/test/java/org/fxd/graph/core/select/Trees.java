package org.fxd.graph.core.select;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.GraphNodes;

/** Makes trees in a line or two. */
final class Trees {
  static final Nodes NODES = new GraphNodes();

  private Trees() {}

  /** A node with a name, that has an id made of it. */
  record Twig(String name, Node node) {}

  static Twig twig(
      String name, Kind kind, Value value, Map<String, Value> metadata, Twig... inner) {
    return new Twig(name, node(kind, value, metadata, inner));
  }

  static Twig twig(String name, Kind kind, Twig... inner) {
    return twig(name, kind, Value.NONE, Map.of(), inner);
  }

  static Node node(Kind kind, Value value, Map<String, Value> metadata, Twig... inner) {
    NodeBuilder builder = NODES.builder(kind).value(value);
    metadata.forEach(builder::metadata);
    for (Twig twig : inner) {
      builder.append(id(twig.name()), Name.of(twig.name()), twig.node());
    }
    return builder.build();
  }

  static Node root(Twig... inner) {
    return node(Kind.ROOT, Value.NONE, Map.of(), inner);
  }

  static NodeId id(String name) {
    return NodeId.derived(Hash.ofContent(name.getBytes(StandardCharsets.UTF_8)));
  }

  /** The names of what a selector finds, in order. */
  static List<String> found(Node root, String selector) {
    return found(new TreeSelectors(), root, selector);
  }

  static List<String> found(TreeSelectors selectors, Node root, String selector) {
    List<String> names = new ArrayList<>();
    selectors.walk(
        root,
        selectors.compile(selector),
        Cancellation.none(),
        match -> names.add(match.name().toString()));
    return names;
  }
}
