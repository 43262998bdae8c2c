package org.fxd.graph.core.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.core.node.ObjectWriter;
import org.fxd.store.api.IndexReader;

/** Reads from an index where units stand; remembers those that others stand in. */
final class Locator {
  private final IndexReader index;
  private final Map<NodeId, Optional<Way>> ways = new HashMap<>();

  Locator(IndexReader index) {
    this.index = index;
  }

  /** Where a unit stands, if there is one with that id. */
  Optional<Standing> standing(NodeId id) {
    return index.get(Keys.stand(id)).map(value -> Standing.decode(id, value));
  }

  /** The units whose ids have an upper half; one, as a rule. */
  List<Standing> standings(long unit) {
    return standings(Keys.standPrefix(unit), Integer.MAX_VALUE);
  }

  /** The units in a range of keys, up to one more than so many. */
  List<Standing> standings(byte[] prefix, int most) {
    List<Standing> found = new ArrayList<>();
    index.scan(
        prefix,
        Keys.behind(prefix),
        (key, value) -> {
          found.add(Standing.decode(Keys.idIn(key), value));
          return found.size() <= most;
        });
    return found;
  }

  /** The way to a unit. */
  Optional<Way> way(Standing unit) {
    if (unit.parent().equals(Standing.ROOT)) {
      return Optional.of(new Way(List.of(unit)));
    }
    return above(unit.parent(), 0).map(way -> way.then(unit));
  }

  private Optional<Way> above(NodeId id, int depth) {
    Optional<Way> known = ways.get(id);
    if (known != null) {
      return known;
    }
    Optional<Way> way = Optional.empty();
    Optional<Standing> here = standing(id);
    if (here.isPresent() && depth <= ObjectWriter.MAX_DEPTH) {
      Standing at = here.get();
      way =
          at.parent().equals(Standing.ROOT)
              ? Optional.of(new Way(List.of(at)))
              : above(at.parent(), depth + 1).map(further -> further.then(at));
    }
    ways.put(id, way);
    return way;
  }
}
