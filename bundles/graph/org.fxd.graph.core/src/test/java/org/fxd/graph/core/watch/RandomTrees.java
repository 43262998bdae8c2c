package org.fxd.graph.core.watch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.GraphNodes;
import org.fxd.testkit.Choices;

/** Small trees with few kinds, names and values, so that selectors find much and edits matter. */
public final class RandomTrees {
  private static final List<Kind> KINDS =
      List.of(Kind.DATA, new Kind("item"), Kind.SNIPPET, Kind.FOLDER, Kind.GAP);
  private static final List<String> SIMPLE =
      List.of(
          "*",
          ".data",
          ".item",
          ".snippet",
          ".folder",
          "[a]",
          "[a=1]",
          "[a!=1]",
          "[value=2]",
          "[n1]",
          "[n2=1]",
          "[name=n1]",
          "[path*=n2]",
          ":first-child",
          ":last-child",
          ":nth-child(2n+1)",
          ":nth-child(2 of .item)",
          ":root",
          ":empty",
          ":contains(\"1\")",
          ":has(.item)",
          ":has(> [a=1])",
          ":has(.data .item)",
          ":not(.data .item)",
          ":is(.folder > .data, .snippet)");

  private final GraphNodes nodes = new GraphNodes();
  private int ids;

  /** Any selector. */
  public static String selector(Choices choices) {
    StringBuilder text = new StringBuilder(compound(choices));
    for (int left = choices.below(3); left > 0; left--) {
      text.append(choices.pick(List.of(" ", " > ", ", "))).append(compound(choices));
    }
    return switch (choices.below(6)) {
      case 1 -> ":not(" + text + ")";
      case 2 -> ".data:is(" + text + ")";
      case 3 -> ":has(" + text + ")";
      default -> text.toString();
    };
  }

  private static String compound(Choices choices) {
    String first = choices.pick(SIMPLE);
    if (!choices.chance(40)) {
      return first;
    }
    String second = choices.pick(SIMPLE);
    boolean named = second.startsWith("*") || second.startsWith(".");
    return named && first.startsWith("*")
        ? second
        : first + (named ? ":is(" + second + ")" : second);
  }

  /** A root of about so many nodes. */
  public Node root(Choices choices, int size) {
    NodeBuilder root = nodes.builder(Kind.ROOT);
    root.childOrNew(Name.of("code"), Kind.FOLDER);
    Node tree = root.build();
    return edited(choices, tree, size, true);
  }

  /** A root with some edits done. */
  public Node edited(Choices choices, Node root, int edits) {
    return edited(choices, root, edits, false);
  }

  private Node edited(Choices choices, Node root, int edits, boolean growing) {
    NodeBuilder builder = root.builder();
    for (int left = growing ? edits : choices.below(edits + 1); left > 0; left--) {
      edit(choices, builder, growing ? 0 : choices.below(6));
    }
    return builder.build();
  }

  private void edit(Choices choices, NodeBuilder root, int what) {
    NodeBuilder at = walk(choices, root);
    List<Entry> entries = new ArrayList<>();
    at.entries().forEach(entries::add);
    if (what == 0 || entries.isEmpty()) {
      Node node = nodes.builder(choices.pick(KINDS)).value(value(choices)).build();
      put(choices, at, new Entry(id(), name(choices), Place.NONE, node));
      return;
    }
    Entry entry = choices.pick(entries);
    switch (what) {
      case 1 -> at.remove(entry.id());
      case 2 -> {
        Name name = name(choices);
        if (!at.kind().sortedByName() || at.entry(name).isEmpty()) {
          at.put(entry.withName(name));
        }
      }
      case 3 -> {
        NodeBuilder child = at.child(entry.id());
        if (choices.chance(50)) {
          child.value(value(choices));
        } else {
          child.metadata("a", value(choices));
        }
      }
      case 4 -> {
        if (!at.kind().sortedByName()) {
          put(choices, at, entry);
        }
      }
      default -> {
        at.remove(entry.id());
        NodeBuilder into = walk(choices, root);
        if (into.kind().sortedByName() && into.entry(entry.name()).isPresent()) {
          put(choices, at, entry);
        } else {
          put(choices, into, entry);
        }
      }
    }
  }

  private static NodeBuilder walk(Choices choices, NodeBuilder root) {
    NodeBuilder at = root;
    while (choices.chance(70)) {
      List<Entry> below = new ArrayList<>();
      at.entries().forEach(below::add);
      below.removeIf(entry -> entry.node().kind().equals(Kind.GAP));
      if (below.isEmpty()) {
        return at;
      }
      at = at.child(choices.pick(below).id());
    }
    return at;
  }

  private static void put(Choices choices, NodeBuilder at, Entry entry) {
    if (at.kind().sortedByName()) {
      if (at.entry(entry.name()).isEmpty()) {
        at.put(entry.withPlace(Place.NONE));
      }
    } else {
      at.put(entry.withPlace(Place.ofBytes(new byte[] {(byte) choices.between(1, 255)})));
    }
  }

  private static Name name(Choices choices) {
    return Name.of("n" + choices.below(5));
  }

  private static Value value(Choices choices) {
    return choices.pick(List.of(Value.NONE, Value.of(1), Value.of("1"), Value.of(2)));
  }

  private NodeId id() {
    return NodeId.derived(Hash.ofContent(("id " + ids++).getBytes(StandardCharsets.UTF_8)));
  }
}
