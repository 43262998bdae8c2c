package org.fxd.git.jgit.export;

import java.util.List;
import java.util.Optional;
import org.fxd.git.api.history.GitMap;
import org.fxd.git.jgit.map.MapEntries;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Store;

/** The map, in the index of a project's store. */
final class StoredCommitMap implements CommitMap {
  private final Store store;

  StoredCommitMap(Store store) {
    this.store = store;
  }

  @Override
  public Optional<Known> find(Hash commit) {
    return store
        .index(reader -> reader.get(MapEntries.toGit(commit)))
        .flatMap(MapEntries::git)
        .map(git -> new Known(git.id(), git.isNative()));
  }

  @Override
  public void add(List<GitMap.Pair> pairs) {
    if (pairs.isEmpty() || store.isReadOnly()) {
      return;
    }
    try (Batch batch = store.begin()) {
      pairs.forEach(pair -> MapEntries.write(pair.git(), pair.commit(), true, batch::index));
      batch.commit();
    }
  }
}
