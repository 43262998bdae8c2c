package org.fxd.graph.core.select;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.projection.Projector;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.select.Complex.Combinator;
import org.fxd.graph.core.select.Condition.Operator;

/**
 * Answers selectors with sets, from left to right, without any thought of cost: to be compared with
 * the real thing, with which it shares nothing but the syntax tree.
 */
final class SelectOracle {
  /** A node with all it needs to know about where it stands. */
  private static final class Item {
    final Item parent;
    final Entry entry;
    final Node node;
    final List<Item> children = new ArrayList<>();
    NodePath path = NodePath.ROOT;

    Item(Item parent, Entry entry, Node node) {
      this.parent = parent;
      this.entry = entry;
      this.node = node;
    }
  }

  private final Projector projector;
  private final Item root;
  private final Set<Item> all = new LinkedHashSet<>();

  SelectOracle(Node root, Projector projector) {
    this.projector = projector;
    this.root = new Item(null, null, root);
    grow(this.root);
  }

  private void grow(Item at) {
    List<Entry> before = new ArrayList<>();
    for (Entry entry : at.node.entries()) {
      before.add(entry);
      if (entry.node().kind().equals(Kind.HEAD) || entry.node().kind().equals(Kind.GAP)) {
        continue;
      }
      Item item = new Item(at, entry, projected(entry));
      int ordinal =
          (int) before.stream().filter(other -> other.name().equals(entry.name())).count();
      item.path = at.path.child(entry.name(), ordinal);
      at.children.add(item);
      all.add(item);
      grow(item);
    }
  }

  private Node projected(Entry entry) {
    Node node = entry.node();
    return node.kind().equals(projector.kind()) && projector.isProjected(node)
        ? projector.project(entry.id(), entry.name(), node, Cancellation.none())
        : node;
  }

  /** The ids of what is found, in order. */
  List<NodeId> found(SelectorList list) {
    Set<Item> found = below(root, list, false);
    return all.stream().filter(found::contains).map(item -> item.entry.id()).toList();
  }

  private Set<Item> descendants(Item top) {
    Set<Item> found = new LinkedHashSet<>();
    for (Item child : top.children) {
      found.add(child);
      found.addAll(descendants(child));
    }
    return found;
  }

  /** All that a list finds whose leftmost part stands below something, perhaps right below. */
  private Set<Item> below(Item top, SelectorList list, boolean rightBelow) {
    Set<Item> found = new LinkedHashSet<>();
    for (Complex complex : list.any()) {
      Set<Item> now = new LinkedHashSet<>(rightBelow ? top.children : descendants(top));
      for (int i = 0; i < complex.compounds().size(); i++) {
        if (i > 0) {
          Set<Item> next = new LinkedHashSet<>();
          for (Item item : now) {
            boolean child = complex.combinators().get(i - 1) == Combinator.CHILD;
            next.addAll(child ? item.children : descendants(item));
          }
          now = next;
        }
        Compound compound = complex.compounds().get(i);
        now.removeIf(item -> !compound.all().stream().allMatch(c -> meets(item, c)));
      }
      found.addAll(now);
    }
    return found;
  }

  private boolean meets(Item item, Condition condition) {
    if (condition instanceof Condition.Type type) {
      Value types = item.node.metadata("type");
      return item.node.kind().name().equals(type.name())
          || types.equals(Value.of(type.name()))
          || types instanceof Value.Json
              && SelectSamples.ARRAYS
                  .getOrDefault(types.toString(), List.of())
                  .contains(Value.of(type.name()));
    } else if (condition instanceof Condition.Id id) {
      Value marker = item.node.metadata("id");
      return !marker.equals(Value.NONE) && marker.toString().equals(id.id())
          || id.id().length() > 5 && item.entry.id().toString().startsWith(id.id());
    } else if (condition instanceof Condition.Has has) {
      return attribute(item, has.key()).isPresent();
    } else if (condition instanceof Condition.Test test) {
      return compares(attribute(item, test.key()), test);
    } else if (condition instanceof Condition.Can can) {
      Value value = item.node.metadata("can");
      return !value.equals(Value.NONE)
          && compares(
              Optional.of(value), new Condition.Test("can", Operator.WORD, can.word(), false));
    } else if (condition instanceof Condition.Contains contains) {
      Predicate<String> holds =
          contains.ignoreCase()
              ? text -> lower(text).contains(lower(contains.text()))
              : text -> text.contains(contains.text());
      return texts(item.node).stream().anyMatch(holds);
    } else if (condition instanceof Condition.Not not) {
      return !below(root, not.list(), false).contains(item);
    } else if (condition instanceof Condition.Is is) {
      return below(root, is.list(), false).contains(item);
    } else if (condition instanceof Condition.Holds holds) {
      return !below(item, holds.list(), holds.children()).isEmpty();
    } else if (condition instanceof Condition.NthChild nth) {
      return standsNth(item, nth);
    } else if (condition instanceof Condition.LastChild) {
      return item.parent.children.indexOf(item) == item.parent.children.size() - 1;
    } else if (condition instanceof Condition.Root) {
      return item.parent == root;
    } else {
      return condition instanceof Condition.Any || item.children.isEmpty();
    }
  }

  private boolean standsNth(Item item, Condition.NthChild nth) {
    List<Item> counted = new ArrayList<>(item.parent.children);
    nth.of().ifPresent(list -> counted.retainAll(below(root, list, false)));
    int position = counted.indexOf(item) + 1;
    for (int n = 0; position > 0 && n < 1000; n++) {
      if ((long) nth.step() * n + nth.offset() == position) {
        return true;
      }
    }
    return false;
  }

  private Optional<Value> attribute(Item item, String key) {
    Value own = item.node.metadata(key);
    if (!own.equals(Value.NONE)) {
      return Optional.of(own);
    }
    Optional<Item> file = Optional.empty();
    for (Item at = item; at != root && file.isEmpty(); at = at.parent) {
      file = Optional.of(at).filter(found -> found.node.kind().equals(Kind.FILE));
    }
    Value derived =
        switch (key) {
          case "kind", "type" -> Value.of(item.node.kind().toString());
          case "name" -> Value.of(item.entry.name().toString());
          case "id" -> Value.of(item.entry.id().toString());
          case "path" -> Value.of(item.path.toString());
          case "lang" -> file.map(f -> f.node.metadata("lang")).orElse(Value.NONE);
          case "file" -> file.map(SelectOracle::codePath).orElse(Value.NONE);
          case "value" -> item.node.value();
          default -> Value.NONE;
        };
    if (!derived.equals(Value.NONE)) {
      return Optional.of(derived);
    }
    if (item.node.value() instanceof Value.Json json) {
      Value member = SelectSamples.OBJECTS.getOrDefault(json.json(), Map.of()).get(key);
      if (member != null) {
        return Optional.of(member);
      }
    }
    for (Item child : item.children) {
      if (child.entry.name().toString().equals(key)) {
        return Optional.of(child.node.value()).filter(value -> !value.equals(Value.NONE));
      }
    }
    return Optional.empty();
  }

  private static Value codePath(Item file) {
    List<NodePath.Step> steps = file.path.steps();
    List<String> names = steps.stream().map(step -> step.name().toString()).toList();
    return names.size() > 1 && names.get(0).equals("code")
        ? Value.of(String.join("/", names.subList(1, names.size())))
        : Value.NONE;
  }

  private static boolean compares(Optional<Value> there, Condition.Test test) {
    if (there.isEmpty()) {
      return test.operator() == Operator.NOT_EQUAL;
    }
    Value value = there.get();
    String left = test.ignoreCase() ? lower(value.toString()) : value.toString();
    String right = test.ignoreCase() ? lower(test.value()) : test.value();
    Optional<BigDecimal> number = number(test.value());
    boolean equal =
        value instanceof Value.Number own && number.isPresent()
            ? own.number().compareTo(number.get()) == 0
            : left.equals(right);
    Optional<BigDecimal> other =
        value instanceof Value.Number || value instanceof Value.Text
            ? number(value.toString())
            : Optional.empty();
    int order =
        number.isPresent() && other.isPresent()
            ? other.get().compareTo(number.get())
            : Integer.signum(
                Arrays.compareUnsigned(
                    left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8)));
    boolean some = !right.isEmpty();
    return switch (test.operator()) {
      case EQUAL -> equal;
      case NOT_EQUAL -> !equal;
      case CONTAINS -> some && left.contains(right);
      case STARTS -> some && left.startsWith(right);
      case ENDS -> some && left.endsWith(right);
      case WORD -> word(value, left, right, equal, test);
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }

  private static boolean word(
      Value value, String left, String right, boolean equal, Condition.Test test) {
    List<Value> elements = SelectSamples.ARRAYS.get(left);
    if (left.equals("[1]")) {
      elements = List.of(Value.of(1));
    }
    if (value instanceof Value.Json && elements != null && !left.endsWith(",")) {
      Condition.Test same =
          new Condition.Test(test.key(), Operator.EQUAL, test.value(), test.ignoreCase());
      return elements.stream().anyMatch(element -> compares(Optional.of(element), same));
    }
    return equal || !right.isEmpty() && Arrays.asList(left.split("[ \n]+")).contains(right);
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Texts that adjoin, put together; each of the others by itself. */
  private static List<String> texts(Node node) {
    List<ByteArrayOutputStream> pieces = new ArrayList<>();
    pieces.add(new ByteArrayOutputStream());
    collect(node, pieces);
    return pieces.stream().map(piece -> piece.toString(StandardCharsets.UTF_8)).toList();
  }

  private static void collect(Node node, List<ByteArrayOutputStream> pieces) {
    boolean file = node.kind().equals(Kind.FILE);
    if (file) {
      pieces.add(new ByteArrayOutputStream());
    }
    Value value = node.value();
    byte[] bytes =
        value instanceof Value.Text text
            ? text.text().getBytes(StandardCharsets.UTF_8)
            : value instanceof Value.Bytes some
                ? some.bytes()
                : value.asBlob().map(blob -> blob.bytes()).orElse(new byte[0]);
    pieces.get(pieces.size() - 1).writeBytes(bytes);
    for (Entry entry : node.entries()) {
      if (node.kind().sortedByName()) {
        pieces.add(new ByteArrayOutputStream());
      }
      collect(entry.node(), pieces);
    }
    if (file || node.kind().sortedByName()) {
      pieces.add(new ByteArrayOutputStream());
    }
  }
}
