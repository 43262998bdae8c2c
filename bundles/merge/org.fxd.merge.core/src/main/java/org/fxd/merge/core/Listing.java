package org.fxd.merge.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;
import org.fxd.merge.api.Conflict;

/** The conflicts of one root that live. */
final class Listing {
  /** One of them, as it is kept and where its node stands. */
  record Living(Spot spot, Undecided undecided) {
    Conflict conflict() {
      Field field = undecided.field();
      Terms terms = undecided.terms();
      return new Conflict(
          spot.entry().id(), spot.path(), field.sort(), field.key(), terms.adds(), terms.removes());
    }
  }

  private Listing() {}

  /** All, in the order of paths. */
  static List<Conflict> all(ConflictBook book, Spots spots) {
    List<Conflict> conflicts = new ArrayList<>();
    expect(book, spots);
    book.ids().forEach(id -> about(book, spots, id).forEach(it -> conflicts.add(it.conflict())));
    conflicts.sort(Comparator.comparing(Listing::path));
    return conflicts;
  }

  /** Those about one node. */
  static List<Living> about(ConflictBook book, Spots spots, NodeId id) {
    List<Living> living = new ArrayList<>();
    List<Undecided> undecided = book.about(id);
    if (!undecided.isEmpty()) {
      spots.expect(id, book.path(id));
      Optional<Spot> spot = spots.find(id);
      undecided.stream()
          .filter(it -> spot.isPresent() && it.lives(it.field().in(spot)))
          .forEach(it -> living.add(new Living(spot.get(), it)));
    }
    return living;
  }

  private static void expect(ConflictBook book, Spots spots) {
    book.ids().forEach(id -> spots.expect(id, book.path(id)));
  }

  private static String path(Conflict conflict) {
    StringBuilder path = new StringBuilder();
    for (Name name : conflict.path()) {
      path.append(name).append('/');
    }
    return path.append(conflict.sort().name()).append(conflict.key()).toString();
  }
}
