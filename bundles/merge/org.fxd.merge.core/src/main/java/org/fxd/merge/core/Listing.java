package org.fxd.merge.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.merge.api.Conflict;

/** The conflicts of one root that live: the one place that says which do. */
final class Listing {
  private Listing() {}

  /** All of any root, in the order of paths. */
  static List<Conflict> all(Node root) {
    return all(ConflictBook.of(root), new Spots(ConflictBook.without(root)));
  }

  /** All, in the order of paths. */
  static List<Conflict> all(ConflictBook book, Spots spots) {
    return living(book, spots).stream()
        .map(Living::conflict)
        .sorted(Comparator.comparing(Listing::path))
        .toList();
  }

  /** All, as they are kept. */
  static List<Living> living(ConflictBook book, Spots spots) {
    List<Living> living = new ArrayList<>();
    Strays strays = new Strays();
    book.ids().forEach(id -> spots.expect(id, book.path(id)));
    for (NodeId id : book.ids()) {
      Optional<Spot> spot = spots.find(id);
      for (Undecided undecided : book.about(id)) {
        if (spot.isPresent() && undecided.lives(undecided.field().in(spot))) {
          living.add(new Living(id, spot.get(), undecided));
        } else if (undecided.isText()) {
          file(spots, spot, book.stood(id))
              .filter(file -> !file.entry().id().equals(id))
              .ifPresent(file -> strays.add(id, file, book.stood(id), undecided));
        }
      }
    }
    living.addAll(strays.among(living));
    return living;
  }

  private static Optional<Spot> file(Spots spots, Optional<Spot> spot, Stood stood) {
    return spot.isPresent() ? spots.file(spot.get()) : spots.file(stood);
  }

  private static String path(Conflict conflict) {
    StringBuilder path = new StringBuilder();
    for (Name name : conflict.path()) {
      path.append(name).append('/');
    }
    return path.append(conflict.sort().name()).append(conflict.key()).toString();
  }
}
