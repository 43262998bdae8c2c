package org.fxd.graph.core.index;

import org.fxd.graph.api.Node;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Store;

/** The index of one project. */
public final class ProjectIndex {
  private final StoredIndex stored;
  private final Projectors projectors;
  private final Finder finder;

  /** The index in a store. Nothing is read yet. */
  public ProjectIndex(Store store, IndexedProject project, Projectors projectors) {
    this.stored = new StoredIndex(store);
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

  /** Answers from the index. */
  public Finder finder() {
    return finder;
  }
}
