package org.fxd.store.api;

import org.fxd.graph.api.Hash;
import org.osgi.annotation.versioning.ConsumerType;

/** Is told when a reference of a store has moved. */
@ConsumerType
@FunctionalInterface
public interface RefWatcher {
  /**
   * A reference holds something else, durably. Called in the order of the moves of that reference,
   * one call at a time, on a thread that others wait for: it must return soon. Moves that follow
   * each other quickly may be told as one, and where another process moves the reference, it is
   * told some time later. What it throws is logged.
   *
   * @param name the reference
   * @param before what it held; {@link Hash#ZERO} for nothing
   * @param after what it holds; {@link Hash#ZERO} for nothing
   */
  void moved(String name, Hash before, Hash after);
}
