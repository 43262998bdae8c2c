package org.fxd.source.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fxd.graph.api.Name;

/**
 * Where a file stands below {@code code}: the names of its folders and its own.
 *
 * @param names at least none; the empty path is {@code code} itself
 */
public record FilePath(List<Name> names) implements Comparable<FilePath> {
  /** The path of {@code code} itself. */
  public static final FilePath ROOT = new FilePath(List.of());

  public FilePath {
    names = List.copyOf(names);
  }

  /** The path written with slashes; empty parts are left out. */
  public static FilePath parse(String text) {
    List<Name> names = new ArrayList<>();
    for (String part : text.split("/", -1)) {
      if (!part.isEmpty() && !part.equals(".")) {
        names.add(Name.of(part));
      }
    }
    return new FilePath(names);
  }

  /** The path of a child. */
  public FilePath child(Name name) {
    List<Name> longer = new ArrayList<>(names);
    longer.add(name);
    return new FilePath(longer);
  }

  /** The last name; empty for {@link #ROOT}. */
  public Name name() {
    return names.isEmpty() ? Name.EMPTY : names.get(names.size() - 1);
  }

  @Override
  public int compareTo(FilePath other) {
    for (int i = 0; i < Math.min(names.size(), other.names.size()); i++) {
      int order = names.get(i).compareTo(other.names.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(names.size(), other.names.size());
  }

  /** The names with slashes between. */
  @Override
  public String toString() {
    return names.stream().map(Name::toString).collect(Collectors.joining("/"));
  }
}
