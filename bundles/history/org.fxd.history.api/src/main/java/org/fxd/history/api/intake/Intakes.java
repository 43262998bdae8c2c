package org.fxd.history.api.intake;

import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.workspace.Origin;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes in commits that were made elsewhere. A service with the property {@code fxd.project}; safe
 * for use by any number of threads.
 */
@ProviderType
public interface Intakes {
  /**
   * Begins to take in.
   *
   * @throws StoreException if the project can only be read
   */
  Intake begin(Origin origin);
}
