package org.fxd.history.api.ref;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.history.api.Commit;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The tags of one open project: names that stay with their commit. A lightweight tag is a name and
 * nothing else; an annotated one also says who made it, when and why.
 */
@ProviderType
public interface Tags {
  /** All tags by name. */
  List<Tag> all();

  /** The tag of a name, if there is one. */
  Optional<Tag> find(String name);

  /**
   * The tag of a name.
   *
   * @throws NotFoundException if there is none; the hint names what comes close
   */
  Tag get(String name);

  /**
   * Creates a tag.
   *
   * @param name as Git's rules for names have it
   * @param annotation what to say with it; empty for a lightweight tag
   * @throws UsageException if the name breaks a rule, or the message is blank; says which
   * @throws FxdException if there is such a tag, or one that Git could not keep beside it
   * @throws NotFoundException if the project has no such commit
   */
  Tag create(String name, Commit at, Optional<Annotation> annotation, Origin origin);

  /**
   * Puts another tag of the same name in place of one, whatever commits are left that no name leads
   * to: until gc, undo brings them back.
   *
   * @param annotation what to say with it; empty for a lightweight tag
   * @throws UsageException if the message is blank
   * @throws ConflictException if it is another one by now
   * @throws NotFoundException if the project has no such commit
   */
  Tag replace(Tag tag, Commit at, Optional<Annotation> annotation, Origin origin);

  /**
   * Deletes a tag, if each of its commits stays within reach of a branch, another tag or another
   * reference; what is checked out by itself does not count as one.
   *
   * @throws FxdException if commits would be left that no name leads to; the message counts them
   * @throws ConflictException if it is another one by now
   */
  void delete(Tag tag, Origin origin);

  /** As {@link #delete}, but whatever commits are left: until gc, undo brings them back. */
  void drop(Tag tag, Origin origin);
}
