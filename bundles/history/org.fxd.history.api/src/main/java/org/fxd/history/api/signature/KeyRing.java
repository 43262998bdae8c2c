package org.fxd.history.api.signature;

import java.util.List;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.UsageException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The keys that FXD itself keeps, in files of the user's. A service; safe for use by any number of
 * threads. Its keys are those that {@link Keys} of the same provider signs with and recognises.
 */
@ProviderType
public interface KeyRing {
  /** All keys, own ones first, each kind by name. */
  List<KnownKey> list();

  /**
   * Makes a new key of one's own.
   *
   * @param name up to 64 letters, digits, dots, hyphens, underscores and {@code @}
   * @throws UsageException if that is no name for a key
   * @throws FxdException if there is one of that name, or it cannot be kept safely
   */
  KnownKey create(String name);

  /**
   * Trusts someone's key from now on.
   *
   * @param name what they are called from now on, of the same form
   * @param publicKey the public half, X.509 as PEM
   * @throws UsageException if the name is none for a key, or the text is no Ed25519 key
   * @throws FxdException if another key has that name
   */
  KnownKey trust(String name, String publicKey);
}
