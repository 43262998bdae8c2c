package org.fxd.git.jgit.export;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fxd.git.api.history.GitId;
import org.fxd.git.api.history.GitMap;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Store;

/** The map, in the index of a project's store. */
final class StoredCommitMap implements CommitMap {
  /** A commit, and what it is in Git: the id, and whether it was made here. */
  private static final byte COMMIT = 'g';

  /** A Git id with the commit behind it, and nothing as its value. */
  private static final byte GIT = 'G';

  private static final byte NATIVE = 1;

  private final Store store;

  StoredCommitMap(Store store) {
    this.store = store;
  }

  @Override
  public Optional<Known> find(Hash commit) {
    return store
        .index(reader -> reader.get(key(COMMIT, commit.bytes())))
        .filter(value -> value.length == GitId.LENGTH + 1)
        .map(
            value ->
                new Known(
                    GitId.of(Arrays.copyOf(value, GitId.LENGTH)), value[GitId.LENGTH] == NATIVE));
  }

  @Override
  public void add(List<GitMap.Pair> pairs) {
    if (pairs.isEmpty() || store.isReadOnly()) {
      return;
    }
    try (Batch batch = store.begin()) {
      for (GitMap.Pair pair : pairs) {
        byte[] git = pair.git().bytes();
        byte[] commit = pair.commit().bytes();
        byte[] value = Arrays.copyOf(git, git.length + 1);
        value[git.length] = NATIVE;
        batch.index(key(COMMIT, commit), value);
        batch.index(key(GIT, git, commit), new byte[0]);
      }
      batch.commit();
    }
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
