package org.fxd.store.sqlite;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Optional;
import org.fxd.graph.api.Hash;

/**
 * The content of a large blob, a piece at a time, and at its end the proof that it is the right
 * one. No more than one piece is held at a time, and none is believed to be larger than it may be.
 */
final class Pieces {
  private final CutBlob blob;
  private final Source source;
  private final MessageDigest digest = Hash.newDigest();
  private long left;
  private long next;

  Pieces(CutBlob blob, Source source) {
    this.blob = blob;
    this.source = source;
    this.left = blob.size();
    this.next = blob.first();
  }

  /** Where pieces are read. */
  @FunctionalInterface
  interface Source {
    Optional<Encoded> piece(long number) throws SQLException, DamagedException;
  }

  /**
   * The next piece, which has at least one byte; empty at the end.
   *
   * @throws DamagedException if there is no such piece, or if this is the end and what was read
   *     does not have the hash
   */
  Optional<byte[]> next() throws SQLException, DamagedException {
    if (left == 0) {
      verify();
      return Optional.empty();
    }
    long number = next - blob.first();
    Encoded piece =
        Faults.reading(() -> source.piece(next))
            .orElseThrow(() -> new DamagedException("its piece " + number + " is missing"));
    long expected = Math.min(left, Schema.PIECE_SIZE);
    if (piece.size() != expected) {
      throw new DamagedException(
          "its piece " + number + " has " + piece.size() + " bytes instead of " + expected);
    }
    byte[] bytes = Codec.unpack(piece);
    next++;
    left -= bytes.length;
    digest.update(bytes);
    return Optional.of(bytes);
  }

  /** All of it. */
  byte[] all() throws SQLException, DamagedException {
    // The size is not believed: room is made for what comes, not for what is announced.
    ByteArrayOutputStream content = new ByteArrayOutputStream(2 * Schema.PIECE_SIZE);
    for (Optional<byte[]> piece = next(); piece.isPresent(); piece = next()) {
      content.writeBytes(piece.get());
    }
    return content.toByteArray();
  }

  private void verify() throws DamagedException {
    Hash found = Hash.ofDigest(digest);
    if (!found.equals(blob.hash())) {
      throw new DamagedException("its content has the hash " + found);
    }
  }
}
