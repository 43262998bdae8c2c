package org.fxd.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.Inspector.Problem;
import org.fxd.store.api.ObjectType;
import org.fxd.store.sqlite.frame.Frame;
import org.fxd.store.sqlite.frame.FrameType;
import org.fxd.store.sqlite.sorted.Blocks;
import org.fxd.store.sqlite.sorted.EntryCursor;
import org.fxd.store.sqlite.sorted.Overlay;
import org.fxd.store.sqlite.sorted.Run;
import org.fxd.store.sqlite.sorted.SortedEntries;
import org.fxd.store.sqlite.sorted.Space;

/**
 * Looks at everything in a file, as of one moment: SQLite's own structure, every row, every frame
 * with every object in it, and whether the runs lead to them and to nothing else.
 */
final class Inspection {
  private static final int MOST_STRUCTURAL = 20;

  private final Moment moment;
  private final Reader reader;
  private final Inspector inspector;
  private final Progress progress;
  private final Cancellation cancellation;

  /** All places that something sound stands at, plus one. */
  private final LongSet sound = new LongSet();

  /** The same with the keys, for runs to be made of. */
  private final LongPairs places = new LongPairs();

  /** The frames to which the runs lead, and to how many objects in each. */
  private final Map<Long, Integer> objectsIn = new HashMap<>();

  /** The places to which the runs lead, plus one. */
  private final LongSet led = new LongSet();

  private final List<String> broken = new ArrayList<>();
  private final List<String> brokenIndex = new ArrayList<>();

  Inspection(Moment moment, Inspector inspector, Progress progress, Cancellation cancellation) {
    this.moment = moment;
    this.reader = moment.reader();
    this.inspector = inspector;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /** Looks; what can be repaired is told by the caller, who knows whether it is. */
  void run() throws SQLException, DamagedException {
    structure();
    readPlaces();
    transactions();
    for (Table table : Table.values()) {
      frames(table);
    }
    comparePlaces();
    index();
    refs();
  }

  /** What is wrong with the runs that say where objects are. */
  List<String> broken() {
    return broken;
  }

  /** What is wrong with the index. */
  List<String> brokenIndex() {
    return brokenIndex;
  }

  /** Where all sound objects are. */
  LongPairs places() {
    return places;
  }

  private void problem(String what) {
    inspector.problem(new Problem(what, Optional.empty()));
  }

  private void structure() throws SQLException {
    progress.phase("checking the structure", -1);
    cancellation.check();
    PreparedStatement check = reader.statements().of("PRAGMA quick_check(" + MOST_STRUCTURAL + ")");
    try (ResultSet rows = check.executeQuery()) {
      while (rows.next()) {
        String text = rows.getString(1);
        if (!"ok".equals(text)) {
          problem("SQLite finds its structure damaged: " + text);
        }
      }
    }
  }

  private void readPlaces() throws SQLException {
    for (Run run : moment.state().objectRuns()) {
      try {
        EntryCursor entries = Blocks.unkept(reader.statements()).all(run);
        long count = 0;
        while (entries.next()) {
          ObjectFinder.key(entries.key());
          long place = Place.packed(entries.value());
          Place.of(place);
          objectsIn.merge(Place.frame(place), 1, Integer::sum);
          led.add(place + 1);
          count++;
        }
        if (count != run.entries()) {
          throw new DamagedException("it has " + count + " entries instead of " + run.entries());
        }
      } catch (DamagedException e) {
        broken.add(
            "The run "
                + run.id()
                + ", which says where objects are, is damaged: "
                + e.getMessage());
      }
    }
  }

  private void transactions() throws SQLException {
    progress.phase("checking the last transactions", reader.count("transactions"));
    long last = 0;
    boolean more = true;
    while (more) {
      more = false;
      try {
        long[] seen = {last};
        reader.transactions(
            last,
            transaction -> {
              seen[0] = transaction.id();
              progress.advance(1);
              cancellation.check();
              transaction.objects().forEach(this::loose);
            });
        last = seen[0];
      } catch (DamagedException e) {
        problem("Of the last transactions, one is damaged: " + e.getMessage());
      }
    }
  }

  private void loose(LooseObject object) {
    if (Hash.ofContent(object.bytes()).equals(object.hash())) {
      tell(object.type(), object.hash(), object.bytes());
    } else {
      problem(object.hash() + " stands in a transaction with other content");
    }
  }

  private void tell(ObjectType type, Hash hash, byte[] bytes) {
    inspector.object(type, hash, type == ObjectType.BLOB ? Optional.empty() : Optional.of(bytes));
  }

  private void frames(Table table) throws SQLException {
    long[] numbers = reader.ids(table.sql());
    progress.phase("checking " + table.sql().replace("\"", ""), numbers.length);
    for (long number : numbers) {
      cancellation.check();
      progress.advance(1);
      // One that no run leads to was left behind by a compaction, and goes with the next one.
      boolean isKnown = objectsIn.containsKey(number) || !broken.isEmpty();
      try {
        Frame frame = Frame.decode(Codec.unpack(reader.frame(table, number).orElseThrow()));
        for (int slot = 0; slot < frame.count(); slot++) {
          object(table, number, frame, slot, isKnown);
        }
      } catch (DamagedException e) {
        if (isKnown) {
          problem(
              "The frame "
                  + number
                  + " of "
                  + table.sql()
                  + " is damaged: "
                  + e.getMessage()
                  + "; "
                  + objectsIn.getOrDefault(number, 0)
                  + " objects stood in it");
        }
      }
    }
  }

  private void object(Table table, long number, Frame frame, int slot, boolean isKnown)
      throws SQLException {
    try {
      byte[] bytes = frame.bytes(slot);
      int type = frame.type(slot);
      boolean isCut = type == FrameType.CUT_BLOB;
      Hash hash = isCut ? CutBlob.decode(bytes).hash() : Hash.ofContent(bytes);
      long place = new Place(table, number, slot, isCut).packed();
      boolean isLed = led.contains(place + 1);
      if (!isLed && !isKnown) {
        return;
      }
      if (isCut) {
        pieces(CutBlob.decode(bytes));
        inspector.object(ObjectType.BLOB, hash, Optional.empty());
      } else {
        tell(TransactionCodec.type(type), hash, bytes);
      }
      sound.add(place + 1);
      places.add(ObjectFinder.key(hash), place);
      if (!isLed && broken.isEmpty()) {
        broken.add(hash + " stands in frame " + number + ", but no run leads to it");
      }
    } catch (DamagedException e) {
      if (isKnown) {
        problem(
            "The object "
                + slot
                + " of frame "
                + number
                + " of "
                + table.sql()
                + " is damaged: "
                + e.getMessage());
      }
    }
  }

  /** All pieces of a large blob, to its end and its hash. */
  private void pieces(CutBlob cut) throws SQLException, DamagedException {
    Pieces pieces =
        new Pieces(
            cut,
            piece -> {
              cancellation.check();
              return reader.piece(piece);
            });
    try {
      Optional<byte[]> piece = pieces.next();
      while (piece.isPresent()) {
        piece = pieces.next();
      }
    } catch (DamagedException e) {
      throw new DamagedException("the blob " + cut.hash() + ": " + e.getMessage());
    }
  }

  /** Every entry of the runs leads to something sound, or to something that was told as damaged. */
  private void comparePlaces() throws SQLException {
    if (!broken.isEmpty()) {
      return;
    }
    long lost = 0;
    String example = "";
    for (Run run : moment.state().objectRuns()) {
      try {
        EntryCursor entries = Blocks.unkept(reader.statements()).all(run);
        while (entries.next()) {
          long place = Place.packed(entries.value());
          if (!sound.contains(place + 1)
              && reader.frame(Place.of(place).table(), Place.frame(place)).isEmpty()) {
            lost++;
            example = Place.of(place).toString();
          }
        }
      } catch (DamagedException e) {
        broken.add(e.getMessage());
      }
    }
    if (lost > 0) {
      problem(lost + " objects stood in frames that are gone, such as " + example);
    }
  }

  private void index() throws SQLException {
    progress.phase("checking the index", -1);
    try {
      EntryCursor entries =
          new SortedEntries(
                  Space.INDEX,
                  Overlay.EMPTY,
                  moment.state().indexRuns(),
                  Blocks.unkept(reader.statements()))
              .from(new byte[0]);
      while (entries.next()) {
        cancellation.check();
      }
    } catch (DamagedException e) {
      brokenIndex.add("The index is damaged: " + e.getMessage());
    }
  }

  private void refs() throws SQLException {
    Map<String, Hash> all = new HashMap<>();
    try {
      reader.refs(all::put);
    } catch (DamagedException e) {
      problem("A reference is damaged: " + e.getMessage());
    }
    all.putAll(moment.state().refs());
    all.forEach(
        (name, hash) -> {
          if (!hash.equals(Hash.ZERO)) {
            inspector.ref(name, hash);
          }
        });
  }
}
