package org.fxd.git.jgit.map;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.fxd.git.api.history.GitId;
import org.fxd.graph.api.Hash;

/**
 * The entries of the map, as {@code docs/format/git.md} has them.
 *
 * <pre>
 * to Git    = "g" commit[32]         git[20] native[1]
 * from Git  = "G" git[20] commit[32]
 * </pre>
 */
public final class MapEntries {
  private static final byte TO_GIT = 'g';
  private static final byte FROM_GIT = 'G';
  private static final byte NATIVE = 1;

  private MapEntries() {}

  /** What a commit is in Git, and whether it was made here and went there. */
  public record Git(GitId id, boolean isNative) {}

  /** Writes a pair. */
  public static void write(
      GitId git, Hash commit, boolean isNative, BiConsumer<byte[], byte[]> index) {
    byte[] value = Arrays.copyOf(git.bytes(), GitId.LENGTH + 1);
    value[GitId.LENGTH] = isNative ? NATIVE : 0;
    index.accept(toGit(commit), value);
    index.accept(key(FROM_GIT, git.bytes(), commit.bytes()), new byte[0]);
  }

  /** The key of what a commit is in Git. */
  static byte[] toGit(Hash commit) {
    return key(TO_GIT, commit.bytes());
  }

  /** What the keys of all Git commits begin with whose ids begin so. */
  static byte[] fromGit(byte[] start) {
    return key(FROM_GIT, start);
  }

  /** Reads what a commit is in Git; empty if it is written otherwise. */
  static Optional<Git> git(byte[] value) {
    return value.length == GitId.LENGTH + 1
        ? Optional.of(
            new Git(GitId.of(Arrays.copyOf(value, GitId.LENGTH)), value[GitId.LENGTH] == NATIVE))
        : Optional.empty();
  }

  /** The Git commit in a key. */
  static GitId gitIn(byte[] key) {
    return GitId.of(Arrays.copyOfRange(key, 1, 1 + GitId.LENGTH));
  }

  /** The commit in the key of a Git commit; empty if it is written otherwise. */
  static Optional<Hash> commitIn(byte[] key) {
    return key.length == 1 + GitId.LENGTH + Hash.LENGTH
        ? Optional.of(Hash.of(Arrays.copyOfRange(key, 1 + GitId.LENGTH, key.length)))
        : Optional.empty();
  }

  /** The first key behind all that begin with a prefix. */
  static byte[] behind(byte[] prefix) {
    byte[] next = prefix.clone();
    int last = next.length - 1;
    while (next[last] == (byte) 0xff) {
      last--;
    }
    next = Arrays.copyOf(next, last + 1);
    next[last]++;
    return next;
  }

  private static byte[] key(byte table, byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    ByteBuffer key = ByteBuffer.allocate(1 + length).put(table);
    for (byte[] part : parts) {
      key.put(part);
    }
    return key.array();
  }
}
