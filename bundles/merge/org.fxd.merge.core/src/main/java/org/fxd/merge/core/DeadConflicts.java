package org.fxd.merge.core;

import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.history.api.CommitTidier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Drops conflicts that somebody has resolved, by whatever means, from what is committed. */
@Component
public final class DeadConflicts implements CommitTidier {
  private final Nodes nodes;

  /** Called by the container. */
  @Activate
  public DeadConflicts(@Reference Nodes nodes) {
    this.nodes = nodes;
  }

  @Override
  public Node tidy(Node root) {
    ConflictBook book = ConflictBook.of(root);
    if (book.ids().isEmpty()) {
      return root;
    }
    ConflictBook living = new ConflictBook();
    boolean moved = false;
    for (Living it : Listing.living(book, new Spots(ConflictBook.without(root)))) {
      Stood stood = book.stood(it.id());
      // Who asks next finds at once what was moved or renamed; else all would be searched.
      Stood now = it.isStray() ? stood : stood.at(it.spot().path());
      moved |= !now.equals(stood);
      living.put(it.id(), now, it.undecided());
    }
    return living.size() == book.size() && !moved ? root : living.in(root, nodes);
  }
}
