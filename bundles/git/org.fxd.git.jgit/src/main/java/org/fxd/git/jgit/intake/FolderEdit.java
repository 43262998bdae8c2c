package org.fxd.git.jgit.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Name;

/** What a commit does to a folder. */
final class FolderEdit {
  private final GitPath path;
  private final boolean stays;
  private final List<Name> removed = new ArrayList<>();
  private final List<FileEdit> files = new ArrayList<>();
  private final List<FolderEdit> folders = new ArrayList<>();
  private Optional<byte[]> kept = Optional.empty();

  /**
   * An edit that changes nothing yet.
   *
   * @param stays whether the first parent has a folder at that path
   */
  FolderEdit(GitPath path, boolean stays) {
    this.path = path;
    this.stays = stays;
  }

  GitPath path() {
    return path;
  }

  boolean stays() {
    return stays;
  }

  /** What is gone from it, or is a file and was a folder, or the other way round. */
  List<Name> removed() {
    return removed;
  }

  /** What is put into it. */
  List<FileEdit> files() {
    return files;
  }

  /** Folders within it that are new or change. */
  List<FolderEdit> folders() {
    return folders;
  }

  /** The bytes of its tree, if they have to be kept. */
  Optional<byte[]> kept() {
    return kept;
  }

  void kept(Optional<byte[]> bytes) {
    kept = bytes;
  }
}
