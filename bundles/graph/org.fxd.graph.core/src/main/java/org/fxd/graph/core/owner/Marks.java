package org.fxd.graph.core.owner;

import java.util.Optional;
import org.fxd.graph.core.codec.ByteReader;
import org.fxd.graph.core.codec.ByteWriter;

/**
 * What is kept of one node.
 *
 * @param own the node's own mark
 * @param inner the mark of the nodes inside that have none; empty if these have that of the nodes
 *     beside this one. That of a raw file says where its content is from
 * @param gone whether the node is not in the tree any more
 */
record Marks(Mark own, Optional<Mark> inner, boolean gone) {
  private static final int INNER = 1;

  /** The inner mark is the same as the own one, and is not written. */
  private static final int SAME = 2;

  private static final int GONE = 4;

  /** The mark that a node that comes back has for what is inside and nobody knows. */
  Mark innerOrOwn() {
    return inner.orElse(own);
  }

  byte[] encode() {
    boolean same = inner.filter(own::equals).isPresent();
    int flags = (inner.isPresent() ? INNER : 0) | (same ? SAME : 0) | (gone ? GONE : 0);
    ByteWriter out = new ByteWriter(16).octet(flags);
    write(own, out);
    if (!same) {
      inner.ifPresent(mark -> write(mark, out));
    }
    return out.toBytes();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  static Marks decode(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    int flags = in.octet();
    Mark own = read(in);
    Optional<Mark> inner =
        (flags & INNER) == 0 ? Optional.empty() : Optional.of((flags & SAME) == 0 ? read(in) : own);
    in.end();
    return new Marks(own, inner, (flags & GONE) != 0);
  }

  private static void write(Mark mark, ByteWriter out) {
    out.varint(mark.created()).varint(mark.modified() - mark.created());
  }

  private static Mark read(ByteReader in) {
    long created = in.varint();
    return new Mark(created, Math.addExact(created, in.varint()));
  }
}
