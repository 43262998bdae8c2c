package org.fxd.graph.core.owner;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.fxd.graph.api.NodeId;

/** A book in memory: what has to be written to another one, or all of it. */
final class HeldBook implements Book {
  private final Optional<Book> base;
  private final Map<NodeId, Optional<Marks>> marks = new HashMap<>();
  private final Map<NodeId, Optional<Marks>> put = new HashMap<>();
  private final Map<Long, Signature> signatures = new LinkedHashMap<>();
  private Optional<Signature> newest;

  /**
   * A book that goes on from another one, or from nothing.
   *
   * @param base is only read
   */
  HeldBook(Optional<Book> base) {
    this.base = base;
    this.newest = base.flatMap(Book::newest);
  }

  @Override
  public Optional<Marks> marks(NodeId node) {
    Optional<Marks> held = marks.get(node);
    return held != null ? held : base.flatMap(book -> book.marks(node));
  }

  @Override
  public Optional<Signature> newest() {
    return newest;
  }

  @Override
  public Optional<Signature> signature(long number) {
    return Optional.ofNullable(signatures.get(number))
        .or(() -> base.flatMap(book -> book.signature(number)));
  }

  @Override
  public void put(NodeId node, Optional<Marks> next) {
    put.put(node, next);
  }

  @Override
  public void sign(Signature next) {
    marks.putAll(put);
    put.clear();
    signatures.put(next.number(), next);
    newest = Optional.of(next);
  }

  /** Tells what an index has of it, in no order. */
  void eachRow(BiConsumer<byte[], byte[]> rows) {
    marks.forEach(
        (node, kept) -> kept.ifPresent(said -> rows.accept(Keys.marks(node), said.encode())));
    signatures.forEach((number, said) -> rows.accept(Keys.signature(number), said.encode()));
  }

  /** Whether it holds all there is. */
  boolean isWhole() {
    return base.isEmpty();
  }

  /** Writes what it holds to another one. */
  void writeTo(Book other) {
    marks.forEach(other::put);
    signatures.values().forEach(other::sign);
  }
}
