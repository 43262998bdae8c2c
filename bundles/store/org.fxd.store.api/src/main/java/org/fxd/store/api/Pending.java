package org.fxd.store.api;

import org.fxd.graph.api.error.StoreException;
import org.osgi.annotation.versioning.ProviderType;

/** A batch that is {@linkplain Batch#seal sealed} and on its way to the medium. */
@ProviderType
public interface Pending {
  /**
   * Waits until it is durable. Any thread may, more than once. Who waits may do the writing for all
   * that are on their way: that is how many commits share one wait for the disk.
   *
   * @throws StoreException if the medium fails; nothing of the batch was written, and nothing of
   *     those that were sealed after it
   */
  void await();
}
