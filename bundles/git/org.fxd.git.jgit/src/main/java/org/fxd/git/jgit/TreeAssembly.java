package org.fxd.git.jgit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;

/** Builds the nodes of folders, from the innermost outwards; what did not change stays shared. */
final class TreeAssembly {
  private final Nodes nodes;

  TreeAssembly(Nodes nodes) {
    this.nodes = nodes;
  }

  /**
   * The node of the imported folder.
   *
   * @param survey what was found, everything in it with its id, files and links with their nodes
   * @param code what the project has
   */
  Node build(Survey survey, Node code) {
    List<Found> folders = survey.all(Found.Type.FOLDER);
    for (int i = folders.size() - 1; i >= 0; i--) {
      Found folder = folders.get(i);
      if (!folder.isUnchanged()) {
        Node before = folder.before().map(Entry::node).orElseGet(code::missing);
        folder.node(build(folder, before));
      }
    }
    Found root = survey.root();
    if (!root.isUnchanged()) {
      root.node(build(root, code));
    }
    return root.node();
  }

  private Node build(Found folder, Node before) {
    NodeBuilder builder = before.exists() ? before.builder() : nodes.builder(Kind.FOLDER);
    Map<Name, Entry> wanted = new HashMap<>();
    for (Found child : folder.children()) {
      if (child.node() != null) {
        wanted.put(child.name(), new Entry(child.id(), child.name(), Place.NONE, child.node()));
      }
    }
    for (Entry old : before.entries()) {
      Entry now = wanted.get(old.name());
      if (now == null || !now.id().equals(old.id())) {
        builder.remove(old.id());
      } else if (now.node().equals(old.node())) {
        wanted.remove(old.name());
      }
    }
    // In the order of names, so that the work is the same on every run.
    for (Found child : folder.children()) {
      Entry entry = wanted.get(child.name());
      if (entry != null) {
        builder.put(entry);
      }
    }
    return builder.build();
  }
}
