package org.fxd.history.api.signature;

import org.fxd.graph.api.error.FxdException;
import org.osgi.annotation.versioning.ConsumerType;

/** Someone's key at work: signs what it is given. Safe for use by any number of threads. */
@ConsumerType
public interface Signer {
  /**
   * Signs.
   *
   * @param message the bytes to sign; not changed
   * @throws FxdException if the key cannot be used now
   */
  Signature sign(byte[] message);
}
