package org.fxd.graph.core.select;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.core.json.JsonValues;

/**
 * The attributes of a node where it stands, as {@link org.fxd.graph.api.select} documents them. Not
 * safe for use by more than one thread.
 *
 * <p>A projection is made only if it can matter: what a file's stored metadata say, a projection
 * says too, and it adds none that is named as what every node has.
 */
public final class Attributes {
  private static final String LANGUAGE = "lang";
  private static final String CODE = "code";

  private final Seen seen;
  private final Paths paths = new Paths();

  /** Attributes of nodes seen so. */
  public Attributes(Seen seen) {
    this.seen = seen;
  }

  /** The value of an attribute of a node; empty if it does not have it. */
  public Optional<Value> of(Match match, String key) {
    Value own = match.node().metadata(key);
    if (isThere(own)) {
      return Optional.of(own);
    }
    return switch (key) {
      case "kind", "type" -> Optional.of(Value.of(match.node().kind().name()));
      case "name" -> Optional.of(Value.of(match.name().toString()));
      case "id" -> Optional.of(Value.of(match.id().toString()));
      case "path" -> Optional.of(Value.of(paths.of(match).toString()));
      case "file" -> file(match).or(() -> further(match, key));
      case LANGUAGE -> language(match).or(() -> further(match, key));
      default -> further(match, key);
    };
  }

  private Optional<Value> further(Match match, String key) {
    Node node = seen.of(match).node();
    Value metadatum = node.metadata(key);
    if (isThere(metadatum)) {
      return Optional.of(metadatum);
    }
    Value value = node.value();
    if (key.equals("value") && isThere(value)) {
      return Optional.of(value);
    }
    if (value instanceof Value.Json json) {
      Optional<Value> member = JsonValues.member(json.json(), key);
      if (member.isPresent()) {
        return member;
      }
    }
    return child(match, node, key);
  }

  private Optional<Value> child(Match match, Node node, String key) {
    if (node.size() == 0 || key.getBytes(StandardCharsets.UTF_8).length > Name.MAX_LENGTH) {
      return Optional.empty();
    }
    Name name = Name.of(key);
    return first(node, name)
        .map(entry -> seen.of(match.child(entry)).node().value())
        .filter(Attributes::isThere);
  }

  private static Optional<Entry> first(Node node, Name name) {
    Optional<Entry> first = node.entry(name);
    if (first.isEmpty() || Visible.is(first.get())) {
      return first;
    }
    // A head or a gap with a name, which is rare: there may be another child of that name.
    for (Entry entry : node.entries()) {
      if (entry.name().equals(name) && Visible.is(entry)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** Below {@code code}: a file that stands elsewhere has no such path. */
  private static Optional<Value> file(Match match) {
    List<Match> way = match.nearest(Kind.FILE).map(Match::way).orElse(List.of());
    if (way.size() < 2 || !way.get(0).name().equals(Name.of(CODE))) {
      return Optional.empty();
    }
    StringJoiner path = new StringJoiner("/");
    way.subList(1, way.size()).forEach(step -> path.add(step.name().toString()));
    return Optional.of(Value.of(path.toString()));
  }

  private Optional<Value> language(Match match) {
    return match
        .nearest(Kind.FILE)
        .map(
            file -> {
              Value stored = file.node().metadata(LANGUAGE);
              return isThere(stored) ? stored : seen.of(file).node().metadata(LANGUAGE);
            })
        .filter(Attributes::isThere);
  }

  private static boolean isThere(Value value) {
    return !value.equals(Value.NONE);
  }
}
