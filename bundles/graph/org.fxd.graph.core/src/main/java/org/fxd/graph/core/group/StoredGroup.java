package org.fxd.graph.core.group;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.group.Groups;
import org.fxd.graph.core.delta.LongestRun;
import org.fxd.graph.core.node.TreeBuilder;

/**
 * A group as a node: each line of its lists an entry, ordered by place, named by nobody.
 *
 * <p>Whatever else such a node holds is left alone, and what does not make sense (a member without
 * a reference, a time below zero) is read as if it were not there: the node may come from a newer
 * version, or from a merge.
 */
final class StoredGroup {
  /** The kind of the node. */
  static final Kind GROUP = new Kind(Groups.KIND);

  static final Kind MEMBER = new Kind("member");
  static final Kind INCLUDE = new Kind("include");
  static final Kind EXCLUDE = new Kind("exclude");
  static final String REACTIVE = "reactive";
  static final String DEBOUNCE = "debounce";

  /** From here on, all places are made anew; far below what a place may have at most. */
  private static final int LONG_PLACE = 64;

  /** What one entry says. */
  private record Line(Kind kind, Value value) {}

  private StoredGroup() {}

  /** Reads a group. */
  static Group read(Node node) {
    Set<NodeId> members = new LinkedHashSet<>();
    Set<String> includes = new LinkedHashSet<>();
    Set<String> excludes = new LinkedHashSet<>();
    for (Entry entry : node.entries()) {
      Kind kind = entry.node().kind();
      Value value = entry.node().value();
      if (kind.equals(MEMBER)) {
        value.asReference().ifPresent(members::add);
      } else if (kind.equals(INCLUDE)) {
        value.asText().ifPresent(includes::add);
      } else if (kind.equals(EXCLUDE)) {
        value.asText().ifPresent(excludes::add);
      }
    }
    return new Group(
        List.copyOf(members),
        List.copyOf(includes),
        List.copyOf(excludes),
        node.metadata(REACTIVE).equals(Value.of(true)),
        node.metadata(DEBOUNCE)
            .asNumber()
            .map(millis -> Duration.ofMillis(Math.max(0, millis.longValue())))
            .orElse(Duration.ZERO));
  }

  /** Writes what differs. */
  static void write(NodeBuilder node, Group group) {
    writeLines(node, lines(group));
    node.metadata(REACTIVE, group.reactive() ? Value.of(true) : Value.NONE);
    node.metadata(
        DEBOUNCE, group.debounce().isZero() ? Value.NONE : Value.of(group.debounce().toMillis()));
  }

  private static List<Line> lines(Group group) {
    Set<Line> lines = new LinkedHashSet<>();
    group.members().forEach(id -> lines.add(new Line(MEMBER, new Value.Reference(id))));
    group.includes().forEach(text -> lines.add(new Line(INCLUDE, Value.of(text))));
    group.excludes().forEach(text -> lines.add(new Line(EXCLUDE, Value.of(text))));
    return List.copyOf(lines);
  }

  private static void writeLines(NodeBuilder node, List<Line> wanted) {
    Map<Line, Integer> order = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      order.put(wanted.get(i), i);
    }
    Entry[] found = new Entry[wanted.size()];
    List<Entry> there = new ArrayList<>();
    List<NodeId> gone = new ArrayList<>();
    for (Entry entry : node.entries()) {
      Kind kind = entry.node().kind();
      if (kind.equals(MEMBER) || kind.equals(INCLUDE) || kind.equals(EXCLUDE)) {
        Integer at = order.get(new Line(kind, entry.node().value()));
        if (at == null || found[at] != null) {
          gone.add(entry.id());
        } else {
          found[at] = entry;
          there.add(entry);
        }
      }
    }
    gone.forEach(node::remove);
    BitSet staying = staying(there, order);
    for (int from = 0; from < wanted.size(); ) {
      int to = staying.get(from) ? from : staying.nextSetBit(from);
      int end = to < 0 ? wanted.size() : to;
      Place low = from == 0 ? Place.NONE : found[from - 1].place();
      Place high = to < 0 ? Place.NONE : found[to].place();
      List<Place> places = new ArrayList<>();
      PlacesBetween.fill(low, high, end - from, places);
      for (int i = from; i < end; i++) {
        found[i] = placed(found[i], wanted.get(i), places.get(i - from));
        node.put(found[i]);
      }
      from = end + 1;
    }
  }

  private static Entry placed(Entry entry, Line line, Place place) {
    return entry != null
        ? entry.withPlace(place)
        : new Entry(
            NodeId.random(),
            Name.EMPTY,
            place,
            new TreeBuilder(line.kind()).value(line.value()).build());
  }

  /** Which of the wanted lines keep their places: as many as can, with room between them. */
  private static BitSet staying(List<Entry> there, Map<Line, Integer> order) {
    int[] wanted = new int[there.size()];
    for (int i = 0; i < wanted.length; i++) {
      Node node = there.get(i).node();
      wanted[i] = order.get(new Line(node.kind(), node.value()));
    }
    BitSet staying = new BitSet();
    if (there.stream().anyMatch(entry -> !fits(entry.place()))) {
      return staying;
    }
    int last = -1;
    for (int i : LongestRun.of(wanted).stream().toArray()) {
      // Two who put a line at the same place at once gave both the same one: nothing fits between.
      boolean room =
          last < 0
              || wanted[i] == wanted[last] + 1
              || there.get(last).place().compareTo(there.get(i).place()) < 0;
      if (room) {
        staying.set(wanted[i]);
        last = i;
      }
    }
    return staying;
  }

  private static boolean fits(Place place) {
    int length = place.bytes().length;
    return length > 0 && length <= LONG_PLACE;
  }
}
