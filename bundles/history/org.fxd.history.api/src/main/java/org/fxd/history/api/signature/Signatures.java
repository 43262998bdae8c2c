package org.fxd.history.api.signature;

import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.history.api.Commit;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Signs and verifies the commits of one open project. A service with the property {@code
 * fxd.project}; safe for use by any number of threads.
 */
@ProviderType
public interface Signatures {
  /**
   * One's own key.
   *
   * @param name what it is called where keys are kept
   * @throws NotFoundException if there is none of that name
   * @throws FxdException if it cannot be used; the message says why
   */
  Signer signer(String name);

  /**
   * What the signature of a commit is worth. A commit that is signed more than once is as good as
   * its last signature, which is over the others.
   *
   * @throws NotFoundException if the project has no such commit
   * @throws FxdException if the keys cannot be read
   */
  Verdict verify(Commit commit);
}
