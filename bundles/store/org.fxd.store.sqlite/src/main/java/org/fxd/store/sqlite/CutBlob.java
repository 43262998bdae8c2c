package org.fxd.store.sqlite;

import java.nio.ByteBuffer;
import org.fxd.graph.api.Hash;

/**
 * Where the pieces of a large blob are. Stands in a frame in the blob's place: size and number of
 * the first piece (eight bytes each, most significant first), then the hash of the content.
 *
 * @param size of the content
 * @param first the number of the first piece; the others follow without a gap
 */
record CutBlob(long size, long first, Hash hash) {
  private static final int LENGTH = 2 * Long.BYTES + Hash.LENGTH;

  /** How many pieces there are. */
  long pieces() {
    return (size + Schema.PIECE_SIZE - 1) / Schema.PIECE_SIZE;
  }

  byte[] encode() {
    return ByteBuffer.allocate(LENGTH).putLong(size).putLong(first).put(hash.bytes()).array();
  }

  static CutBlob decode(byte[] bytes) throws DamagedException {
    if (bytes.length != LENGTH) {
      throw new DamagedException(
          "what says where a blob's pieces are has " + bytes.length + " bytes");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CutBlob cut =
        new CutBlob(in.getLong(), in.getLong(), Hash.of(bytes, 2 * Long.BYTES, Hash.LENGTH));
    if (cut.size <= Schema.PIECE_SIZE
        || cut.first < 1
        || cut.first > Long.MAX_VALUE - cut.pieces()) {
      throw new DamagedException(
          "what says where a blob's pieces are holds numbers that cannot be");
    }
    return cut;
  }
}
