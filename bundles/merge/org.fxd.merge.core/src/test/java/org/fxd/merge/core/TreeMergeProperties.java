package org.fxd.merge.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import org.fxd.graph.core.GraphNodes;
import org.fxd.merge.api.Conflict;
import org.fxd.source.api.FileMeta;
import org.fxd.source.core.SnippetSources;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** The laws of merging roots, of which any may hold conflicts. */
class TreeMergeProperties {
  private static final Name CODE = Name.of("code");
  private static final List<String> NAMES = List.of("a.py", "b.py", "c.txt", "d");

  private final GraphNodes nodes = new GraphNodes();
  private final SnippetSources sources = MergeFixture.sources(nodes);
  private final TreeMerge merge = new TreeMerge(nodes, sources, new Ladder(List::of));

  private Node start() {
    NodeBuilder root = nodes.builder(Kind.ROOT);
    root.put(new Entry(id("code"), CODE, Place.NONE, nodes.builder(Kind.FOLDER).build()));
    return root.build();
  }

  private static NodeId id(String seed) {
    return NodeId.derived(Hash.ofContent(seed.getBytes(StandardCharsets.UTF_8)));
  }

  private Node raw(String text) {
    Blob blob = Blob.of(text.getBytes(StandardCharsets.UTF_8));
    return nodes
        .builder(Kind.FILE)
        .value(Value.of(blob))
        .metadata(FileMeta.CONTENT, Value.of(blob.hash().bytes()))
        .metadata(FileMeta.SIZE, Value.of(blob.size()))
        .build();
  }

  private static String text(Choices choices) {
    StringBuilder text = new StringBuilder();
    for (int left = choices.below(4); left > 0; left--) {
      text.append("def f").append(choices.below(4)).append("():\n  return ");
      text.append(choices.below(3)).append("\n\n\n");
    }
    return text.append("end ").append(choices.below(3)).append('\n').toString();
  }

  private Node edited(Choices choices, Node from) {
    NodeBuilder root = from.builder();
    NodeBuilder code = root.child(CODE);
    for (int left = choices.between(1, 3); left > 0; left--) {
      Name name = Name.of(choices.pick(NAMES));
      Entry entry = code.entry(name).orElse(null);
      switch (choices.below(5)) {
        case 0 -> code.remove(name);
        case 1 -> {
          Name other = Name.of(choices.pick(NAMES));
          if (entry != null && code.entry(other).isEmpty()) {
            code.put(entry.withName(other));
          }
        }
        default -> {
          NodeId id = entry == null ? id(name + " " + choices.below(3)) : entry.id();
          if (code.entry(id).isEmpty() || entry != null) {
            code.put(new Entry(id, name, Place.NONE, raw(text(choices))));
          }
        }
      }
    }
    return root.build();
  }

  private Node any(Choices choices) {
    Node first = edited(choices, start());
    List<Node> trees = new ArrayList<>(List.of(first, edited(choices, first)));
    for (int left = choices.between(2, 8); left > 0; left--) {
      Node from = choices.pick(trees);
      trees.add(
          choices.chance(50)
              ? edited(choices, from)
              : merge.merge(choices.pick(trees), from, choices.pick(trees)).root());
    }
    return trees.get(trees.size() - 1);
  }

  private static List<Conflict> conflicts(Node root) {
    return Listing.all(ConflictBook.of(root), new Spots(ConflictBook.without(root)));
  }

  @Test
  void oneSideAloneIsTakenAsItIs() {
    Property.seeded(1)
        .runs(100)
        .check(
            choices -> {
              Node base = any(choices);
              Node x = edited(choices, base);
              assertEquals(x, merge.merge(base, x, base).root());
              assertEquals(x, merge.merge(base, base, x).root());
              assertEquals(x, merge.merge(base, x, x).root());
            });
  }

  @Test
  void anyRootsCanBeMergedHoweverOften() {
    int[] met = new int[1];
    Property.seeded(2)
        .runs(900)
        .check(
            choices -> {
              Node root = any(choices);
              met[0] += conflicts(root).size();
              Set<NodeId> seen = new HashSet<>();
              sound(root, seen);
            });
    assertTrue(met[0] > 50, met[0] + " conflicts were met");
  }

  private void sound(Node node, Set<NodeId> seen) {
    for (Entry entry : node.entries()) {
      assertTrue(seen.add(entry.id()), () -> entry.id() + " stands twice");
      Node file = entry.node();
      if (file.kind().equals(Kind.FILE)) {
        byte[] text = sources.render(file);
        assertEquals(
            Value.of(Hash.ofContent(text).bytes()),
            file.metadata(FileMeta.CONTENT),
            () ->
                entry.name()
                    + (file.value().asBlob().isPresent() ? " raw " : " scanned ")
                    + new String(text, StandardCharsets.UTF_8));
      }
      sound(file, seen);
    }
  }

  /** Exchanging the sides finds the same conflicts, with the sides exchanged. */
  @Test
  void theSidesMayBeExchanged() {
    Property.seeded(3)
        .runs(200)
        .check(
            choices -> {
              Node base = edited(choices, start());
              Node x = edited(choices, base);
              Node y = edited(choices, base);
              assertEquals(
                  brief(merge.merge(base, x, y).root()), brief(merge.merge(base, y, x).root()));
            });
  }

  private static List<String> brief(Node root) {
    return conflicts(root).stream()
        .filter(conflict -> conflict.sort() != Conflict.Sort.NAME)
        .map(it -> it.id() + " " + it.sort() + it.key() + sorted(it.adds()) + sorted(it.removes()))
        .sorted()
        .toList();
  }

  private static List<String> sorted(List<Value> values) {
    return values.stream().map(Value::toString).sorted().toList();
  }

  /** Who resolved all that is in conflict is not asked again by a merge with the other side. */
  @Test
  void whatIsResolvedStaysResolved() {
    Property.seeded(4)
        .runs(200)
        .check(
            choices -> {
              Node base = edited(choices, start());
              Node x = edited(choices, base);
              Node y = edited(choices, base);
              Node conflicted = merge.merge(base, x, y).root();
              Node resolved = edited(choices, ConflictBook.without(conflicted));
              assertEquals(resolved, merge.merge(conflicted, resolved, conflicted).root());
            });
  }

  /**
   * Where nothing contradicts, three sides may come together in any order: the same files come of
   * it, with the same lines. What several put in at one spot stands in the order of the merges.
   */
  @Test
  void whatDoesNotContradictComesTogetherInAnyOrder() {
    int[] clean = new int[1];
    Property.seeded(5)
        .runs(600)
        .check(
            choices -> {
              Node base = edited(choices, start());
              Node x = edited(choices, base);
              Node y = edited(choices, base);
              Node z = edited(choices, base);
              List<Node> orders =
                  List.of(
                      together(base, x, y, z),
                      together(base, x, z, y),
                      together(base, y, x, z),
                      together(base, y, z, x),
                      together(base, z, x, y),
                      together(base, z, y, x));
              if (orders.stream().anyMatch(it -> !conflicts(it).isEmpty())) {
                return;
              }
              clean[0]++;
              orders.forEach(it -> assertEquals(files(orders.get(0)), files(it)));
            });
    assertTrue(clean[0] > 50, clean[0] + " were without a conflict");
  }

  private Node together(Node base, Node first, Node second, Node third) {
    return merge.merge(base, merge.merge(base, first, second).root(), third).root();
  }

  /** What a merge gives has no conflicts but such as live: merging it on starts from the truth. */
  @Test
  void whatMergesGiveIsTidy() {
    DeadConflicts dead = new DeadConflicts(nodes);
    Property.seeded(6)
        .runs(400)
        .check(
            choices -> {
              Node merged = merge.merge(any(choices), any(choices), any(choices)).root();
              assertEquals(merged, dead.tidy(merged));
            });
  }

  private Map<String, List<String>> files(Node root) {
    Map<String, List<String>> files = new TreeMap<>();
    for (Entry entry : root.child(CODE).entries()) {
      String text = new String(sources.render(entry.node()), StandardCharsets.UTF_8);
      files.put(entry.name() + " " + entry.id(), text.lines().sorted().toList());
    }
    return files;
  }
}
