package org.fxd.graph.core.owner;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.fxd.graph.api.NodeId;
import org.fxd.store.api.Batch;
import org.fxd.store.api.IndexReader;

/**
 * The book in a store's index. What is put goes into a batch, and shows when that is committed, so
 * one operation can be written to it and no more.
 */
final class StoredBook implements Book {
  /** Reads an index. */
  interface Reading {
    <T> T read(Function<IndexReader, T> query);
  }

  private final Reading index;
  private final BiConsumer<byte[], byte[]> edits;

  private StoredBook(Reading index, BiConsumer<byte[], byte[]> edits) {
    this.index = index;
    this.edits = edits;
  }

  /** The book as a batch will find it, to be written by it. */
  static StoredBook in(Batch batch) {
    return new StoredBook(batch::readIndex, batch::index);
  }

  /** The book as of one moment. */
  static StoredBook asOf(IndexReader index) {
    Reading reading =
        new Reading() {
          @Override
          public <T> T read(Function<IndexReader, T> query) {
            return query.apply(index);
          }
        };
    return new StoredBook(
        reading,
        (key, value) -> {
          throw new IllegalStateException("This book is only to be read");
        });
  }

  @Override
  public Optional<Marks> marks(NodeId node) {
    Optional<byte[]> kept = index.read(reader -> reader.get(Keys.marks(node)));
    try {
      return kept.map(Marks::decode);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new DamagedBookException("the marks of " + node + " are damaged: " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<Signature> newest() {
    byte[] table = Keys.signatures();
    return index.read(
        reader -> {
          Signature[] newest = new Signature[1];
          reader.scan(
              table,
              Keys.behind(table),
              (key, value) -> {
                newest[0] = Signature.decode(Keys.number(key), value).orElse(null);
                return false;
              });
          return Optional.ofNullable(newest[0]);
        });
  }

  @Override
  public Optional<Signature> signature(long number) {
    return index
        .read(reader -> reader.get(Keys.signature(number)))
        .flatMap(value -> Signature.decode(number, value));
  }

  @Override
  public void put(NodeId node, Optional<Marks> marks) {
    edits.accept(Keys.marks(node), marks.map(Marks::encode).orElse(null));
  }

  @Override
  public void sign(Signature next) {
    edits.accept(Keys.signature(next.number()), next.encode());
  }

  /** Sees to it that the book cannot be read, so that it will be written anew. */
  void spoil(long number) {
    edits.accept(Keys.signature(number), new byte[0]);
  }

  /** Takes all of it away. */
  void clear() {
    for (byte[] table : Keys.tables()) {
      index.read(
          reader ->
              reader.scan(
                  table,
                  Keys.behind(table),
                  (key, value) -> {
                    edits.accept(key, null);
                    return true;
                  }));
    }
  }
}
