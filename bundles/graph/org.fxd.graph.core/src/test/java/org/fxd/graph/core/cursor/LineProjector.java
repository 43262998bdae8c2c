package org.fxd.graph.core.cursor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.projection.Outline;
import org.fxd.graph.api.projection.Projector;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.GraphNodes;

/** Each line of a file is a snippet, named by its first word. */
public final class LineProjector implements Projector {
  private final Nodes nodes = new GraphNodes();

  /** A raw file. */
  public static Node raw(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new GraphNodes()
        .builder(Kind.FILE)
        .value(Value.of(Blob.of(bytes)))
        .metadata("content", Value.of(Hash.ofContent(bytes).bytes()))
        .metadata("size", Value.of(bytes.length))
        .build();
  }

  /** The text of a file in either form. */
  public static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.value()
        .asBlob()
        .ifPresent(blob -> text.append(new String(blob.bytes(), StandardCharsets.UTF_8)));
    node.value().asText().ifPresent(text::append);
    node.entries().forEach(entry -> text.append(text(entry.node())));
    return text.toString();
  }

  @Override
  public Kind kind() {
    return Kind.FILE;
  }

  @Override
  public String version() {
    return "lines-1";
  }

  @Override
  public boolean isProjected(Node node) {
    return node.value().asBlob().isPresent();
  }

  @Override
  public Node project(NodeId id, Name name, Node node, Cancellation cancellation) {
    NodeBuilder file = nodes.builder(Kind.FILE);
    node.metadata().forEach(file::metadata);
    file.metadata("lang", Value.of("lines"));
    List<Entry> entries = new ArrayList<>();
    for (String line : text(node).split("(?<=\n)", -1)) {
      String word = line.strip().split(" ", 2)[0];
      Node snippet = nodes.leaf(Kind.SNIPPET, Value.of(line));
      if (!line.isEmpty()) {
        entries.add(new Entry(inner(id, word), Name.of(word), Place.NONE, snippet));
      }
    }
    return file.appendAll(entries).build();
  }

  /** The id of a line. */
  public static NodeId inner(NodeId file, String word) {
    return NodeId.derived(Hash.ofContent((file + " " + word).getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public Optional<Outline> outline(NodeId id, Name name, Node node, Cancellation cancellation) {
    List<Outline.Inner> inner = new ArrayList<>();
    for (Entry entry : project(id, name, node, cancellation).entries()) {
      inner.add(
          new Outline.Inner(
              entry.id(), entry.name(), entry.node().kind(), entry.node().metadata()));
    }
    return Optional.of(new Outline(Map.of("lang", Value.of("lines")), inner, new byte[0]));
  }
}
