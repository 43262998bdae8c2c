package org.fxd.history.core;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fxd.graph.api.workspace.Workspace;
import org.osgi.framework.Constants;

/**
 * Services of one type that others registered, highest ranking first; for all projects, or for one.
 * Safe for use by any number of threads.
 */
final class Whiteboard<S> {
  private record Pinned<S>(S service, Object project, int ranking, long id) {}

  private final List<Pinned<S>> pinned = new CopyOnWriteArrayList<>();

  void add(S service, Map<String, ?> properties) {
    pinned.add(
        new Pinned<>(
            service,
            properties.get(Workspace.PROJECT),
            properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0,
            properties.get(Constants.SERVICE_ID) instanceof Long id ? id : 0));
    pinned.sort(
        Comparator.<Pinned<S>>comparingInt(Pinned::ranking)
            .reversed()
            .thenComparingLong(Pinned::id));
  }

  void remove(S service) {
    pinned.removeIf(other -> other.service() == service);
  }

  /** Those that are for a project, as they are whenever one goes through them. */
  Iterable<S> of(String project) {
    return () ->
        pinned.stream()
            .filter(each -> each.project() == null || each.project().equals(project))
            .map(Pinned::service)
            .iterator();
  }
}
