package org.fxd.graph.core.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.fxd.graph.core.node.TreeBuilder;

/**
 * Each line of a raw file is a snippet: {@code name type text}; a line that begins with a space is
 * inside the one before. A file that begins with {@code #} has none.
 */
public final class LineProjector implements Projector {
  private final String version;
  final AtomicInteger projections = new AtomicInteger();
  final AtomicInteger hinted = new AtomicInteger();
  final AtomicInteger outlines = new AtomicInteger();

  /** A projector of a version. */
  public LineProjector(String version) {
    this.version = version;
  }

  @Override
  public Kind kind() {
    return Kind.FILE;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public boolean isProjected(Node node) {
    return node.value().asBlob().isPresent();
  }

  @Override
  public Node project(NodeId id, Name name, Node node, Cancellation cancellation) {
    projections.incrementAndGet();
    String text = text(node);
    if (text.startsWith("#")) {
      return node;
    }
    NodeBuilder file = node.builder().value(Value.NONE).metadata("lang", language(name));
    file.append(id("head", id, 0), Name.EMPTY, leaf(Kind.HEAD, "// head"));
    NodeId last = null;
    int at = 0;
    for (String line : lines(text)) {
      NodeId own = id(version, id, at++);
      if (line.startsWith(" ") && last != null) {
        file.child(last).append(own, name(line.strip()), snippet(line.strip()));
      } else {
        file.append(own, name(line.strip()), snippet(line.strip()));
        last = own;
      }
    }
    return file.build();
  }

  @Override
  public Node project(NodeId id, Name name, Node node, byte[] hint, Cancellation cancellation) {
    hinted.incrementAndGet();
    return project(id, name, node, cancellation);
  }

  @Override
  public Optional<Outline> outline(NodeId id, Name name, Node node, Cancellation cancellation) {
    outlines.incrementAndGet();
    String text = text(node);
    if (text.startsWith("#")) {
      return Optional.empty();
    }
    List<Outline.Inner> inner = new ArrayList<>();
    int at = 0;
    for (String line : lines(text)) {
      String own = line.strip();
      inner.add(
          new Outline.Inner(
              id(version, id, at++), name(own), Kind.SNIPPET, snippet(own).metadata()));
    }
    return Optional.of(new Outline(Map.of("lang", language(name)), inner, new byte[] {1, 2}));
  }

  private static Value language(Name name) {
    String text = name.toString();
    return Value.of(text.substring(text.lastIndexOf('.') + 1));
  }

  private static String text(Node file) {
    return new String(file.value().asBlob().orElseThrow().bytes(), StandardCharsets.UTF_8);
  }

  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  private static Name name(String line) {
    return Name.of(line.split(" ", -1)[0]);
  }

  private static Node snippet(String line) {
    String[] words = line.split(" ", -1);
    NodeBuilder snippet = new TreeBuilder(Kind.SNIPPET).value(Value.of(line));
    if (words.length > 1) {
      snippet.metadata("type", Value.of(words[1]));
    }
    return snippet.build();
  }

  private static Node leaf(Kind kind, String text) {
    return new TreeBuilder(kind).value(Value.of(text)).build();
  }

  private static NodeId id(String family, NodeId file, int at) {
    String seed = family + file + at;
    return NodeId.derived(Hash.ofContent(seed.getBytes(StandardCharsets.UTF_8)));
  }
}
