package org.fxd.graph.core.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.store.api.IndexReader;

/** Looks into the files that are pending, and keeps what is found: in the store, or in memory. */
final class Settling {
  /** What cannot be kept in the store is held up to so many rows. */
  private static final int MOST_HELD = 300_000;

  /** So many files are looked into before what was found is kept. */
  private static final int ROUND = 4096;

  private final StoredIndex stored;
  private final Supplier<Optional<IndexedProject.Turn>> turns;
  private final Projectors projectors;
  private final Progress progress;
  private final Cancellation cancellation;
  private long found;

  Settling(
      StoredIndex stored,
      Supplier<Optional<IndexedProject.Turn>> turns,
      Projectors projectors,
      Progress progress,
      Cancellation cancellation) {
    this.stored = stored;
    this.turns = turns;
    this.projectors = projectors;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /** How many inner nodes were found so far. */
  long found() {
    return found;
  }

  /**
   * Looks into the files that are pending in a view.
   *
   * @return the view with what was found; empty if it cannot be held, or the index moved on
   */
  Optional<View> settle(View start, Node root) {
    View view = start;
    List<NodeId> last = List.of();
    try (Outlining outlining = new Outlining(projectors, progress, cancellation)) {
      while (true) {
        Optional<List<Way>> ways = stored.ask(view, Settling::pending);
        if (ways.isEmpty() || ways.get().isEmpty()) {
          return ways.isPresent() ? Optional.of(view) : Optional.empty();
        }
        List<NodeId> now = ways.get().stream().map(Way::id).toList();
        if (now.equals(last)) {
          // What was found in them does not fit: other projectors came meanwhile.
          return Optional.empty();
        }
        if (last.isEmpty()) {
          long all = stored.ask(view, index -> count(index, Keys.PENDING)).orElse(-1L);
          progress.phase("finding snippets", all);
        }
        last = now;
        String version = projectors.version();
        Map<NodeId, Kept> kept = new LinkedHashMap<>();
        try {
          outlining.outline(entries(ways.get(), root), kept);
        } catch (CancelledException e) {
          // A round takes a while; who stops it loses nothing of what was done.
          if (view.changes().isEmpty() && !kept.isEmpty() && version.equals(projectors.version())) {
            keep(kept, version);
          }
          throw e;
        }
        kept.values().forEach(file -> found += file.nodes().length);
        if (!version.equals(projectors.version())) {
          return Optional.empty();
        }
        if (!view.changes().isEmpty() || !keep(kept, version)) {
          Overlay more = new Overlay(view.changes(), MOST_HELD);
          kept.forEach((file, what) -> what.write(file, more));
          if (more.isFull()) {
            return Optional.empty();
          }
          view = new View(view.base(), more);
        }
      }
    }
  }

  /** Keeps what was found in the store, if that can be written to now. */
  private boolean keep(Map<NodeId, Kept> kept, String version) {
    Optional<IndexedProject.Turn> free = turns.get();
    if (free.isEmpty()) {
      return false;
    }
    try (IndexedProject.Turn turn = free.get()) {
      if (stored.meta().filter(meta -> meta.projectors().equals(version)).isPresent()) {
        stored.keep(turn.batch(), kept);
        turn.batch().commit();
      }
      return true;
    }
  }

  private static List<Entry> entries(List<Way> ways, Node root) {
    Places places = new Places(root);
    List<Entry> entries = new ArrayList<>();
    ways.forEach(way -> places.at(way).map(Match::entry).ifPresent(entries::add));
    return entries;
  }

  private static List<Way> pending(IndexReader index) {
    List<NodeId> ids = new ArrayList<>();
    byte[] prefix = {Keys.PENDING};
    index.scan(
        prefix,
        Keys.behind(prefix),
        (key, value) -> {
          ids.add(Keys.idIn(key));
          return ids.size() < ROUND;
        });
    Locator locator = new Locator(index);
    List<Way> ways = new ArrayList<>();
    for (NodeId id : ids) {
      locator.standing(id).flatMap(locator::way).ifPresent(ways::add);
    }
    return ways;
  }

  /** How many rows a table has. */
  static long count(IndexReader index, byte table) {
    long[] count = new long[1];
    byte[] prefix = {table};
    index.scan(
        prefix,
        Keys.behind(prefix),
        (key, value) -> {
          count[0]++;
          return true;
        });
    return count[0];
  }
}
