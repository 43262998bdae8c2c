package org.fxd.history.core;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Person;
import org.fxd.store.api.Batch;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.FaultyStore;

/** Commits made by hand, in a store that counts how many were read. */
final class CommitGraph {
  private static final Person ADA = new Person("Ada", "ada@example.org");

  private final FaultyStore store = new FaultyStore(new MemoryStores().create(Path.of("memory")));
  private final Map<Hash, Long> generations = new LinkedHashMap<>();

  Hash add(String message, long time, Hash... parents) {
    long generation = 1;
    for (Hash parent : parents) {
      generation = Math.max(generation, generations.get(parent) + 1);
    }
    return addWithGeneration(message, time, generation, parents);
  }

  Hash addWithGeneration(String message, long time, long generation, Hash... parents) {
    var when = Instant.ofEpochSecond(time).atOffset(ZoneOffset.UTC);
    Commit commit =
        new Commit(Hash.ZERO, Hash.ZERO, List.of(parents), ADA, when, ADA, when, message);
    byte[] encoded = CommitCodec.encode(new StoredCommit(commit, generation));
    Hash id = put(encoded);
    generations.put(id, generation);
    return id;
  }

  Hash addBytes(byte[] bytes) {
    return put(bytes);
  }

  /** The store that they are in. */
  Store store() {
    return store;
  }

  int reads() {
    return store.reads();
  }

  private Hash put(byte[] bytes) {
    Hash id = Hash.ofContent(bytes);
    try (Batch batch = store.begin()) {
      batch.put(ObjectType.COMMIT, id, bytes);
      batch.commit();
    }
    return id;
  }
}
