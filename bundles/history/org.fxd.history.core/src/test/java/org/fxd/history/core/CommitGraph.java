package org.fxd.history.core;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Person;
import org.fxd.store.api.Batch;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.Store;

/** Commits made by hand, in a store that counts how many were read. */
final class CommitGraph implements Store {
  private static final Person ADA = new Person("Ada", "ada@example.org");

  private final Map<Hash, byte[]> objects = new LinkedHashMap<>();
  private final Map<Hash, Long> generations = new LinkedHashMap<>();
  private int reads;

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
    byte[] encoded = CommitCodec.encode(new StoredCommit(commit, generation, List.of()));
    Hash id = Hash.ofContent(encoded);
    objects.put(id, encoded);
    generations.put(id, generation);
    return id;
  }

  Hash addBytes(byte[] bytes) {
    Hash id = Hash.ofContent(bytes);
    objects.put(id, bytes);
    return id;
  }

  int reads() {
    return reads;
  }

  @Override
  public Map<Hash, Lookup> get(Collection<Hash> hashes) {
    Map<Hash, Lookup> answers = new LinkedHashMap<>();
    for (Hash hash : hashes) {
      reads++;
      byte[] bytes = objects.get(hash);
      answers.put(hash, bytes == null ? new Lookup.Absent() : new Lookup.Present(bytes));
    }
    return answers;
  }

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }

  @Override
  public Optional<InputStream> open(Hash blob) {
    return Optional.empty();
  }

  @Override
  public OptionalLong size(Hash blob) {
    return OptionalLong.empty();
  }

  @Override
  public Optional<Hash> ref(String name) {
    return Optional.empty();
  }

  @Override
  public <T> T index(Function<IndexReader, T> query) {
    throw new UnsupportedOperationException("Commits need no index");
  }

  @Override
  public Batch begin() {
    throw new UnsupportedOperationException("Tests add commits by hand");
  }

  @Override
  public boolean isReadOnly() {
    return true;
  }

  @Override
  public void close() {}
}
