package org.fxd.graph.api.upkeep;

import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps one project sound and small. A service with the property {@code fxd.project}; safe for use
 * by any number of threads, but only one checks or collects at a time. Others read and write
 * meanwhile.
 */
@ProviderType
public interface Upkeep {
  /**
   * Looks at all there is: the store itself, the hash and the form of every object, whether all
   * that the project needs is there, the operation log, the generations of commits, and the index.
   *
   * @param options what to do about it
   * @return what was found; nothing, if the project is sound
   * @throws FxdException if the project is being checked or collected already, or is to be repaired
   *     and can only be read
   * @throws StoreException if the medium fails
   * @throws CancelledException if asked to stop; what was repaired stays so
   */
  CheckReport check(CheckOptions options, Progress progress, Cancellation cancellation);

  /**
   * Makes the project small: removes what nothing leads to, and stores the rest compactly. Kept is
   * what the newest state, the commits and the recent operations lead to, and what someone who
   * reads or writes at the moment holds. Operations beyond the age are forgotten, and can be undone
   * no more.
   *
   * <p>Stopped or killed at any moment, it has removed nothing that was to be kept.
   *
   * @param options what to forget
   * @throws FxdException if the project is being checked or collected already, can only be read, or
   *     holds something of which nobody here tells what it leads to; nothing is removed
   * @throws StoreException if something that is to be kept is missing or damaged: {@link #check}
   *     says more; nothing is removed. Or if the medium fails
   * @throws CancelledException if asked to stop; nothing is removed
   */
  CollectReport collect(CollectOptions options, Progress progress, Cancellation cancellation);
}
