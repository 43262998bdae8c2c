package org.fxd.history.api.ref;

import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How the references of one open project moved: read from the operation log, which holds every
 * state that a project was in, so it goes back as far as that does.
 */
@ProviderType
public interface Reflog {
  /**
   * The moves of one reference, newest first. Each iteration reads as it goes.
   *
   * @param name {@code HEAD} or {@code @}, a branch, a tag, or a full name; it need not be there
   *     any more. The head moves when another commit is made or checked out
   */
  Iterable<RefMove> moves(String name);

  /**
   * The moves of all references, newest first; those of one operation by their names. Each
   * iteration reads as it goes.
   */
  Iterable<RefMove> moves();

  /**
   * The commit that a reference led to before its last {@code back} moves: what {@code name@{n}}
   * means.
   *
   * @param back 0 for the commit that it leads to now
   * @return empty if it led to none then
   * @throws NotFoundException if the log knows of fewer moves
   * @throws UsageException if {@code back} is negative
   */
  Optional<Hash> at(String name, int back);
}
