package org.fxd.graph.core.index;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.store.api.Batch;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.Store;

/** The index of one project. */
public final class ProjectIndex {
  /** Changes may come between; then the newest root is another one. */
  private static final int ATTEMPTS = 5;

  private final StoredIndex stored;
  private final IndexedProject project;
  private final Projectors projectors;
  private final Finder finder;

  /** The index in a store. Nothing is read yet. */
  public ProjectIndex(Store store, IndexedProject project, Projectors projectors) {
    this.stored = new StoredIndex(store);
    this.project = project;
    this.projectors = projectors;
    this.finder = new ProjectFinder(stored, new Views(stored, project, projectors), projectors);
  }

  /** Puts the index of a project's first root into the batch that makes the project. */
  public void first(Batch batch, Node root) {
    stored.make(batch, root, projectors.version());
  }

  /**
   * Puts what a change makes of the index into the batch that makes the change durable. The batch
   * is the only one, so the index is that of the root before.
   */
  public void move(Batch batch, Node before, Node after) {
    stored.move(batch, before, after);
  }

  /**
   * Compares the index with the newest root.
   *
   * @param repair whether to make it anew if it differs
   * @throws org.fxd.graph.api.error.StoreException if the tree cannot be read
   */
  public IndexCheck.Outcome check(boolean repair, Progress progress, Cancellation cancellation) {
    Optional<List<String>> found = Optional.empty();
    for (int i = 0; i < ATTEMPTS && found.isEmpty(); i++) {
      found = stored.differences(project.root(), cancellation);
    }
    if (found.isEmpty()) {
      return IndexCheck.Outcome.note(
          "The index is not of the newest state; it is made anew when something is looked for.");
    }
    Optional<String> repaired = Optional.empty();
    if (!found.get().isEmpty() && repair) {
      progress.phase("making the index", -1);
      try (IndexedProject.Turn turn = project.turn()) {
        stored.remake(turn.batch(), project.root(), projectors.version());
        turn.batch().commit();
      }
      repaired = Optional.of("The index was made anew.");
    }
    return new IndexCheck.Outcome(found.get(), repaired, Optional.empty());
  }

  /** Whether an index is there, and of that root. */
  public static boolean isOf(Hash root, IndexReader index) {
    return Meta.of(index).filter(meta -> meta.root().equals(root)).isPresent();
  }

  /** The root that an index is of, whatever the project's is. */
  public static Optional<Hash> root(IndexReader index) {
    return Meta.of(index).map(Meta::root);
  }

  /** Answers from the index. */
  public Finder finder() {
    return finder;
  }
}
