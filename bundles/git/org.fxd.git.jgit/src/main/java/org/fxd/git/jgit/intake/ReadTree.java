package org.fxd.git.jgit.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.git.jgit.object.GitTreeCodec;
import org.fxd.git.jgit.object.GitTreeEntry;
import org.fxd.graph.api.Name;

/**
 * A tree that was read.
 *
 * @param entries what a folder made of it holds
 * @param odd its bytes, if that folder would be written otherwise
 */
record ReadTree(Map<Name, GitTreeEntry> entries, Optional<byte[]> odd) {
  static final ReadTree EMPTY = new ReadTree(Map.of(), Optional.empty());

  /** Reads a tree. */
  static ReadTree of(byte[] raw) {
    List<GitTreeEntry> entries = GitTreeCodec.parse(raw);
    return new ReadTree(
        GitTreeCodec.effective(entries),
        GitTreeCodec.isOdd(entries) ? Optional.of(raw) : Optional.empty());
  }
}
