package org.fxd.git.jgit.intake;

import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.fxd.graph.api.Kind;

/**
 * A file, symbolic link or gitlink that a commit brings, or has otherwise than its first parent.
 */
final class FileEdit {
  private final GitPath path;
  private final Version version;
  private final Optional<Version> before;
  private Optional<GitPath> from = Optional.empty();
  private Optional<Version> moved = Optional.empty();
  private byte[] target;

  /**
   * What a file is.
   *
   * @param id its content; of a gitlink, the commit of another repository
   */
  record Version(Kind kind, boolean executable, ObjectId id) {
    /** Whether the content is the same. */
    boolean hasContentOf(Version other) {
      return kind.equals(other.kind) && id.equals(other.id);
    }
  }

  /**
   * An edit.
   *
   * @param before what the first parent has at that path
   */
  FileEdit(GitPath path, Version version, Optional<Version> before) {
    this.path = path;
    this.version = version;
    this.before = before;
  }

  GitPath path() {
    return path;
  }

  Version version() {
    return version;
  }

  /** Whether the first parent has a file at that path. */
  boolean stays() {
    return before.isPresent();
  }

  /** It is one that the first parent has elsewhere, and that is not there any more. */
  void movedFrom(GitPath where, Version what) {
    from = Optional.of(where);
    moved = Optional.of(what);
  }

  /** Where the first parent has it, if that is elsewhere. */
  Optional<GitPath> from() {
    return from;
  }

  /** Whether the content is what it was in the first parent, there or elsewhere. */
  boolean keepsContent() {
    return before.or(() -> moved).filter(version::hasContentOf).isPresent();
  }

  /** Of a symbolic link: where it points. */
  byte[] target() {
    return target;
  }

  void target(byte[] bytes) {
    target = bytes;
  }
}
