package org.fxd.graph.core.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.group.Members;
import org.fxd.graph.api.group.MembersDiff;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.core.GraphNodes;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

class ListedMembersTest {
  private final NodeBuilder folder = new GraphNodes().builder(Kind.FOLDER);

  private ListedMembersTest add(String name, Kind kind, Object... metadata) {
    NodeBuilder node = folder.childOrNew(Name.of(name), kind);
    for (int i = 0; i < metadata.length; i += 2) {
      Object value = metadata[i + 1];
      node.metadata(
          (String) metadata[i],
          value instanceof BigDecimal number ? new Value.Number(number) : Value.of((String) value));
    }
    return this;
  }

  private static Members members(Node root) {
    return new ListedMembers(
        root,
        (match, key) -> match.node().metadata(key),
        () -> {
          List<Match> list = new ArrayList<>();
          root.entries().forEach(entry -> list.add(Match.below(root, entry)));
          return list;
        });
  }

  private Members members() {
    return members(folder.build());
  }

  private static String names(List<Match> list) {
    return String.join("", list.stream().map(match -> match.name().toString()).toList());
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  @Test
  void numbersAreExact() {
    add("a", Kind.DATA, "n", number("0.1")).add("b", Kind.DATA, "n", number("0.2"));
    add("c", Kind.DATA, "n", "7").add("d", Kind.DATA);
    add("e", Kind.DATA, "n", number("1e40"));
    Members members = members();
    assertEquals(
        0, number("10000000000000000000000000000000000000000.3").compareTo(members.sum("n")));
    assertEquals(Optional.of(number("0.1")), members.min("n"));
    assertEquals(0, number("1e40").compareTo(members.max("n").orElseThrow()));
    assertEquals("0.1,0.2,7,10000000000000000000000000000000000000000", members.concat("n", ","));
    assertEquals(4, members.values("n").size());
    assertEquals(BigDecimal.ZERO, members.sum("nothing"));
    assertTrue(members.average("nothing").isEmpty());
    assertEquals(
        number("0.15"),
        members.where(match -> !match.name().toString().equals("e")).average("n").orElseThrow());
  }

  @Test
  void aMeanHas34Digits() {
    add("a", Kind.DATA, "n", number("1")).add("b", Kind.DATA, "n", number("0"));
    add("c", Kind.DATA, "n", number("0"));
    assertEquals(number("0." + "3".repeat(34)), members().average("n").orElseThrow());
  }

  @Test
  void sortingIsStable() {
    add("a", Kind.DATA).add("b", Kind.DATA, "order", number("2"));
    add("c", Kind.DATA, "order", number("1.0")).add("d", Kind.DATA, "order", "0");
    add("e", Kind.DATA, "order", number("1"));
    assertEquals("cebad", names(members().sortByOrder().list()));
  }

  @Test
  void someMayBePutFirst() {
    add("a", Kind.DATA).add("b", Kind.DATA).add("c", Kind.DATA).add("d", Kind.DATA);
    Members members = members();
    NodeId b = members.list().get(1).id();
    NodeId d = members.list().get(3).id();
    NodeId stranger = new NodeId(9, 9);
    assertEquals("dbac", names(members.reorder(List.of(d, stranger, b, d)).list()));
    assertEquals(List.of(d, b), members.reorder(List.of(d, b)).frozen().members().subList(0, 2));
  }

  @Test
  void partsComeInTheOrderOfTheirFirst() {
    add("a", Kind.SNIPPET, "file", "y", "lang", "java").add("b", Kind.DATA, "file", "x");
    add("c", Kind.SNIPPET, "file", "y").add("d", Kind.DATA);
    Map<String, Members> byFile = members().byFile();
    assertEquals(List.of("y", "x", ""), List.copyOf(byFile.keySet()));
    assertEquals("ac", names(byFile.get("y").list()));
    assertEquals(List.of("java", ""), List.copyOf(members().byLang().keySet()));
    assertEquals("ac", names(members().listSnippets()));
  }

  @Test
  void aDifferenceMovesAsFewAsCanBe() {
    Property.seeded(7)
        .check(
            choices -> {
              int size = choices.below(9);
              List<Integer> order = new ArrayList<>();
              for (int i = 0; i < size; i++) {
                order.add(choices.below(order.size() + 1), i);
              }
              NodeBuilder root = new GraphNodes().builder(Kind.FOLDER);
              IntStream.range(0, size).forEach(i -> root.childOrNew(Name.of("" + i), Kind.DATA));
              Members before = members(root.build());
              List<NodeId> ids = before.list().stream().map(Match::id).toList();
              MembersDiff diff =
                  MembersComparison.of(
                      before, before.reorder(order.stream().map(ids::get).toList()));
              List<NodeId> rest = new ArrayList<>(order.stream().map(ids::get).toList());
              diff.moved().forEach(moved -> rest.remove(moved.id()));
              assertEquals(
                  rest.stream().sorted((a, b) -> ids.indexOf(a) - ids.indexOf(b)).toList(), rest);
              assertEquals(longest(order), rest.size());
              assertTrue(
                  diff.come().isEmpty() && diff.gone().isEmpty() && diff.changed().isEmpty());
            });
  }

  /** By trying all. */
  private static int longest(List<Integer> order) {
    int best = 0;
    for (int set = 0; set < 1 << order.size(); set++) {
      int last = -1;
      int count = 0;
      for (int i = 0; i < order.size() && count >= 0; i++) {
        if ((set >> i & 1) == 1) {
          count = order.get(i) > last ? count + 1 : -1;
          last = order.get(i);
        }
      }
      best = Math.max(best, count);
    }
    return best;
  }

  @Test
  void aDifferenceTellsWhatCameAndWent() {
    Members before = add("a", Kind.DATA).add("b", Kind.DATA).add("c", Kind.DATA).members();
    folder.remove(Name.of("a"));
    folder.child(Name.of("b")).value(Value.of("new"));
    Members after = add("d", Kind.DATA).members();
    MembersDiff diff = MembersComparison.of(before, after);
    assertEquals("a", names(diff.gone()));
    assertEquals("d", names(diff.come()));
    assertEquals("b", names(diff.changed()));
    assertEquals("", names(diff.moved()));
    assertTrue(MembersComparison.of(after, after).isEmpty());
    assertEquals(
        List.of(), Stream.of(before.root()).filter(root -> root.equals(after.root())).toList());
    assertEquals(
        "b",
        after.list().stream()
            .filter(diff.changed()::contains)
            .findFirst()
            .map(Match::entry)
            .map(Entry::name)
            .orElseThrow()
            .toString());
  }
}
