package org.fxd.git.jgit.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.workspace.Workspace;

/**
 * The root of a new project, as {@code docs/format/objects.md} has it: what a commit without
 * parents begins with. The same in every project, whatever stands in the one that imports.
 */
final class FirstRoot {
  private static final List<String> CHILDREN = List.of(Workspace.CODE, "views", "groups", "config");

  private FirstRoot() {}

  static Node of(Nodes nodes) {
    NodeBuilder root = nodes.builder(Kind.ROOT);
    for (String name : CHILDREN) {
      Hash seed = Hash.ofContent(("root:" + name).getBytes(StandardCharsets.UTF_8));
      root.put(
          new Entry(
              NodeId.derived(seed), Name.of(name), Place.NONE, nodes.builder(Kind.FOLDER).build()));
    }
    return root.build();
  }
}
