package org.fxd.graph.api.workspace;

import java.util.Optional;
import java.util.SortedMap;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All of a project at one moment: the root, the references and the operation that made it.
 * Immutable.
 *
 * <p>A state is itself kept as a {@link Node}, so states share what is equal, and going back to an
 * earlier one is one step.
 */
@ProviderType
public interface State {
  /** The reference that says what is checked out: a branch's name, or a commit. */
  String HEAD = "HEAD";

  /** What branches' names begin with. */
  String BRANCHES = "refs/heads/";

  /** What tags' names begin with. */
  String TAGS = "refs/tags/";

  /**
   * What the names of others' branches begin with: then come the other's name, a slash and the
   * branch's name.
   *
   * @since 1.4
   */
  String REMOTES = "refs/remotes/";

  /** The root: {@code code} and the other versioned children. */
  Node root();

  /** One reference, as it is written: {@link Ref.Symbolic symbolic} ones are not followed. */
  Optional<Ref> ref(String name);

  /**
   * The object that a reference leads to, following symbolic ones at most five deep.
   *
   * @return empty if the reference, or one that it leads to, is not there
   */
  Optional<Hash> resolve(String name);

  /** The references whose names begin with a prefix, as they are written; unmodifiable. */
  SortedMap<String, Ref> refs(String prefix);

  /** The node that this state is kept as. */
  Node node();

  /** The operation that made this state. */
  Hash operation();
}
