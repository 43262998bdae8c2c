package org.fxd.store.v1.tree;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.store.v1.map.Cell;
import org.fxd.store.v1.map.Kept;

/**
 * Entries where names decide the order, and each is there once: what order they had in the file is
 * kept as a number with each, if it is another one.
 */
final class Numbered {
  /** The number. */
  static final String PLACE = Kept.PREFIX + "place";

  private static final BigDecimal LAST = BigDecimal.valueOf(Long.MAX_VALUE);

  private Numbered() {}

  /**
   * The first of each name, with numbers if they are not in order.
   *
   * @param doubles is given the others
   */
  static List<Entry> unique(List<Entry> entries, List<Entry> doubles) {
    Set<Name> seen = new HashSet<>();
    List<Entry> unique = new ArrayList<>();
    for (Entry entry : entries) {
      (seen.add(entry.name()) ? unique : doubles).add(entry);
    }
    boolean inOrder = true;
    for (int i = 1; i < unique.size(); i++) {
      inOrder &= unique.get(i - 1).name().compareTo(unique.get(i).name()) < 0;
    }
    for (int i = 0; i < unique.size() && !inOrder; i++) {
      unique.set(i, with(unique.get(i), PLACE, Value.of(i)));
    }
    return unique;
  }

  /** An entry that has to leave its parent. */
  static Entry child(Entry entry, Cell parent) {
    return with(entry, Kept.PARENT, parent.whole());
  }

  private static Entry with(Entry entry, String key, Value value) {
    Node node = entry.node().builder().metadata(key, value).build();
    return entry.withNode(node);
  }

  /** In the order of the numbers; those without behind them, as they stand. */
  static List<Entry> inOrder(Iterable<Entry> entries) {
    List<Entry> sorted = new ArrayList<>();
    entries.forEach(sorted::add);
    sorted.sort(Comparator.comparing(Numbered::number));
    return sorted;
  }

  private static BigDecimal number(Entry entry) {
    return entry.node().metadata(PLACE).asNumber().orElse(LAST);
  }
}
