package org.fxd.graph.core.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.projection.Outline;
import org.fxd.store.api.IndexReader;

/**
 * What was found in a raw file: which rows of the index come from it, so that they can be taken
 * back when the file is another, and the projector's hint.
 *
 * <pre>
 * value = stamp[8] terms[3] nodes[3] term[6]* node[6]* hint
 * </pre>
 */
// Compared by nobody; arrays as they are in the index.
@SuppressWarnings("ArrayRecordComponent")
record Kept(byte[] stamp, long[] terms, long[] nodes, byte[] hint) {
  private static final int STAMP = 8;
  private static final int HEADER = STAMP + 6;

  /** The bytes that are others when a file's projection may be another. */
  static byte[] stamp(Entry file) {
    return ByteBuffer.allocate(STAMP)
        .putLong(
            NodeId.derived(file.node().hash()).high()
                ^ file.name().hashCode() * 0x9e3779b97f4a7c15L)
        .array();
  }

  /** What outlines say. */
  static Kept of(byte[] stamp, List<Outline> outlines, byte[] hint) {
    LongStream.Builder terms = LongStream.builder();
    LongStream.Builder nodes = LongStream.builder();
    NodeTerms into = new NodeTerms(terms::add);
    for (Outline outline : outlines) {
      into.metadata(outline.metadata());
      for (Outline.Inner inner : outline.inner()) {
        nodes.add(Keys.brief(inner.id()));
        into.within(inner.name(), inner.kind(), inner.metadata());
      }
    }
    return new Kept(stamp, set(terms), set(nodes), hint);
  }

  private static long[] set(LongStream.Builder numbers) {
    return numbers.build().sorted().distinct().toArray();
  }

  /** What is kept of a file; empty if it was not looked into. */
  static Optional<Kept> of(IndexReader index, NodeId file) {
    return index.get(Keys.kept(file)).map(Kept::decode);
  }

  static Kept decode(byte[] value) {
    ByteBuffer bytes = ByteBuffer.wrap(value);
    byte[] stamp = new byte[STAMP];
    bytes.get(stamp);
    int terms = get3(bytes);
    int nodes = get3(bytes);
    if (value.length < HEADER + 6 * (terms + nodes)) {
      throw new IllegalArgumentException("what was found in a file ends too early");
    }
    return new Kept(
        stamp,
        get6(bytes, terms),
        get6(bytes, nodes),
        Arrays.copyOfRange(value, HEADER + 6 * (terms + nodes), value.length));
  }

  /** Only the hint. */
  static byte[] hint(byte[] value) {
    ByteBuffer bytes = ByteBuffer.wrap(value);
    bytes.position(STAMP);
    int from = HEADER + 6 * (get3(bytes) + get3(bytes));
    return Arrays.copyOfRange(value, from, value.length);
  }

  /** Whether it was found in the file that is pending. */
  boolean isFor(Optional<byte[]> pending) {
    return pending.filter(wanted -> Arrays.equals(wanted, stamp)).isPresent();
  }

  byte[] encode() {
    ByteBuffer bytes =
        ByteBuffer.allocate(HEADER + 6 * (terms.length + nodes.length) + hint.length).put(stamp);
    put3(bytes, terms.length);
    put3(bytes, nodes.length);
    for (long term : terms) {
      bytes.putShort((short) (term >>> 32)).putInt((int) term);
    }
    for (long node : nodes) {
      bytes.putShort((short) (node >>> 32)).putInt((int) node);
    }
    return bytes.put(hint).array();
  }

  /** Puts in the rows that come from it, and itself; the file is pending no more. */
  void write(NodeId file, Rows rows) {
    for (long term : terms) {
      rows.put(Keys.term(term, file, Keys.FOUND), NodeRows.NOTHING);
    }
    for (long node : nodes) {
      rows.put(Keys.inner(node, file), NodeRows.NOTHING);
    }
    rows.put(Keys.kept(file), encode());
    rows.remove(Keys.pending(file));
  }

  /** Takes the rows away that come from it, and itself. */
  void remove(NodeId file, Rows rows) {
    for (long term : terms) {
      rows.remove(Keys.term(term, file, Keys.FOUND));
    }
    for (long node : nodes) {
      rows.remove(Keys.inner(node, file));
    }
    rows.remove(Keys.kept(file));
  }

  private static int get3(ByteBuffer bytes) {
    return (bytes.getShort() & 0xffff) << 8 | bytes.get() & 0xff;
  }

  private static void put3(ByteBuffer bytes, int number) {
    bytes.putShort((short) (number >>> 8)).put((byte) number);
  }

  private static long[] get6(ByteBuffer bytes, int count) {
    long[] numbers = new long[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (bytes.getShort() & 0xffffL) << 32 | bytes.getInt() & 0xffffffffL;
    }
    return numbers;
  }
}
