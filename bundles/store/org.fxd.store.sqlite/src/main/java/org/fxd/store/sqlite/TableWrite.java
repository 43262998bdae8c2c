package org.fxd.store.sqlite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Batch.Stored;
import org.fxd.store.api.ObjectType;
import org.fxd.store.sqlite.frame.FrameType;
import org.fxd.store.sqlite.sorted.Edit;
import org.fxd.store.sqlite.sorted.Overlay;
import org.fxd.store.sqlite.sorted.Run;
import org.fxd.store.sqlite.sorted.Space;

/**
 * Writes objects into frames, and what finds them into runs: what a large batch does, and what is
 * done with the transactions that stand by themselves. All in the writer's open transaction.
 */
final class TableWrite {
  private final Writer writer;
  private final Packer packer;
  private final Numbers numbers;
  private final State state;
  private final ObjectFinder stored;
  private final FrameSink sink;
  private final Map<Hash, Place> blobs = new HashMap<>();
  private final List<Run> indexRuns = new ArrayList<>();

  /**
   * Nothing written yet.
   *
   * @param state what is in the tables before
   * @param stored finds what is in the tables before, through the writer's connection
   */
  TableWrite(Writer writer, Packer packer, Numbers numbers, State state, ObjectFinder stored) {
    this.writer = writer;
    this.packer = packer;
    this.numbers = numbers;
    this.state = state;
    this.stored = stored;
    this.sink = new FrameSink(writer, packer, numbers);
  }

  /** Writes an object, unless it is there already. */
  void put(ObjectType type, Hash hash, byte[] bytes) throws SQLException, DamagedException {
    if (type == ObjectType.BLOB) {
      if (bytes.length > Schema.PIECE_SIZE) {
        putCut(bytes, hash);
        return;
      }
      if (blobs.containsKey(hash)) {
        return;
      }
    }
    if (isStored(hash)) {
      return;
    }
    Place place = sink.add(Table.of(type), type.code(), false, ObjectFinder.key(hash), bytes);
    if (type == ObjectType.BLOB) {
      blobs.put(hash, place);
    }
  }

  private boolean isStored(Hash hash) throws SQLException, DamagedException {
    return !state.objectRuns().isEmpty() && stored.has(hash);
  }

  private void putCut(byte[] bytes, Hash hash) throws SQLException, DamagedException {
    if (blobs.containsKey(hash) || isStored(hash)) {
      return;
    }
    try (InputStream in = new ByteArrayInputStream(bytes)) {
      putCut(new byte[0], in);
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory can be read", e);
    }
  }

  /**
   * Writes a large blob, piece by piece while it is read; only at the end is it known whether it is
   * a new one.
   *
   * @param first what was read of it already: nothing, or a whole piece
   * @throws IOException if it cannot be read; then nothing of it is written
   */
  Stored putCut(byte[] first, InputStream rest) throws SQLException, DamagedException, IOException {
    packer.finish();
    long start = numbers.nextPiece();
    long next = start;
    long size = 0;
    MessageDigest digest = Hash.newDigest();
    boolean read = false;
    try {
      byte[] piece = first.length > 0 ? first : rest.readNBytes(Schema.PIECE_SIZE);
      while (piece.length > 0) {
        digest.update(piece);
        size += piece.length;
        long number = next++;
        packer.add(piece, row -> writer.insertPiece(number, row));
        piece = rest.readNBytes(Schema.PIECE_SIZE);
      }
      read = true;
    } finally {
      if (!read) {
        packer.cancel();
        writer.deletePieces(start, next);
      }
    }
    packer.finish();
    Hash hash = Hash.ofDigest(digest);
    if (blobs.containsKey(hash) || isStored(hash)) {
      writer.deletePieces(start, next);
    } else {
      numbers.tookPieces(next - 1);
      byte[] cut = new CutBlob(size, start, hash).encode();
      blobs.put(
          hash, sink.add(Table.VALUES, FrameType.CUT_BLOB, true, ObjectFinder.key(hash), cut));
    }
    return new Stored(hash, size);
  }

  /** Opens a blob that was written here and is not committed. */
  Optional<ObjectFinder.Found> find(Hash blob) throws SQLException, DamagedException {
    Place place = blobs.get(blob);
    if (place == null) {
      return Optional.empty();
    }
    sink.finish();
    return stored.look(blob, place);
  }

  /** Writes edits of the index, in the order of their keys. They count over all written before. */
  void index(Iterator<Edit> edits) throws SQLException {
    if (edits.hasNext()) {
      indexRuns.add(0, new RunRows(writer, numbers).write(Space.INDEX, edits));
    }
  }

  /** The same out of an overlay. */
  void index(Overlay overlay) throws SQLException, DamagedException {
    if (overlay.entries() > 0) {
      indexRuns.add(0, new RunRows(writer, numbers).write(Space.INDEX, overlay.all()));
    }
  }

  /**
   * Writes what is still to be written.
   *
   * @param refs the references that are to be moved
   * @return the state thereafter, without transactions that stand by themselves
   */
  State finish(Map<String, Hash> refs) throws SQLException {
    sink.finish();
    List<Run> objects = new ArrayList<>(state.objectRuns());
    LongPairs places = sink.places();
    if (places.size() > 0) {
      places.sort(ObjectFinder.KEY_BITS);
      objects.add(0, new RunRows(writer, numbers).write(Space.OBJECTS, new PlaceEntries(places)));
    }
    List<Run> index = new ArrayList<>(indexRuns);
    index.addAll(state.indexRuns());
    writer.setRefs(refs);
    long epoch = Epoch.next(state.epoch());
    writer.setEpoch(epoch);
    return new State(epoch, state.last(), refs, state.index(), objects, index);
  }
}
