package org.fxd.graph.api.select;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A compiled selector. Immutable; safe for use by any number of threads; compiled once, run many
 * times. Two selectors are equal if their {@linkplain #text() texts} are.
 *
 * <p>Made by {@link Selectors#compile}.
 */
@ProviderType
public interface Selector {
  /** The selector written in its one canonical form; compiling it gives an equal selector. */
  String text();

  /** Whether it finds a node where it stands. */
  boolean matches(Match node);
}
