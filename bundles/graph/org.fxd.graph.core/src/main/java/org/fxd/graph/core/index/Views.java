package org.fxd.graph.core.index;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.core.projection.Projectors;

/**
 * The indexes of the roots that are asked about: the newest root's, which the store keeps, and
 * others that are moved from it in memory.
 */
final class Views {
  /** An index is not moved in memory by more rows than this: a walk is as quick. */
  static final int MOST_MOVED = 20_000;

  private static final int REMEMBERED = 4;

  private record Moved(Meta from, Hash to) {}

  private final StoredIndex stored;
  private final IndexedProject project;
  private final Projectors projectors;
  private final Map<Moved, View> remembered =
      new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Moved, View> eldest) {
          return size() > REMEMBERED;
        }
      };

  Views(StoredIndex stored, IndexedProject project, Projectors projectors) {
    this.stored = stored;
    this.project = project;
    this.projectors = projectors;
  }

  /**
   * The index of a root, with all its files looked into.
   *
   * @return empty if there is none, so that a walk has to do
   */
  Optional<View> of(Node root, Progress progress, Cancellation cancellation) {
    Optional<Meta> meta = current(progress);
    if (meta.isEmpty()) {
      return Optional.empty();
    }
    Settling settling = new Settling(stored, project::tryTurn, projectors, progress, cancellation);
    Node newest = project.node(meta.get().root());
    Optional<View> view = settled(meta.get(), newest, settling);
    // What is found in the newest files is kept, and need not be found for others again.
    return newest.hash().equals(root.hash()) || view.isEmpty()
        ? view
        : settled(meta.get(), root, settling);
  }

  private Optional<View> settled(Meta meta, Node root, Settling settling) {
    Moved key = new Moved(meta, root.hash());
    return unsettled(meta, root)
        .flatMap(view -> settling.settle(view, root))
        .map(view -> remember(key, view));
  }

  /**
   * The index of a root, in which files may be pending.
   *
   * @return empty if there is none, so that a walk has to do
   */
  Optional<View> quick(Node root) {
    return current(Progress.NONE).flatMap(meta -> unsettled(meta, root));
  }

  private Optional<View> unsettled(Meta meta, Node root) {
    Moved key = new Moved(meta, root.hash());
    Optional<View> known = remembered(key);
    if (known.isPresent()) {
      return known;
    }
    View newest =
        remembered(new Moved(meta, meta.root()))
            .orElseGet(() -> new View(meta.root(), new Overlay(MOST_MOVED)));
    return meta.root().equals(root.hash())
        ? Optional.of(newest)
        : move(newest, root).map(view -> remember(key, view));
  }

  private Optional<View> remembered(Moved key) {
    synchronized (remembered) {
      return Optional.ofNullable(remembered.get(key));
    }
  }

  private View remember(Moved key, View view) {
    if (!view.changes().isEmpty()) {
      synchronized (remembered) {
        remembered.put(key, view);
      }
    }
    return view;
  }

  /** What the index in the store is of, once it is as it should be. */
  private Optional<Meta> current(Progress progress) {
    String wanted = projectors.version();
    Optional<Meta> meta = stored.meta();
    boolean known = meta.isPresent() && meta.get().projectors().equals(wanted);
    if (known && meta.get().root().equals(project.root().hash())) {
      return meta;
    }
    if (wanted.isEmpty() && meta.isPresent()) {
      // Who looks into files is not there at the moment; what they found is not to be lost for it.
      return known ? meta : Optional.empty();
    }
    Optional<IndexedProject.Turn> free = project.tryTurn();
    if (free.isEmpty()) {
      return known ? meta : Optional.empty();
    }
    try (IndexedProject.Turn turn = free.get()) {
      return Optional.of(correct(turn, wanted, progress));
    }
  }

  /** Makes the index what it should be; the turn is held. */
  Meta correct(IndexedProject.Turn turn, String wanted, Progress progress) {
    Node root = project.root();
    Optional<Meta> meta = stored.meta().filter(known -> known.root().equals(root.hash()));
    if (meta.isPresent() && meta.get().projectors().equals(wanted)) {
      return meta.get();
    }
    if (meta.isEmpty()) {
      progress.phase("making the index", -1);
      stored.remake(turn.batch(), root, wanted);
    } else {
      stored.repeat(turn.batch(), meta.get(), wanted);
    }
    turn.batch().commit();
    return new Meta(root.hash(), wanted);
  }

  private Optional<View> move(View from, Node root) {
    int room = from.changes().size() + MOST_MOVED;
    Overlay changes = new Overlay(from.changes(), room);
    Node newest = project.node(from.base());
    Move.between(newest, root, from.changes().over(stored.calm()), changes);
    return changes.isFull() ? Optional.empty() : Optional.of(new View(from.base(), changes));
  }

  /**
   * Looks into all files of the newest root and keeps what is found; waits for the turn.
   *
   * @return how many inner nodes were found
   */
  long index(Progress progress, Cancellation cancellation) {
    String wanted = projectors.version();
    if (wanted.isEmpty()) {
      return 0;
    }
    Settling settling =
        new Settling(stored, () -> Optional.of(project.turn()), projectors, progress, cancellation);
    Optional<View> done = Optional.empty();
    while (done.isEmpty()) {
      Meta meta;
      try (IndexedProject.Turn turn = project.turn()) {
        meta = correct(turn, wanted, progress);
      }
      View newest = new View(meta.root(), new Overlay(MOST_MOVED));
      done = settling.settle(newest, project.node(meta.root()));
    }
    return settling.found();
  }

  /** How many files are still to be looked into. */
  long pending() {
    String wanted = projectors.version();
    return stored.read(
        index -> {
          Optional<Meta> meta = Meta.of(index);
          if (meta.isEmpty()) {
            return RawFiles.count(project.root());
          }
          boolean again = !wanted.isEmpty() && !meta.get().projectors().equals(wanted);
          return Settling.count(index, Keys.PENDING)
              + (again ? Settling.count(index, Keys.KEPT) : 0);
        });
  }
}
