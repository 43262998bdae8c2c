package org.fxd.graph.core.node;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.workspace.Workspace;

/** The root of a new project, as {@code docs/format/objects.md} has it. */
public final class FirstRoot {
  private static final List<String> FOLDERS = List.of(Workspace.CODE, "views", "groups", "config");

  private FirstRoot() {}

  /** All of it. */
  public static Node of() {
    NodeBuilder root = new TreeBuilder(Kind.ROOT);
    FOLDERS.forEach(name -> root.put(folder(Name.of(name))));
    return root.build();
  }

  /** One of its folders, empty: two who make it make the same one. */
  public static Entry folder(Name name) {
    Hash seed = Hash.ofContent(("root:" + name).getBytes(StandardCharsets.UTF_8));
    Node empty = new TreeBuilder(Kind.FOLDER).build();
    return new Entry(NodeId.derived(seed), name, Place.NONE, empty);
  }
}
