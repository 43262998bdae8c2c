package org.fxd.graph.core.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.store.api.Batch;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.Store;

/**
 * The index in a store: is moved with each change, and made anew if it is not what it should be.
 */
final class StoredIndex {
  private final Store store;

  StoredIndex(Store store) {
    this.store = store;
  }

  /** Reads the index as of one moment. */
  <T> T read(Function<IndexReader, T> query) {
    return store.index(query);
  }

  /**
   * Asks the index of a view.
   *
   * @return empty if the index has moved on meanwhile
   */
  <T> Optional<T> ask(View view, Function<IndexReader, T> question) {
    return read(
        index ->
            Meta.of(index)
                .filter(meta -> meta.root().equals(view.base()))
                .map(meta -> question.apply(view.changes().over(index))));
  }

  Optional<Meta> meta() {
    return read(Meta::of);
  }

  /** Writes the index of a root into a store that has none. */
  void make(Batch batch, Node root, String projectors) {
    Rows rows = rows(batch);
    Move.from(root, rows);
    new Meta(root.hash(), projectors).write(rows);
  }

  /**
   * How the index differs from that of a root, in words.
   *
   * @return empty if there is no index, or it is of another root
   */
  Optional<List<String>> differences(Node root, Cancellation cancellation) {
    return read(
        index ->
            Meta.of(index)
                .filter(meta -> meta.root().equals(root.hash()))
                .map(meta -> IndexCheck.compare(index, root, cancellation)));
  }

  /** Takes away what there is of an index, and writes that of a root. */
  void remake(Batch batch, Node root, String projectors) {
    for (byte table : Keys.TABLES) {
      byte[] prefix = {table};
      read(index -> index.scan(prefix, Keys.behind(prefix), removing(batch)));
    }
    make(batch, root, projectors);
  }

  private static BiPredicate<byte[], byte[]> removing(Batch batch) {
    return (key, value) -> {
      batch.index(key, null);
      return true;
    };
  }

  /**
   * Moves the index with a change. If it is not of the root before the change, it is left as it is:
   * whoever asks next makes it anew.
   */
  void move(Batch batch, Node before, Node after) {
    Optional<Meta> meta =
        batch.readIndex(Meta::of).filter(known -> known.root().equals(before.hash()));
    if (meta.isPresent()) {
      Rows rows = rows(batch);
      Move.between(before, after, calm(batch), rows);
      new Meta(after.hash(), meta.get().projectors()).write(rows);
    }
  }

  /** Makes all raw files pending again, because other projectors may find something else. */
  void repeat(Batch batch, Meta meta, String projectors) {
    Rows rows = rows(batch);
    byte[] prefix = {Keys.KEPT};
    read(
        index ->
            index.scan(
                prefix,
                Keys.behind(prefix),
                (key, value) -> {
                  NodeId file = Keys.idIn(key);
                  Kept kept = Kept.decode(value);
                  kept.remove(file, rows);
                  rows.put(Keys.pending(file), kept.stamp());
                  return true;
                }));
    new Meta(meta.root(), projectors).write(rows);
  }

  /** Keeps what was found in raw files, unless they are others by now. */
  void keep(Batch batch, Map<NodeId, Kept> found) {
    Rows rows = rows(batch);
    List<NodeId> wanted = new ArrayList<>();
    read(
        index -> {
          found.forEach(
              (file, kept) -> {
                if (kept.isFor(index.get(Keys.pending(file)))) {
                  wanted.add(file);
                }
              });
          return wanted;
        });
    wanted.forEach(file -> found.get(file).write(file, rows));
  }

  /** Reads row by row, each as of its own moment: enough for whoever holds the turn. */
  IndexReader calm() {
    return new RowByRow(this::read);
  }

  /** The same, with what is sealed and not durable yet. */
  private static IndexReader calm(Batch batch) {
    return new RowByRow(batch::readIndex);
  }

  /** A way to ask an index. */
  @FunctionalInterface
  private interface Asking {
    <T> T ask(Function<IndexReader, T> query);
  }

  private record RowByRow(Asking asking) implements IndexReader {
    @Override
    public Optional<byte[]> get(byte[] key) {
      return asking.ask(index -> index.get(key));
    }

    @Override
    public boolean scan(byte[] from, byte[] to, BiPredicate<byte[], byte[]> visitor) {
      return asking.ask(index -> index.scan(from, to, visitor));
    }
  }

  private static Rows rows(Batch batch) {
    return new Rows() {
      @Override
      public void put(byte[] key, byte[] value) {
        batch.index(key, value);
      }

      @Override
      public void remove(byte[] key) {
        batch.index(key, null);
      }
    };
  }
}
