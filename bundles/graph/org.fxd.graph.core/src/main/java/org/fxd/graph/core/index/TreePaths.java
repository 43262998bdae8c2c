package org.fxd.graph.core.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Workspace;

/** Which units stand at a path that is written as text. */
final class TreePaths {
  /** Stands for bytes that are no text: many names have the same form. */
  private static final char REPLACEMENT = '\uFFFD';

  private final Node root;

  TreePaths(Node root) {
    this.root = root;
  }

  /** The unit that the node at a path is, or is in. */
  List<NodeId> at(String text) {
    NodePath path;
    try {
      path = NodePath.parse(text);
    } catch (UsageException none) {
      return List.of();
    }
    Node node = root;
    Optional<NodeId> unit = Optional.empty();
    for (NodePath.Step step : path.steps()) {
      Optional<Entry> entry = Ways.entry(node, step);
      if (entry.isEmpty()) {
        return List.of();
      }
      unit = Optional.of(entry.get().id());
      node = entry.get().node();
      if (NodeRows.isClosed(node.kind())) {
        break;
      }
    }
    return unit.map(List::of).orElse(List.of());
  }

  /** The files that a path with slashes may be of, or that hold one. */
  List<NodeId> files(String path) {
    Set<NodeId> found = new LinkedHashSet<>();
    Node code = root.child(Workspace.CODE);
    if (code.exists()) {
      files(code, path, found);
    }
    return new ArrayList<>(found);
  }

  /** Names may hold slashes: every way to cut the path is tried. */
  private static void files(Node folder, String path, Set<NodeId> found) {
    if (!folder.kind().sortedByName() || path.indexOf(REPLACEMENT) >= 0) {
      for (Entry entry : folder.entries()) {
        String name = entry.name().toString();
        if (path.equals(name) || path.startsWith(name + "/")) {
          step(entry, path.substring(name.length()), found);
        }
      }
      return;
    }
    for (int cut = path.indexOf('/'); ; cut = path.indexOf('/', cut + 1)) {
      int end = cut < 0 ? path.length() : cut;
      if (end <= Name.MAX_LENGTH) {
        Optional<Entry> entry = folder.entry(Name.ofBytes(utf8(path.substring(0, end))));
        if (entry.isPresent()) {
          step(entry.get(), path.substring(end), found);
        }
      }
      if (cut < 0) {
        return;
      }
    }
  }

  private static void step(Entry entry, String rest, Set<NodeId> found) {
    if (NodeRows.isClosed(entry.node().kind())) {
      found.add(entry.id());
    } else if (!rest.isEmpty()) {
      files(entry.node(), rest.substring(1), found);
    }
  }

  private static byte[] utf8(String text) {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return bytes.length <= Name.MAX_LENGTH ? bytes : new byte[0];
  }
}
