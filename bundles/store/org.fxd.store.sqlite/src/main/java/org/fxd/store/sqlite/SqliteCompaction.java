package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.ObjectType;
import org.fxd.store.sqlite.frame.FrameType;
import org.fxd.store.sqlite.frame.GraphPacker;
import org.fxd.store.sqlite.frame.Lineage;
import org.fxd.store.sqlite.frame.LineagePacker;
import org.fxd.store.sqlite.frame.PackSettings;
import org.fxd.store.sqlite.frame.PackedFrame;
import org.fxd.store.sqlite.frame.PackedFrames;

/**
 * Writes what is kept into new frames, a few at a time, while others go on; nobody knows of those
 * frames yet. At the end, in one transaction, the runs that say where objects are make way for one
 * that tells of the new frames. Only then the old frames go, again a few at a time. Killed before
 * that transaction, it leaves frames that nobody knows of, and killed after it, it does so too: the
 * next one counts them among the old.
 */
final class SqliteCompaction implements Compaction {
  /** So many bytes of frames are written at a time. */
  private static final long ROUND = 8L << 20;

  private final Writing writing;
  private final Runnable whenClosed;
  private final Map<Table, long[]> oldFrames = new EnumMap<>(Table.class);
  private final LongSet old = new LongSet();
  private final long lastOldPiece;
  private final long bytesBefore;
  private final Caches caches = Caches.large();
  private final MarkedHashes kept = new MarkedHashes();
  private final LongSet keptKeys = new LongSet();
  private final MarkedHashes packed = new MarkedHashes();
  private final LongSet movedPlaces = new LongSet();
  private final LongPairs places = new LongPairs();
  private final LongSet staying = new LongSet();
  private final LivePieces livePieces = new LivePieces();
  private final LineagePacker blobs;
  private final Map<Table, GraphPacker> others = new EnumMap<>(Table.class);
  private long ownLineages = 1L << 40;
  private final List<Waiting> waiting = new ArrayList<>();
  private long waitingBytes;
  private boolean ended;

  private record Waiting(Table table, PackedFrame frame) {}

  /**
   * Begins; all that is in the file now is old.
   *
   * @param whenClosed run once
   */
  SqliteCompaction(Writing writing, Runnable whenClosed) {
    this.writing = writing;
    this.whenClosed = whenClosed;
    this.blobs = new LineagePacker(PackSettings.BLOBS, writing.threads(), sink(Table.VALUES));
    writing.gather();
    long[] numbers = new long[2];
    writing
        .reading()
        .now(
            moment -> {
              Reader reader = moment.reader();
              for (Table table : Table.values()) {
                oldFrames.put(table, reader.ids(table.sql()));
              }
              numbers[0] = reader.highest("pieces");
              numbers[1] = bytes(moment);
              return null;
            });
    for (long[] frames : oldFrames.values()) {
      for (long frame : frames) {
        old.add(frame);
      }
    }
    lastOldPiece = numbers[0];
    bytesBefore = numbers[1];
  }

  @Override
  public boolean keep(Hash hash) {
    requireOpen();
    keptKeys.add(ObjectFinder.key(hash) + 1);
    return kept.add(hash);
  }

  @Override
  public void pack(ObjectType type, List<Hash> versions) {
    requireOpen();
    List<Hash> whole = new ArrayList<>();
    for (Hash hash : versions) {
      toPack(hash).ifPresent(bytes -> whole.add(hash));
    }
    if (type == ObjectType.BLOB && !whole.isEmpty()) {
      blobs.add(new Versions(whole));
    } else {
      for (int i = whole.size() - 1; i >= 0; i--) {
        Hash hash = whole.get(i);
        packBehind(type, ++ownLineages, hash, find(hash).orElseThrow().bytes());
      }
    }
    write(ROUND);
  }

  @Override
  public void pack(ObjectType type, long lineage, Hash object) {
    requireOpen();
    if (type == ObjectType.BLOB) {
      pack(type, List.of(object));
    } else {
      toPack(object).ifPresent(bytes -> packBehind(type, lineage, object, bytes));
      write(ROUND);
    }
  }

  private void packBehind(ObjectType type, long lineage, Hash object, byte[] bytes) {
    others(Table.of(type)).add(type.code(), lineage, ObjectFinder.key(object), object, bytes);
  }

  /**
   * Whether an object is there, whole, and not packed yet; if so, it counts as packed from now on.
   *
   * @return its content; empty if there is nothing more to do about it
   */
  private Optional<byte[]> toPack(Hash hash) {
    Optional<ObjectFinder.Found> found = find(hash);
    if (found.isEmpty() || found.get().damage() != null || !packed.add(hash)) {
      return Optional.empty();
    }
    movedPlaces.add(found.get().place().packed() + 1);
    CutBlob cut = found.get().cut();
    if (cut != null) {
      livePieces.add(cut.first(), cut.first() + cut.pieces());
      blobs.add(new OneCut(cut));
      return Optional.empty();
    }
    return Optional.of(found.get().bytes());
  }

  private GraphPacker others(Table table) {
    return others.computeIfAbsent(
        table, any -> new GraphPacker(PackSettings.NODES, writing.threads(), sink(table)));
  }

  private PackedFrames sink(Table table) {
    return frame -> {
      waiting.add(new Waiting(table, frame));
      waitingBytes += frame.frame().data().length;
    };
  }

  /** Those of the tables, but not those of transactions that stand by themselves. */
  private Optional<ObjectFinder.Found> find(Hash hash) {
    return writing
        .reading()
        .now(moment -> Moment.frames(moment.reader(), moment.state(), caches).find(hash));
  }

  /** Writes the frames that are done, if there are so many bytes of them. */
  private void write(long least) {
    if (waitingBytes < least || waiting.isEmpty()) {
      return;
    }
    writing.change(
        before -> {
          for (Waiting each : waiting) {
            long number = writing.numbers().nextFrame();
            writing.writer().insertFrame(each.table, number, each.frame.frame());
            long[] keys = each.frame.keys();
            for (int slot = 0; slot < keys.length; slot++) {
              // A cut blob's key is marked by one more bit.
              boolean isCut = (keys[slot] & OneCut.MARK) != 0;
              places.add(
                  keys[slot] & ~OneCut.MARK, new Place(each.table, number, slot, isCut).packed());
            }
          }
          return before;
        });
    waiting.clear();
    waitingBytes = 0;
  }

  @Override
  public Outcome finish(Runnable rest) {
    requireOpen();
    long removed;
    writing.takeTurn();
    try {
      writing.gather();
      rest.run();
      OldPlaces places = writing.reading().now(this::oldPlaces);
      removed = places.dropped() + packUnclear(places.unclear());
      for (int i = 0; i < places.since().size(); i++) {
        this.places.add(places.since().first(i), places.since().second(i));
      }
      blobs.finish();
      others.values().forEach(GraphPacker::finish);
      write(0);
      new RunExchange(writing).mergeIndex();
      new RunExchange(writing).places(this.places);
    } finally {
      writing.giveTurnBack();
    }
    ended = true;
    OldRows rows = new OldRows(writing);
    rows.removeFrames(oldFrames, staying);
    rows.removePieces(lastOldPiece, livePieces);
    rows.giveRoomBack();
    writing.checkpoint();
    long bytesAfter = writing.reading().now(SqliteCompaction::bytes);
    return new Outcome(places.size(), removed, bytesBefore, bytesAfter);
  }

  private OldPlaces oldPlaces(Moment moment) throws SQLException, DamagedException {
    return OldPlaces.of(moment, old, keptKeys, movedPlaces);
  }

  /**
   * Packs what is kept and nobody packed. What is damaged stays where it is.
   *
   * @return how many of them turn out not to be kept
   */
  private long packUnclear(LongPairs unclear) {
    long dropped = 0;
    for (int i = 0; i < unclear.size(); i++) {
      long key = unclear.first(i);
      long packedPlace = unclear.second(i);
      ObjectFinder.Standing there =
          writing.reading().now(moment -> moment.frames().at(Place.of(packedPlace)));
      if (there.damage() != null) {
        places.add(key, packedPlace);
        staying.add(Place.frame(packedPlace));
      } else if (!kept.contains(there.hash())) {
        dropped++;
      } else {
        pack(there.type(), List.of(there.hash()));
      }
    }
    return dropped;
  }

  private static long bytes(Moment moment) throws SQLException {
    return moment.reader().pragma("page_size") * moment.reader().pragma("page_count");
  }

  @Override
  public void close() {
    ended = true;
    whenClosed.run();
  }

  private void requireOpen() {
    writing.reading().requireOpen();
    if (ended) {
      throw new IllegalStateException("This compaction has ended");
    }
  }

  /** Versions of one thing, read when they are packed. */
  private final class Versions implements Lineage {
    private final List<Hash> hashes;

    Versions(List<Hash> hashes) {
      this.hashes = hashes;
    }

    @Override
    public int type() {
      return ObjectType.BLOB.code();
    }

    @Override
    public int size() {
      return hashes.size();
    }

    @Override
    public long key(int version) {
      return ObjectFinder.key(hashes.get(version));
    }

    @Override
    public byte[] version(int version) {
      return find(hashes.get(version)).orElseThrow().bytes();
    }
  }

  /** What says where a large blob's pieces are. */
  private record OneCut(CutBlob cut) implements Lineage {
    /** Above all bits of a key. */
    static final long MARK = 1L << ObjectFinder.KEY_BITS;

    @Override
    public int type() {
      return FrameType.CUT_BLOB;
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public long key(int version) {
      return ObjectFinder.key(cut.hash()) | MARK;
    }

    @Override
    public byte[] version(int version) {
      return cut.encode();
    }
  }
}
