package org.fxd.git.jgit.object;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.fxd.git.api.history.GitId;

/** Ids of Git objects: the SHA-1 of type, length and bytes. Belongs to one thread. */
public final class GitHasher {
  /** The types of objects, as they are written. */
  public static final String COMMIT = "commit";

  /** See {@link #COMMIT}. */
  public static final String TREE = "tree";

  /** See {@link #COMMIT}. */
  public static final String BLOB = "blob";

  /** See {@link #COMMIT}. */
  public static final String TAG = "tag";

  private final MessageDigest digest = sha1();

  /** Begins an object whose bytes come in pieces. */
  public GitHasher(String type, long length) {
    digest.update((type + " " + length + "\0").getBytes(StandardCharsets.US_ASCII));
  }

  /** The next bytes. */
  public void update(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
  }

  /** The id, when all bytes were given. */
  public GitId id() {
    return GitId.of(digest.digest());
  }

  /** The id of an object. */
  public static GitId id(String type, byte[] bytes) {
    GitHasher hasher = new GitHasher(type, bytes.length);
    hasher.update(bytes, 0, bytes.length);
    return hasher.id();
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }
}
