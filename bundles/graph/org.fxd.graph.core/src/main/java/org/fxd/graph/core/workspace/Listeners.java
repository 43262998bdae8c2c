package org.fxd.graph.core.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whiteboard services of one sort, added and removed while all else runs.
 *
 * @param <T> what sort
 */
public final class Listeners<T> {
  private record Listener<T>(T service, long ranking, long order, Optional<String> project) {}

  private static final Comparator<Listener<?>> ORDER =
      Comparator.<Listener<?>>comparingLong(listener -> -listener.ranking())
          .thenComparingLong(Listener::order);

  private volatile List<Listener<T>> listeners = List.of();

  /**
   * Adds one.
   *
   * @param ranking higher goes first
   * @param order lower goes first among those of one ranking, such as the service id
   * @param project the only project it is for; empty for all
   */
  public synchronized void add(T service, long ranking, long order, Optional<String> project) {
    List<Listener<T>> more = new ArrayList<>(listeners);
    more.removeIf(listener -> listener.service() == service);
    more.add(new Listener<>(service, ranking, order, project));
    more.sort(ORDER);
    listeners = List.copyOf(more);
  }

  /** Takes one away. */
  public synchronized void remove(T service) {
    List<Listener<T>> fewer = new ArrayList<>(listeners);
    fewer.removeIf(listener -> listener.service() == service);
    listeners = List.copyOf(fewer);
  }

  /** Those that are for a project, in order. */
  List<T> of(String project) {
    return listeners.stream()
        .filter(listener -> listener.project().map(project::equals).orElse(true))
        .map(Listener::service)
        .toList();
  }

  /** All of them, whatever project they are for. */
  Set<T> all() {
    Set<T> all = Collections.newSetFromMap(new IdentityHashMap<>());
    listeners.forEach(listener -> all.add(listener.service()));
    return all;
  }
}
