package org.fxd.graph.core.former;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fxd.graph.api.error.NearMisses;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.store.api.format.ProjectFormat;

/**
 * The formats there are besides our own, each made when it is first asked for. Safe for use by any
 * number of threads.
 */
public final class Formats {
  private final Map<Object, Supplier<ProjectFormat>> all = new ConcurrentHashMap<>();

  /**
   * One more.
   *
   * @param key to remove it by
   */
  public void add(Object key, Supplier<ProjectFormat> format) {
    all.put(key, format);
  }

  /** One less. */
  public void remove(Object key) {
    all.remove(key);
  }

  /** What they are called. */
  public SortedSet<String> names() {
    return formats().map(ProjectFormat::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those that are still there. */
  private Stream<ProjectFormat> formats() {
    return all.values().stream().map(Supplier::get).filter(Objects::nonNull);
  }

  /** The format of a number. */
  Optional<ProjectFormat> find(int number) {
    return formats().filter(format -> format.number() == number).findFirst();
  }

  /**
   * The format of a name.
   *
   * @throws NotFoundException if there is none
   */
  ProjectFormat get(String name) {
    return formats()
        .filter(format -> format.name().equals(name))
        .findFirst()
        .orElseThrow(() -> missing(name));
  }

  private NotFoundException missing(String name) {
    SortedSet<String> names = names();
    List<String> near = NearMisses.of(name, names, 3);
    String hint =
        names.isEmpty()
            ? "Look whether the bundles named org.fxd.store are all active."
            : "There is " + String.join(", ", near.isEmpty() ? names : near) + ".";
    return new NotFoundException("Nothing here writes files of a format '" + name + "'.", hint);
  }
}
