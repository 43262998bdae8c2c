package org.fxd.history.api.signature;

import java.util.Optional;
import org.fxd.graph.api.error.FxdException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows keys. A whiteboard service: register one, and it is asked after those of a higher service
 * ranking. Safe for use by any number of threads.
 */
@ConsumerType
public interface Keys {
  /**
   * The key of one's own with a name.
   *
   * @return empty if it has none of that name
   * @throws FxdException if there is one that cannot be used; the message says why
   */
  Optional<Signer> signer(String name);

  /**
   * Looks whether a signature is one of a message.
   *
   * @param message the bytes that are said to be signed
   * @return {@link Verdict#unknownKey} if it knows nothing of the key
   * @throws FxdException if the keys cannot be read
   */
  Verdict verify(byte[] message, Signature signature);
}
