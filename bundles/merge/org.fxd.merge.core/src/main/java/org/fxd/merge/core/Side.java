package org.fxd.merge.core;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;

/**
 * One of the three roots of a merge, with its conflicts.
 *
 * @param root without its book
 * @param book its conflicts
 * @param spots finds nodes in it
 */
record Side(Node root, ConflictBook book, Spots spots) {
  static Side of(Node root) {
    Node plain = ConflictBook.without(root);
    ConflictBook book = ConflictBook.of(root);
    Spots spots = new Spots(plain);
    book.ids().forEach(id -> spots.expect(id, book.path(id)));
    return new Side(plain, book, spots);
  }

  /** The same with files in another form. */
  Side with(Node other) {
    return new Side(other, book, spots);
  }

  /** What is said here of a field. */
  Terms terms(NodeId id, Field field, List<Name> hint) {
    spots.expect(id, hint);
    return terms(id, field, field.in(spots.find(id)));
  }

  /** The same, where it is known what the tree says. */
  Terms terms(NodeId id, Field field, Value now) {
    return book.terms(id, field, now);
  }

  Optional<Spot> find(NodeId id) {
    return spots.find(id);
  }
}
