package org.fxd.graph.core.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.fxd.graph.api.NodeId;

/**
 * The keys of the index. The first byte says which table; see {@link NodeRows} for what is in each.
 *
 * <pre>
 * term    = "T" term[6] unit[8] source[1] [ child[6] ]   where something with that term is
 * inner   = "I" node[6] unit[8]                          in which unit an inner node is
 * stand   = "N" unit[16]                                 where a unit stands: {@link Standing}
 * pending = "P" unit[16]                                 a raw file that was not looked into
 * kept    = "H" unit[16]                                 what was found in it: {@link Kept}
 * meta    = "M"                                          {@link Meta}
 * </pre>
 *
 * The numbers in brackets are bytes. Of ids, the first bytes stand.
 */
final class Keys {
  /** A term of the unit's own node. */
  static final byte OWN = 'o';

  /** A term of stored nodes inside the file that the unit is. */
  static final byte WITHIN = 'i';

  /** A term that an outline of the file gave; kept apart, so that it can be taken back. */
  static final byte FOUND = 'p';

  /** The name of the unit's own node, which is a file: no term tells of its value. */
  static final byte FILE = 'f';

  /** The value of a child, by the child's name. */
  static final byte CHILD = 'c';

  /** All tables, in order. */
  static final byte[] TABLES = {'H', 'I', 'M', 'N', 'P', 'T'};

  static final byte[] META = {'M'};
  static final byte PENDING = 'P';
  static final byte KEPT = 'H';

  static final byte TERM = 'T';
  static final byte INNER = 'I';
  static final byte STAND = 'N';

  private static final int TERM_UNIT_AT = 7;
  private static final int TERM_SOURCE_AT = 15;

  private Keys() {}

  /** The first bytes of an inner node's id, as in its key. */
  static long brief(NodeId id) {
    return id.high() >>> 16;
  }

  static byte[] term(long term, NodeId unit, byte source) {
    return term(term).putLong(unit.high()).put(source).array();
  }

  static byte[] child(long term, NodeId unit, NodeId child) {
    ByteBuffer key = ByteBuffer.allocate(TERM_SOURCE_AT + 7).put(TERM);
    put6(key, term).putLong(unit.high()).put(CHILD);
    return put6(key, brief(child)).array();
  }

  private static ByteBuffer term(long term) {
    return put6(ByteBuffer.allocate(TERM_SOURCE_AT + 1).put(TERM), term);
  }

  /** What all keys of a term begin with. */
  static byte[] termPrefix(long term) {
    return Arrays.copyOf(term(term).array(), TERM_UNIT_AT);
  }

  /** What all keys of a term and a unit begin with. */
  static byte[] termPrefix(long term, long unit) {
    return Arrays.copyOf(term(term).putLong(unit).array(), TERM_SOURCE_AT);
  }

  static long unitOfTerm(byte[] key) {
    return ByteBuffer.wrap(key).getLong(TERM_UNIT_AT);
  }

  static byte sourceOfTerm(byte[] key) {
    return key[TERM_SOURCE_AT];
  }

  static byte[] inner(long brief, NodeId unit) {
    ByteBuffer key = ByteBuffer.allocate(TERM_SOURCE_AT).put(INNER);
    return put6(key, brief).putLong(unit.high()).array();
  }

  /** What the keys of inner nodes begin with whose ids begin with some bytes, at most 6. */
  static byte[] innerPrefix(byte[] start) {
    return prefix(INNER, Arrays.copyOf(start, Math.min(start.length, 6)));
  }

  static long unitOfInner(byte[] key) {
    return ByteBuffer.wrap(key).getLong(TERM_UNIT_AT);
  }

  static byte[] stand(NodeId unit) {
    return prefix(STAND, unit.bytes());
  }

  /** What the keys of units begin with whose ids begin with some bytes. */
  static byte[] standPrefix(byte[] start) {
    return prefix(STAND, start);
  }

  /** What the keys of units begin with whose ids have some upper half. */
  static byte[] standPrefix(long unit) {
    return ByteBuffer.allocate(9).put(STAND).putLong(unit).array();
  }

  static byte[] pending(NodeId unit) {
    return prefix(PENDING, unit.bytes());
  }

  static byte[] kept(NodeId unit) {
    return prefix(KEPT, unit.bytes());
  }

  /** The id in a key that is a table's byte and an id. */
  static NodeId idIn(byte[] key) {
    ByteBuffer bytes = ByteBuffer.wrap(key, 1, NodeId.LENGTH);
    return new NodeId(bytes.getLong(), bytes.getLong());
  }

  /** The first key behind all that begin with a prefix; empty for "to the end". */
  static byte[] behind(byte[] prefix) {
    for (int i = prefix.length - 1; i >= 0; i--) {
      if (prefix[i] != (byte) 0xff) {
        byte[] next = Arrays.copyOf(prefix, i + 1);
        next[i]++;
        return next;
      }
    }
    return new byte[0];
  }

  private static byte[] prefix(byte table, byte[] rest) {
    return ByteBuffer.allocate(rest.length + 1).put(table).put(rest).array();
  }

  private static ByteBuffer put6(ByteBuffer into, long low48) {
    return into.putShort((short) (low48 >>> 32)).putInt((int) low48);
  }
}
