package org.fxd.testkit;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

/**
 * Makes trees and edits them: folders, groups of ordered things, leaves with values and metadata of
 * every type. Ids follow from the choices, so a run can be played again.
 */
public final class NodeGenerator {
  private static final Kind GROUP = new Kind("group");
  private static final Kind NOTE = new Kind("note");

  private final Nodes nodes;
  private int ids;

  /** A generator of nodes made by that service. */
  public NodeGenerator(Nodes nodes) {
    this.nodes = nodes;
  }

  /** A tree of about so many nodes, its root a folder. */
  public Node tree(Choices choices, int size) {
    NodeBuilder root = nodes.builder(Kind.FOLDER);
    fill(choices, root, choices.below(size + 1));
    return root.build();
  }

  private void fill(Choices choices, NodeBuilder into, int size) {
    int left = size;
    while (left > 0) {
      if (choices.chance(25)) {
        int inside = choices.below(left);
        NodeBuilder inner = nodes.builder(choices.pick(List.of(Kind.FOLDER, GROUP)));
        fill(choices, inner, inside);
        add(choices, into, inner.build());
        left -= inside + 1;
      } else {
        add(choices, into, leaf(choices));
        left--;
      }
    }
  }

  /** A leaf with any value. */
  public Node leaf(Choices choices) {
    NodeBuilder leaf = nodes.builder(NOTE).value(value(choices));
    if (choices.chance(30)) {
      leaf.metadata("key-" + choices.text(3), value(choices));
    }
    return leaf.build();
  }

  /** Any value, of any type. */
  public static Value value(Choices choices) {
    return switch (choices.below(11)) {
      case 1 -> Value.of(choices.number());
      case 2 -> new Value.Number(new BigDecimal(choices.number()).movePointLeft(choices.below(30)));
      case 3 -> Value.of(choices.chance(50));
      case 4 -> Value.of(choices.bytes(40));
      case 5 -> new Value.Json("{\"a\":" + choices.below(100) + "}");
      case 6 -> new Value.Reference(new NodeId(choices.number(), choices.number()));
      case 7 -> Value.of(Hash.ofContent(choices.bytes(8)));
      case 8 -> Value.of(Blob.of(choices.bytes(60)));
      case 9 -> Value.NONE;
      case 10 -> Value.NULL;
      default -> Value.of(choices.text(12));
    };
  }

  /** A name: mostly short, so that names clash now and then. */
  public static Name name(Choices choices) {
    return choices.chance(5)
        ? Name.ofBytes(choices.bytes(6))
        : Name.of("n" + choices.below(40) + (choices.chance(10) ? choices.text(4) : ""));
  }

  /** An id that no other call of this generator gives. */
  public NodeId id() {
    return NodeId.derived(Hash.ofContent(("generated " + ids++).getBytes(StandardCharsets.UTF_8)));
  }

  /** A tree with some edits done: adding, removing, renaming, moving, setting. */
  public Node edited(Choices choices, Node tree, int edits) {
    NodeBuilder root = tree.builder();
    for (int left = choices.below(edits + 1); left > 0; left--) {
      edit(choices, root);
    }
    return root.build();
  }

  private void edit(Choices choices, NodeBuilder root) {
    NodeBuilder at = walk(choices, root, 60);
    List<Entry> entries = new ArrayList<>();
    at.entries().forEach(entries::add);
    int what = choices.below(7);
    if (entries.isEmpty() || what == 0) {
      if (at.kind().equals(NOTE)) {
        at.value(value(choices));
      } else {
        add(choices, at, choices.chance(80) ? leaf(choices) : tree(choices, 4));
      }
      return;
    }
    Entry entry = choices.pick(entries);
    switch (what) {
      case 1 -> at.remove(entry.id());
      case 2 -> {
        Name name = name(choices);
        if (free(at, name)) {
          at.put(entry.withName(name));
        }
      }
      case 3 -> {
        at.remove(entry.id());
        NodeBuilder target = walk(choices, root, 50);
        boolean container = !target.kind().equals(NOTE);
        NodeBuilder into = container && free(target, entry.name()) ? target : at;
        into.put(entry.withPlace(place(choices, into)));
      }
      case 4 -> at.put(entry.withPlace(place(choices, at)));
      default -> {
        NodeBuilder child = at.child(entry.id());
        if (choices.chance(50)) {
          child.metadata("m" + choices.below(3), value(choices));
        } else {
          child.value(value(choices));
        }
      }
    }
  }

  /** The builder of some node: the root's, or further down. */
  private static NodeBuilder walk(Choices choices, NodeBuilder root, int percent) {
    NodeBuilder at = root;
    while (choices.chance(percent)) {
      List<Entry> below = new ArrayList<>();
      for (Entry entry : at.entries()) {
        if (!entry.node().kind().equals(NOTE)) {
          below.add(entry);
        }
      }
      if (below.isEmpty()) {
        return at;
      }
      at = at.child(choices.pick(below).id());
    }
    return at;
  }

  private void add(Choices choices, NodeBuilder into, Node node) {
    Name name = name(choices);
    if (free(into, name)) {
      into.put(new Entry(id(), name, place(choices, into), node));
    }
  }

  private static boolean free(NodeBuilder at, Name name) {
    return !at.kind().sortedByName() || at.entry(name).isEmpty();
  }

  private static Place place(Choices choices, NodeBuilder at) {
    return at.kind().sortedByName()
        ? Place.NONE
        : Place.ofBytes(new byte[] {(byte) choices.below(256), (byte) choices.between(1, 255)});
  }
}
