package org.fxd.graph.core.select;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.projection.Outline;
import org.fxd.graph.api.projection.Projector;
import org.fxd.graph.api.task.Cancellation;

/**
 * A projector for tests: each line of a raw file is a snippet that is named as its first letter, an
 * indented one is within the last that is not, and one that begins with a blank and a dash is a
 * gap.
 */
final class Lines implements Projector {
  private int projected;

  @Override
  public Kind kind() {
    return Kind.FILE;
  }

  @Override
  public String version() {
    return "lines";
  }

  @Override
  public boolean isProjected(Node node) {
    return node.value().asBlob().isPresent();
  }

  /** How often something was projected. */
  int projected() {
    return projected;
  }

  @Override
  public Node project(NodeId id, Name name, Node node, Cancellation cancellation) {
    projected++;
    String text = new String(node.value().asBlob().get().bytes(), StandardCharsets.UTF_8);
    if (text.isEmpty()) {
      return node;
    }
    NodeBuilder file = node.builder().value(Value.NONE).metadata("lang", Value.of("lines"));
    NodeId last = null;
    int number = 0;
    for (String line : text.split("(?<=\n)", 0)) {
      NodeId own = inner(id, number++);
      if (line.startsWith(" -")) {
        file.append(own, Name.EMPTY, Trees.NODES.leaf(Kind.GAP, Value.of(line)));
      } else if (line.startsWith(" ") && last != null) {
        file.child(last).append(own, Name.of(line.strip()), snippet(line));
      } else {
        file.append(own, Name.of(line.substring(0, 1)), snippet(line));
        last = own;
      }
    }
    return file.build();
  }

  private static Node snippet(String line) {
    return Trees.NODES
        .builder(Kind.SNIPPET)
        .value(Value.of(line))
        .metadata("type", Value.of(line.contains("o") ? "method" : "class"))
        .build();
  }

  private static NodeId inner(NodeId file, int number) {
    return NodeId.derived(Hash.ofContent((file + " " + number).getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public Optional<Outline> outline(NodeId id, Name name, Node node, Cancellation cancellation) {
    return Optional.empty();
  }
}
