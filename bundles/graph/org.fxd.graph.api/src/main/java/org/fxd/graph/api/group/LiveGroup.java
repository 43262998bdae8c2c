package org.fxd.graph.api.group;

import org.osgi.annotation.versioning.ProviderType;

/** A group whose members follow the newest state. Safe for use by any number of threads. */
@ProviderType
public interface LiveGroup extends AutoCloseable {
  /** The group. */
  Group group();

  /**
   * The members in the newest state. Costs what changed since the last call or telling, not what
   * the group holds.
   */
  Members members();

  /** Ends it. {@link #members} stays as it is. Closing again does nothing. */
  @Override
  void close();
}
