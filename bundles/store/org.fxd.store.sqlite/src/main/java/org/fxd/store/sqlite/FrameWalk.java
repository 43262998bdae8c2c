package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.ObjectType;
import org.fxd.store.sqlite.frame.Frame;
import org.fxd.store.sqlite.frame.FrameType;

/** Goes through all frames and every object in them, whether a run leads there or not. */
final class FrameWalk {
  private final Reader reader;
  private final Visitor visitor;
  private final Cancellation cancellation;

  /** Is told what stands where. */
  interface Visitor {
    /**
     * A sound object, to its hash.
     *
     * @param bytes its content; null for a blob that is cut
     */
    void sound(Place place, ObjectType type, Hash hash, byte[] bytes);

    /** An object that cannot be read. */
    void damaged(Place place, String why);

    /** A frame of which nothing can be read. */
    void damagedFrame(Table table, long number, String why);
  }

  FrameWalk(Reader reader, Visitor visitor, Cancellation cancellation) {
    this.reader = reader;
    this.visitor = visitor;
    this.cancellation = cancellation;
  }

  /** Goes through those of a table. */
  void walk(Table table, Progress progress) throws SQLException, DamagedException {
    walk(table, reader.ids(table.sql()), progress);
  }

  /** Goes through some of a table. */
  void walk(Table table, long[] numbers, Progress progress) throws SQLException, DamagedException {
    progress.phase("checking " + table.sql().replace("\"", ""), numbers.length);
    for (long number : numbers) {
      cancellation.check();
      progress.advance(1);
      try {
        Place.requireFrame(number);
        Frame frame = Frame.decode(Codec.unpack(row(table, number)));
        for (int slot = 0; slot < frame.count(); slot++) {
          cancellation.check();
          object(table, number, frame, slot);
        }
      } catch (DamagedException e) {
        visitor.damagedFrame(table, number, e.getMessage());
      }
    }
  }

  private Encoded row(Table table, long number) throws SQLException, DamagedException {
    return Faults.reading(() -> reader.frame(table, number))
        .orElseThrow(() -> new DamagedException("its row cannot be found"));
  }

  private void object(Table table, long number, Frame frame, int slot)
      throws SQLException, DamagedException {
    int type = frame.type(slot);
    boolean isCut = type == FrameType.CUT_BLOB;
    Place place = new Place(table, number, slot, isCut);
    try {
      byte[] bytes = frame.bytes(slot);
      if (isCut) {
        CutBlob cut = CutBlob.decode(bytes);
        readPieces(cut);
        visitor.sound(place, ObjectType.BLOB, cut.hash(), null);
      } else {
        visitor.sound(place, TransactionCodec.type(type), Hash.ofContent(bytes), bytes);
      }
    } catch (DamagedException e) {
      visitor.damaged(place, e.getMessage());
    }
  }

  /** All pieces of a large blob, to its end and its hash. */
  private void readPieces(CutBlob cut) throws SQLException, DamagedException {
    Pieces pieces =
        new Pieces(
            cut,
            piece -> {
              cancellation.check();
              return reader.piece(piece);
            });
    try {
      Optional<byte[]> piece = Faults.reading(pieces::next);
      while (piece.isPresent()) {
        piece = Faults.reading(pieces::next);
      }
    } catch (DamagedException e) {
      throw new DamagedException("the blob " + cut.hash() + ": " + e.getMessage());
    }
  }
}
