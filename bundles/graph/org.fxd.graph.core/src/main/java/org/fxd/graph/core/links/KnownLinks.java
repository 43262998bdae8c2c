package org.fxd.graph.core.links;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.fxd.store.api.ObjectLinks;
import org.fxd.store.api.ObjectType;

/** Who tells where objects of which type lead. Safe for use by any number of threads. */
public final class KnownLinks {
  /** Asked for only when it is wanted. */
  private record Source(Object key, Supplier<ObjectLinks> links) {}

  private final List<Source> all = new CopyOnWriteArrayList<>();

  /**
   * Those of types that are defined here.
   *
   * @param own asked before any that come later
   */
  public KnownLinks(List<ObjectLinks> own) {
    own.forEach(this::add);
  }

  /** One more. */
  public void add(ObjectLinks links) {
    add(links, () -> links);
  }

  /**
   * One more.
   *
   * @param key what to {@link #remove} it by
   * @param links gives it, or null if it is gone
   */
  public void add(Object key, Supplier<ObjectLinks> links) {
    all.add(new Source(key, links));
  }

  /** One less. */
  public void remove(Object key) {
    all.removeIf(source -> source.key().equals(key));
  }

  /** Who tells of a type. */
  public Optional<ObjectLinks> of(ObjectType type) {
    for (Source source : all) {
      ObjectLinks links = source.links().get();
      if (links != null && links.type() == type) {
        return Optional.of(links);
      }
    }
    return Optional.empty();
  }
}
