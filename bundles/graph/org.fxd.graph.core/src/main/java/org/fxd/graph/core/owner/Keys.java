package org.fxd.graph.core.owner;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.fxd.graph.api.NodeId;

/**
 * The keys of the book, beside those of the index of nodes, which begin with other bytes.
 *
 * <pre>
 * marks     = "O" node[16]
 * signature = "W" 2^63 - 1 - number[8]      so that the newest is the first
 * </pre>
 */
final class Keys {
  private static final byte MARKS = 'O';
  private static final byte SIGNATURE = 'W';

  private Keys() {}

  static byte[] marks(NodeId node) {
    return ByteBuffer.allocate(1 + NodeId.LENGTH)
        .put(MARKS)
        .putLong(node.high())
        .putLong(node.low())
        .array();
  }

  static byte[] signature(long number) {
    return ByteBuffer.allocate(1 + Long.BYTES)
        .put(SIGNATURE)
        .putLong(Long.MAX_VALUE - number)
        .array();
  }

  /** The number in the key of a signature; 0 if it is none. */
  static long number(byte[] key) {
    return key.length == 1 + Long.BYTES
        ? Math.max(0, Long.MAX_VALUE - ByteBuffer.wrap(key).getLong(1))
        : 0;
  }

  /** What the keys of all marks, and those of all signatures, begin with. */
  static byte[][] tables() {
    return new byte[][] {{MARKS}, signatures()};
  }

  /** What the keys of all signatures begin with. */
  static byte[] signatures() {
    return new byte[] {SIGNATURE};
  }

  /** The first key behind all of a table. */
  static byte[] behind(byte[] table) {
    byte[] next = Arrays.copyOf(table, 1);
    next[0]++;
    return next;
  }
}
