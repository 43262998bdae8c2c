package org.fxd.git.jgit.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Iterator;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;

/** The identities of files and folders, as functions of their births. */
public final class DerivedIds {
  private static final byte[] FILE = "file".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FOLDER = "folder".getBytes(StandardCharsets.US_ASCII);

  private DerivedIds() {}

  /**
   * The identity of a file, symbolic link or gitlink.
   *
   * @param birth 32 bytes
   * @param path the names from the imported folder to it
   */
  public static NodeId file(byte[] birth, Iterable<Name> path) {
    return derived(FILE, birth, path);
  }

  /** The identity of a folder; as {@link #file}. */
  public static NodeId folder(byte[] birth, Iterable<Name> path) {
    return derived(FOLDER, birth, path);
  }

  private static NodeId derived(byte[] sort, byte[] birth, Iterable<Name> path) {
    MessageDigest digest = Hash.newDigest();
    digest.update(sort);
    digest.update(birth);
    Iterator<Name> names = path.iterator();
    while (names.hasNext()) {
      digest.update(names.next().bytes());
      if (names.hasNext()) {
        digest.update((byte) '/');
      }
    }
    return NodeId.derived(Hash.ofDigest(digest));
  }
}
