package org.fxd.git.jgit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.fxd.git.jgit.identity.DerivedIds;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;

/**
 * The identities of folders and files that an import brings, as {@code docs/format/identities.md}
 * has them: a pure function of the path and of the identities that the project holds.
 */
final class FileIds {
  private static final byte[] BIRTH = "birth".getBytes(StandardCharsets.US_ASCII);

  private final Set<NodeId> taken;

  /**
   * Ids beside others.
   *
   * @param taken the ids that there are; those given out are added
   */
  FileIds(Set<NodeId> taken) {
    this.taken = taken;
  }

  /** The id of a new file, symbolic link or gitlink. */
  NodeId file(List<Name> path) {
    return free(birth -> DerivedIds.file(birth, path));
  }

  /** The id of a new folder. */
  NodeId folder(List<Name> path) {
    return free(birth -> DerivedIds.folder(birth, path));
  }

  private NodeId free(Function<byte[], NodeId> born) {
    for (long number = 0; ; number++) {
      NodeId id = born.apply(birth(number).bytes());
      if (taken.add(id)) {
        return id;
      }
    }
  }

  private static Hash birth(long number) {
    if (number == 0) {
      return Hash.ZERO;
    }
    MessageDigest digest = Hash.newDigest();
    digest.update(BIRTH);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    return Hash.ofDigest(digest);
  }
}
