package org.fxd.git.jgit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;

/**
 * The identities of folders and files that an import brings, as {@code docs/format/identities.md}
 * has them: a pure function of the path and of the identities that the project holds.
 */
final class FileIds {
  private static final byte[] FILE = "file".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FOLDER = "folder".getBytes(StandardCharsets.US_ASCII);
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
    return free(FILE, path);
  }

  /** The id of a new folder. */
  NodeId folder(List<Name> path) {
    return free(FOLDER, path);
  }

  private NodeId free(byte[] sort, List<Name> path) {
    for (long number = 0; ; number++) {
      NodeId id = derived(sort, birth(number), path);
      if (taken.add(id)) {
        return id;
      }
    }
  }

  private static NodeId derived(byte[] sort, Hash birth, List<Name> path) {
    MessageDigest digest = Hash.newDigest();
    digest.update(sort);
    digest.update(birth.bytes());
    for (int i = 0; i < path.size(); i++) {
      if (i > 0) {
        digest.update((byte) '/');
      }
      digest.update(path.get(i).bytes());
    }
    return NodeId.derived(Hash.ofDigest(digest));
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
