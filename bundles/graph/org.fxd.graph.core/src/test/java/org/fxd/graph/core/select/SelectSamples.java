package org.fxd.graph.core.select;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.select.Complex.Combinator;
import org.fxd.testkit.Choices;

/** Trees and selectors that have something to do with each other. */
final class SelectSamples {
  /** JSON documents, and what their members are. */
  static final Map<String, Map<String, Value>> OBJECTS =
      Map.of(
          "{\"k\":\"v w\",\"order\":5}",
          Map.of("k", Value.of("v w"), "order", Value.of(5)),
          "{\"can\":[1],\"x\":{\"y\":null}}",
          Map.of("can", new Value.Json("[1]"), "x", new Value.Json("{\"y\":null}")),
          "{broken",
          Map.of());

  static final Map<String, List<Value>> ARRAYS =
      Map.of(
          "[\"user\",\"v w\"]",
          List.of(Value.of("user"), Value.of("v w")),
          "[\"method\",5,null]",
          List.of(Value.of("method"), Value.of(5), Value.NULL),
          "[\"a\",",
          List.of());

  private static final List<String> TYPES =
      List.of("snippet", "folder", "file", "data", "method", "class", "gap");
  private static final List<String> KEYS =
      List.of("k", "order", "x", "type", "name", "kind", "lang", "file", "value", "id", "path");
  private static final List<String> TEXTS =
      List.of("a", "v w", "5", "5.0", "10", "V", "", "user", "code", "code.a", "a/b", "é", "lines");
  private static final List<String> NAMES = List.of("a", "b", "code", "k", "x", "a.b", "é");

  private final Choices choices;
  private final List<String> ids = new ArrayList<>();
  private int nodes;

  SelectSamples(Choices choices) {
    this.choices = choices;
  }

  /** A root with folders, files of both forms, data and snippets. */
  Node tree() {
    NodeBuilder root = Trees.NODES.builder(Kind.ROOT);
    fill(root, choices.between(1, 4), 0);
    return root.build();
  }

  private void fill(NodeBuilder into, int count, int depth) {
    for (int i = 0; i < count; i++) {
      Name name = Name.of(choices.pick(NAMES));
      if (into.kind().sortedByName() && into.entry(name).isPresent()) {
        continue;
      }
      NodeId id = NodeId.derived(Hash.ofContent(new byte[] {(byte) (nodes >> 8), (byte) nodes++}));
      ids.add(id.toString());
      into.append(id, name, node(into.kind(), depth));
    }
  }

  private Node node(Kind parent, int depth) {
    List<Kind> kinds =
        parent.equals(Kind.FILE) || parent.equals(Kind.SNIPPET)
            ? List.of(Kind.SNIPPET, Kind.HEAD, Kind.GAP)
            : List.of(Kind.DATA, Kind.FOLDER, Kind.FILE, Kind.SNIPPET, Kind.FILE);
    NodeBuilder node = Trees.NODES.builder(choices.pick(kinds));
    for (int left = choices.below(3); left > 0; left--) {
      node.metadata(choices.pick(List.of("k", "order", "type", "id", "can", "x")), value());
    }
    boolean raw = node.kind().equals(Kind.FILE) && choices.chance(60);
    if (raw) {
      node.value(Value.of(Blob.of(lines().getBytes(StandardCharsets.UTF_8))));
    } else if (!node.kind().equals(Kind.FILE)) {
      node.value(choices.chance(50) ? Value.of(choices.pick(TEXTS) + "\n") : value());
    }
    if (!raw && depth < 4) {
      fill(node, choices.below(4), depth + 1);
    }
    return node.build();
  }

  private String lines() {
    StringBuilder text = new StringBuilder();
    for (int left = choices.below(4); left > 0; left--) {
      text.append(choices.pick(List.of("a v\n", "b wo\n", " k in\n", " - é\n", " o\n", "5\n")));
    }
    return text.toString();
  }

  private Value value() {
    return switch (choices.below(7)) {
      case 1 -> Value.of(choices.below(12));
      case 2 -> new Value.Json(choices.pick(List.copyOf(new TreeSet<>(OBJECTS.keySet()))));
      case 3 -> new Value.Json(choices.pick(List.copyOf(new TreeSet<>(ARRAYS.keySet()))));
      case 4 -> Value.NULL;
      case 5 -> Value.of(choices.pick(List.of("method", "class", "user admin")));
      case 6 -> Value.of(choices.pick(TEXTS).getBytes(StandardCharsets.UTF_8));
      default -> Value.of(choices.pick(TEXTS));
    };
  }

  /** A selector, written or not. */
  SelectorList selector(int depth) {
    List<Complex> any = new ArrayList<>();
    for (int left = choices.chance(20) ? 2 : 1; left > 0; left--) {
      List<Compound> compounds = new ArrayList<>();
      List<Combinator> combinators = new ArrayList<>();
      compounds.add(compound(depth));
      while (choices.chance(25)) {
        combinators.add(choices.pick(List.of(Combinator.DESCENDANT, Combinator.CHILD)));
        compounds.add(compound(depth));
      }
      any.add(new Complex(compounds, combinators));
    }
    return new SelectorList(any);
  }

  private Compound compound(int depth) {
    List<Condition> all = new ArrayList<>();
    if (choices.chance(30)) {
      all.add(new Condition.Any());
    }
    while (all.isEmpty() || choices.chance(25)) {
      all.add(condition(depth));
    }
    return new Compound(all);
  }

  private Condition condition(int depth) {
    int most = depth > 0 ? 14 : 9;
    return switch (choices.below(most)) {
      case 1 -> new Condition.Id(id());
      case 2 -> new Condition.Has(choices.pick(KEYS));
      case 3, 4 ->
          new Condition.Test(
              choices.pick(KEYS),
              choices.pick(List.of(Condition.Operator.values())),
              choices.pick(TEXTS),
              choices.chance(30));
      case 5 -> new Condition.Can(choices.pick(List.of("user", "1", "5", "v w")));
      case 6 -> new Condition.Contains(choices.pick(CONTAINED), choices.chance(30));
      case 7 ->
          choices.pick(
              List.of(new Condition.LastChild(), new Condition.Root(), new Condition.Empty()));
      case 8 -> nth(Optional.empty());
      case 9 -> nth(Optional.of(selector(depth - 1)));
      case 10 -> new Condition.Not(selector(depth - 1));
      case 11 -> new Condition.Is(selector(depth - 1));
      case 12 -> new Condition.Holds(selector(depth - 1), false);
      case 13 -> new Condition.Holds(selector(depth - 1), true);
      default -> new Condition.Type(choices.pick(TYPES));
    };
  }

  private static final List<String> CONTAINED =
      List.of("a", "v\n", "\n", "o\n k", "É", "w", "v w\nv w\n", "a v\na v\nb", "5\n5");

  private Condition nth(Optional<SelectorList> of) {
    return new Condition.NthChild(choices.between(-2, 3), choices.between(-2, 4), of);
  }

  private String id() {
    return ids.isEmpty() || choices.chance(30)
        ? choices.pick(TEXTS.subList(0, 6))
        : choices.pick(ids).substring(0, choices.pick(List.of(32, 16, 6, 5, 20)));
  }
}
