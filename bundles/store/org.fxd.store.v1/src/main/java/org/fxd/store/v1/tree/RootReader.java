package org.fxd.store.v1.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;
import org.fxd.store.v1.map.Cell;
import org.fxd.store.v1.map.Fields;
import org.fxd.store.v1.map.Kept;
import org.fxd.store.v1.map.NameText;

/** Puts what stands right below a file's root where it belongs below a project's. */
final class RootReader {
  private final Nodes nodes;
  private final List<Entry> orphans;
  private final NodeBuilder root;
  private final Set<Name> taken = new HashSet<>();
  private final List<Entry> held = new ArrayList<>();

  /**
   * An empty root.
   *
   * @param orphans is given what has no place; all that is in it at the end is kept
   */
  RootReader(Nodes nodes, List<Entry> orphans) {
    this.nodes = nodes;
    this.orphans = orphans;
    this.root = nodes.builder(Kind.ROOT);
  }

  static NodeId id(Role role) {
    return RootNames.id(role == Role.HOLDER ? RootNames.HOLDER.toString() : "v1/" + role.word());
  }

  void fields(Fields fields) {
    root.value(fields.value());
    fields.metadata().forEach(root::metadata);
  }

  /**
   * All its children. The original, when it loads a file, leaves one with the root's id as key.
   *
   * @param children in the order of the file
   */
  void children(List<Entry> children, Cell rootId) {
    Name self = NameText.of(rootId, Cell.NULL);
    List<Entry> doubles = new ArrayList<>();
    for (Entry entry : Numbered.unique(children, doubles)) {
      if (RootNames.isElsewhere(entry.name()) || entry.name().equals(self)) {
        held.add(entry);
      } else {
        taken.add(entry.name());
        root.put(entry);
      }
    }
    doubles.forEach(entry -> orphans.add(Numbered.child(entry, rootId)));
  }

  /** The root, with the folders that every project has. */
  Node build(Node tables) {
    for (Name name : RootNames.FOLDERS) {
      if (taken.add(name)) {
        Node folder = nodes.builder(Kind.FOLDER).build();
        root.put(new Entry(RootNames.id(name.toString()), name, Place.NONE, folder));
      }
    }
    if (!orphans.isEmpty()) {
      held.add(entry(Role.ORPHANS, nodes.builder(Kind.DATA).appendAll(orphans)));
    }
    if (tables.exists()) {
      held.add(entry(Role.TABLES, tables.builder()));
    }
    if (!held.isEmpty()) {
      Entry holder = entry(Role.HOLDER, nodes.builder(Kind.DATA).appendAll(held));
      root.put(holder.withName(RootNames.HOLDER));
    }
    return root.build();
  }

  private static Entry entry(Role role, NodeBuilder node) {
    Node made = node.metadata(Kept.ROLE, role.value()).build();
    return new Entry(id(role), Name.of(role.word()), Place.NONE, made);
  }
}
