package org.fxd.graph.core.index;

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
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.node.TreeBuilder;
import org.fxd.testkit.Choices;

/** Edits roots at random: folders, raw and scanned files, and data of all sorts. */
public final class CodeTrees {
  static final List<String> WORDS =
      List.of("a", "b", "size", "name", "file", "lang", "x.java", "y.py", "5", "5.0", "kind", "id");
  private static final List<String> TYPES = List.of("class", "method", "t1", "data");

  private int ids;

  public NodeId id() {
    return NodeId.derived(Hash.ofContent(("tree " + ids++).getBytes(StandardCharsets.UTF_8)));
  }

  /** Some edits. */
  public void edit(Choices choices, NodeBuilder root, int most) {
    for (int left = choices.between(1, most); left > 0; left--) {
      editOnce(choices, root);
    }
  }

  private void editOnce(Choices choices, NodeBuilder root) {
    NodeBuilder at = walk(choices, root, 70);
    List<Entry> entries = new ArrayList<>();
    at.entries().forEach(entries::add);
    int what = choices.below(9);
    if (at.kind().equals(Kind.ROOT) && what > 2) {
      what = 0;
    }
    if (entries.isEmpty() || what < 3) {
      add(choices, at, what);
      return;
    }
    Entry entry = choices.pick(entries);
    switch (what) {
      case 3 -> at.remove(entry.id());
      case 4 -> put(at, entry.withName(name(choices)));
      case 5 -> {
        at.remove(entry.id());
        put(walk(choices, root, 70), entry);
      }
      case 6 -> at.put(new Entry(entry.id(), entry.name(), entry.place(), node(choices, 1)));
      case 7 -> metadata(choices, at.child(entry.id()));
      default -> {
        if (!entry.node().kind().equals(Kind.FILE)) {
          at.child(entry.id()).value(value(choices));
        }
      }
    }
  }

  private static NodeBuilder walk(Choices choices, NodeBuilder root, int percent) {
    NodeBuilder at = root;
    while (choices.chance(percent)) {
      List<Entry> below = new ArrayList<>();
      for (Entry entry : at.entries()) {
        if (entry.node().value().asBlob().isEmpty()) {
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

  private void add(Choices choices, NodeBuilder at, int depth) {
    if (!at.kind().equals(Kind.ROOT) || choices.chance(20)) {
      put(at, new Entry(id(), name(choices), Place.NONE, node(choices, depth)));
    }
  }

  private static void put(NodeBuilder at, Entry entry) {
    if (at.kind().sortedByName()) {
      if (at.entry(entry.name()).isEmpty()) {
        at.put(entry.withPlace(Place.NONE));
      }
    } else {
      at.append(entry.id(), entry.name(), entry.node());
    }
  }

  private Node node(Choices choices, int depth) {
    return switch (choices.below(5)) {
      case 0, 1 -> raw(choices);
      case 2 -> scanned(choices);
      case 3 -> inner(choices, Kind.FOLDER, depth);
      default -> {
        Node data = inner(choices, Kind.DATA, depth);
        yield data.builder().value(value(choices)).build();
      }
    };
  }

  private Node inner(Choices choices, Kind kind, int depth) {
    NodeBuilder node = new TreeBuilder(kind);
    metadata(choices, node);
    for (int left = depth == 0 ? 0 : choices.below(4); left > 0; left--) {
      put(node, new Entry(id(), name(choices), Place.NONE, node(choices, depth - 1)));
    }
    return node.build();
  }

  public static Node raw(String text) {
    return new TreeBuilder(Kind.FILE)
        .value(Value.of(Blob.of(text.getBytes(StandardCharsets.UTF_8))))
        .build();
  }

  private static Node raw(Choices choices) {
    StringBuilder text = new StringBuilder(choices.chance(10) ? "#\n" : "");
    for (int left = choices.below(5); left > 0; left--) {
      text.append(choices.chance(40) ? " " : "").append(choices.pick(WORDS)).append(' ');
      text.append(choices.pick(TYPES)).append(" text\n");
    }
    return raw(text.toString());
  }

  private Node scanned(Choices choices) {
    NodeBuilder file = new TreeBuilder(Kind.FILE).metadata("lang", Value.of("java"));
    file.append(id(), Name.EMPTY, new TreeBuilder(Kind.HEAD).value(Value.of("head")).build());
    for (int left = choices.below(4); left > 0; left--) {
      NodeBuilder snippet = new TreeBuilder(Kind.SNIPPET).value(value(choices));
      metadata(choices, snippet);
      if (choices.chance(30)) {
        snippet.append(id(), name(choices), inner(choices, Kind.SNIPPET, 0));
      }
      file.append(id(), name(choices), snippet.build());
    }
    return file.build();
  }

  static Name name(Choices choices) {
    return Name.of(choices.pick(WORDS));
  }

  private static void metadata(Choices choices, NodeBuilder node) {
    for (int left = choices.below(3); left > 0; left--) {
      switch (choices.below(4)) {
        case 0 -> node.metadata("type", types(choices));
        case 1 -> node.metadata("can", types(choices));
        default -> node.metadata(choices.pick(WORDS), value(choices));
      }
    }
  }

  private static Value types(Choices choices) {
    return switch (choices.below(3)) {
      case 0 -> Value.of(choices.pick(TYPES));
      case 1 -> new Value.Json("[\"" + choices.pick(TYPES) + "\",\"" + choices.pick(TYPES) + "\"]");
      default -> Value.of(choices.pick(TYPES) + " " + choices.pick(TYPES));
    };
  }

  private static Value value(Choices choices) {
    return switch (choices.below(7)) {
      case 0 -> Value.of(5);
      case 1 -> Value.of(true);
      case 2 -> Value.NULL;
      case 3 -> new Value.Json("{\"" + choices.pick(WORDS) + "\":" + choices.below(6) + "}");
      case 4 -> new Value.Json("[5,\"a\"]");
      case 5 -> Value.NONE;
      default -> Value.of(choices.pick(WORDS));
    };
  }

  /** A selector. */
  static String selector(Choices choices, List<NodeId> known, int depth) {
    StringBuilder text = new StringBuilder(compound(choices, known, depth));
    while (choices.chance(30)) {
      String next = choices.pick(List.of(" ", " > ", ", "));
      text.append(next).append(compound(choices, known, depth));
    }
    return text.toString();
  }

  private static String compound(Choices choices, List<NodeId> known, int depth) {
    StringBuilder text = new StringBuilder();
    for (int left = choices.between(1, 2); left > 0; left--) {
      text.append(condition(choices, known, depth));
    }
    return text.toString();
  }

  private static String condition(Choices choices, List<NodeId> known, int depth) {
    String key = choices.pick(List.of("a", "b", "name", "type", "lang", "file", "id", "value"));
    return switch (choices.below(depth > 0 ? 16 : 12)) {
      case 0 -> "." + choices.pick(List.of("snippet", "file", "folder", "data", "class", "t1"));
      case 1 -> "[" + choices.pick(WORDS).replaceAll("^\\d.*", "a") + "]";
      case 2 -> "[name=\"" + choices.pick(WORDS) + "\"]";
      case 3 -> "[lang=" + choices.pick(List.of("java", "py", "a")) + "]";
      case 4 -> "[file=\"" + choices.pick(WORDS) + (choices.chance(50) ? "/a" : "") + "\"]";
      case 5 -> "#" + choices.pick(known).toString().substring(0, choices.between(6, 32));
      case 6 -> "[path=\"code." + choices.pick(List.of("a", "b", "\\\"x.java\\\".a")) + "\"]";
      case 7 -> ":can(" + choices.pick(TYPES) + ")";
      case 8 -> ":root";
      case 9 -> "[type~=" + choices.pick(TYPES) + "]";
      case 10, 11 -> {
        String operator = choices.pick(List.of("=", "=", "=", "!=", "*=", "<", "~=", "^="));
        String flag = choices.chance(15) ? " i" : "";
        yield "[" + key + operator + "\"" + choices.pick(WORDS) + "\"" + flag + "]";
      }
      case 12 -> ":not(" + selector(choices, known, depth - 1) + ")";
      case 13 -> ":is(" + selector(choices, known, depth - 1) + ")";
      case 14 -> ":has(" + selector(choices, known, depth - 1) + ")";
      default -> ":nth-child(odd of " + selector(choices, known, depth - 1) + ")";
    };
  }
}
