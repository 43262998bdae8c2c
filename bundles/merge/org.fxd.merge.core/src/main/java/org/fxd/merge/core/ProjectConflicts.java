package org.fxd.merge.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Cursor;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.merge.api.Choice;
import org.fxd.merge.api.Conflict;
import org.fxd.merge.api.Conflicts;

/** The conflicts of one open project. */
final class ProjectConflicts implements Conflicts {
  private static final Origin LOOKING = new Origin("", "conflicts");

  private final Workspace workspace;
  private final Nodes nodes;
  private final Resolving resolving;

  ProjectConflicts(Workspace workspace, Nodes nodes, Resolving resolving) {
    this.workspace = workspace;
    this.nodes = nodes;
    this.resolving = resolving;
  }

  @Override
  public List<Conflict> all() {
    Node root = workspace.root();
    return Listing.all(ConflictBook.of(root), live(root));
  }

  @Override
  public List<Conflict> in(Node root) {
    return Listing.all(root);
  }

  /** Finds nodes of the newest root by the index. */
  private Spots live(Node root) {
    return new Spots(root, this::path);
  }

  private Optional<List<Name>> path(NodeId id) {
    Optional<Cursor> at = Optional.of(workspace.session(LOOKING).at(id)).filter(Cursor::exists);
    if (at.isEmpty()) {
      return Optional.empty();
    }
    Deque<Name> path = new ArrayDeque<>();
    for (; at.isPresent() && at.get().parent().isPresent(); at = at.get().parent()) {
      path.addFirst(at.get().name());
    }
    return Optional.of(new ArrayList<>(path));
  }

  @Override
  public Change resolve(NodeId id, Choice choice, Origin origin) {
    return resolve(
        id, origin, (root, spots, living) -> resolving.resolve(root, spots, living, choice));
  }

  @Override
  public Change resolve(NodeId id, Node node, Origin origin) {
    return resolve(
        id, origin, (root, spots, living) -> resolving.replace(root, spots, living, node));
  }

  /** What resolves a node's conflicts in a root. */
  @FunctionalInterface
  private interface Answer {
    void give(NodeBuilder root, Spots spots, List<Living> living);
  }

  private Change resolve(NodeId id, Origin origin, Answer answer) {
    try (Transaction transaction = workspace.begin(origin)) {
      Node root = transaction.base().root();
      ConflictBook book = ConflictBook.of(root);
      Spots spots = live(root);
      List<Living> others = new ArrayList<>(Listing.living(book, spots));
      List<Living> living = others.stream().filter(it -> it.id().equals(id)).toList();
      others.removeAll(living);
      if (living.isEmpty()) {
        throw new NotFoundException(
            "Nothing is in conflict about " + id.brief() + ".",
            "fxd:conflicts lists what is to be resolved.");
      }
      NodeBuilder builder = root.builder();
      answer.give(builder, spots, living);
      resolving.rescan(builder, spots, living.get(0), others);
      book.remove(id);
      transaction.root(book.in(builder.build(), nodes));
      return transaction.commit("resolve: " + living.get(0).spot().entry().name());
    }
  }
}
