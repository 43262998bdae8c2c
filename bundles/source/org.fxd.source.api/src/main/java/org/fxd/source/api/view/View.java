package org.fxd.source.api.view;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.group.Group;

/**
 * Which snippets, and how they are written. Immutable.
 *
 * @param members which
 * @param renderer the {@link ViewRenderer#name() name} of the renderer
 * @param options by name, as its renderer and {@link ViewOptions} know them; sorted, unmodifiable
 */
public record View(Members members, String renderer, SortedMap<String, String> options) {
  public View {
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  /** Which snippets a view shows. */
  public sealed interface Members {
    /** Those of a group of the view's own. */
    record Own(Group group) implements Members {}

    /** Those of a group of the project, by name; it may be gone. */
    record Named(Name group) implements Members {}
  }

  /** A view of a group, with markers and the usual options. */
  public static View of(Group group) {
    return new View(new Members.Own(group), ViewRenderer.MARKERS, new TreeMap<>());
  }

  /** With another renderer. */
  public View renderer(String name) {
    return new View(members, name, options);
  }

  /** With an option; null removes it. */
  public View option(String name, String value) {
    Map<String, String> changed = new TreeMap<>(options);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new View(members, renderer, new TreeMap<>(changed));
  }

  /** An option. */
  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }
}
