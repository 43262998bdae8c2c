package org.fxd.history.core.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;

/**
 * Where pieces of text come to stand among others.
 *
 * <p>When a file is scanned anew, its pieces may be given other places though their order is the
 * same. So places of two trees are no measure of each other there, and a piece is put behind the
 * one that it stands behind in its own tree.
 */
final class Seats {
  private final List<Entry> staying = new ArrayList<>();
  private final Map<NodeId, Integer> rank = new HashMap<>();
  private final Map<NodeId, Place> had = new HashMap<>();

  private Seats(NodeBuilder parent, Node earlier) {
    for (Entry entry : parent.entries()) {
      rank.put(entry.id(), staying.size());
      staying.add(entry);
    }
    earlier.entries().forEach(entry -> had.put(entry.id(), entry.place()));
  }

  /** Whether a node's entries are pieces of a text. */
  static boolean areOf(Kind kind) {
    return kind.equals(Kind.FILE) || kind.equals(Kind.SNIPPET);
  }

  /**
   * The entries that come, each with its place.
   *
   * @param parent as it is without them
   * @param earlier what the parent was
   * @param later where they come from
   */
  static List<Entry> of(NodeBuilder parent, Set<NodeId> coming, Node earlier, Node later) {
    Seats seats = new Seats(parent, earlier);
    List<Entry> arriving = new ArrayList<>();
    for (Entry entry : later.entries()) {
      if (coming.contains(entry.id()) || seats.rank.containsKey(entry.id())) {
        arriving.add(entry);
      }
    }
    return seats.seat(arriving);
  }

  /** Seats those that come among those that stay, which are told in the later order. */
  private List<Entry> seat(List<Entry> arriving) {
    List<Entry> seated = new ArrayList<>();
    boolean comparable = sameOrder(arriving);
    Place low = Place.NONE;
    int next = 0;
    for (Entry entry : arriving) {
      Integer known = rank.get(entry.id());
      if (known != null) {
        low = staying.get(known).place();
        next = known + 1;
        continue;
      }
      Place high = next == staying.size() ? Place.NONE : staying.get(next).place();
      Entry placed = comparable ? placed(entry, low, high) : entry;
      seated.add(placed);
      low = placed.place();
    }
    return seated;
  }

  /** Whether those that stay have one order in both trees. */
  private boolean sameOrder(List<Entry> arriving) {
    int last = -1;
    for (Entry entry : arriving) {
      int at = rank.getOrDefault(entry.id(), last);
      if (at < last) {
        return false;
      }
      last = at;
    }
    return true;
  }

  /** With the place it had, else the one it has, if that is where it shall be. */
  private Entry placed(Entry entry, Place low, Place high) {
    Place before = had.get(entry.id());
    if (before != null && fits(low, before, high)) {
      return entry.withPlace(before);
    }
    boolean noRoom = !high.equals(Place.NONE) && low.compareTo(high) >= 0;
    return noRoom || fits(low, entry.place(), high)
        ? entry
        : entry.withPlace(Place.between(low, high));
  }

  private static boolean fits(Place low, Place place, Place high) {
    return place.compareTo(low) > 0 && (high.equals(Place.NONE) || place.compareTo(high) < 0);
  }
}
