package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.HashPrefix;
import org.fxd.store.api.ObjectType;
import org.fxd.store.sqlite.frame.Frame;
import org.fxd.store.sqlite.frame.FrameType;
import org.fxd.store.sqlite.sorted.Blocks;
import org.fxd.store.sqlite.sorted.EntryCursor;
import org.fxd.store.sqlite.sorted.Run;
import org.fxd.store.sqlite.sorted.SortedEntries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds objects in frames, by their hashes. A run knows only the first bytes of a hash, so what
 * stands at a place is looked at before it is believed to be what was asked for. For one thread, as
 * of one moment.
 */
final class ObjectFinder {
  /** How many bytes of a hash a run knows. */
  static final int KEY_BYTES = 6;

  /** The same in bits. */
  static final int KEY_BITS = 8 * KEY_BYTES;

  /** Far more than there are where two hashes begin alike, or one object is in several runs. */
  static final int MOST_PLACES = 64;

  private static final Logger LOG = LoggerFactory.getLogger(ObjectFinder.class);

  private final Reader reader;
  private final SortedEntries places;
  private final FrameCache frames;

  /** A frame that is damaged, or too large to be kept, is not read again for each object in it. */
  private Optional<Read> last = Optional.empty();

  /**
   * What came of reading a frame.
   *
   * @param frame null if it is damaged
   * @param damage null if it is not
   */
  private record Read(Table table, long number, Frame frame, String damage) {}

  /**
   * A finder.
   *
   * @param places where objects are, as of the reader's moment
   */
  ObjectFinder(Reader reader, SortedEntries places, FrameCache frames) {
    this.reader = reader;
    this.places = places;
    this.frames = frames;
  }

  /** The number by which a run knows an object. */
  static long key(Hash hash) {
    return hash.prefix() >>> Long.SIZE - KEY_BITS;
  }

  /** The same number out of the key in a run. */
  static long key(byte[] bytes) throws DamagedException {
    if (bytes.length != KEY_BYTES) {
      throw new DamagedException("a key of an object has " + bytes.length + " bytes");
    }
    long key = 0;
    for (byte each : bytes) {
      key = key << 8 | each & 0xff;
    }
    return key;
  }

  /** The same as a run has it. */
  static byte[] keyBytes(long key) {
    byte[] bytes = new byte[KEY_BYTES];
    for (int i = 0; i < KEY_BYTES; i++) {
      bytes[i] = (byte) (key >>> 8 * (KEY_BYTES - 1 - i));
    }
    return bytes;
  }

  /**
   * What was found at an object's place: its content, where its pieces are, or what is wrong there.
   * One of the three is not null.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Found(Place place, byte[] bytes, CutBlob cut, String damage) {}

  /**
   * Finds an object in what is kept decoded, without the file: most objects are asked for soon
   * after others of the same frame. Needs no moment, as neither runs nor frames ever change.
   *
   * @return empty if it takes a look into the file to say
   */
  static Optional<Found> atHand(Hash hash, List<Run> runs, Caches caches) {
    byte[] key = keyBytes(key(hash));
    try {
      for (Run run : runs) {
        Blocks.Kept kept = Blocks.kept(caches.blocks(), run, key);
        if (!kept.isKnown()) {
          return Optional.empty();
        }
        for (byte[] value : kept.values()) {
          Place place = Place.of(Place.packed(value));
          Optional<Frame> frame = caches.frames().get(place.frame());
          if (frame.isEmpty() || place.isCut()) {
            return Optional.empty();
          }
          byte[] bytes = frame.get().bytes(place.slot());
          if (Hash.ofContent(bytes).equals(hash)) {
            return Optional.of(new Found(place, bytes, null, null));
          }
        }
      }
    } catch (DamagedException e) {
      LOG.debug("Something at hand is damaged; a look into the file will tell", e);
    }
    return Optional.empty();
  }

  /** Finds several; those that are not there are missing in the answer. */
  Map<Hash, Found> find(Iterable<Hash> hashes) throws SQLException, DamagedException {
    record Candidate(Hash hash, Place place) {}
    List<Candidate> candidates = new ArrayList<>();
    Map<Hash, Found> found = new LinkedHashMap<>();
    for (Hash hash : hashes) {
      List<byte[]> all = places.all(keyBytes(key(hash)));
      if (all.size() > MOST_PLACES) {
        found.put(
            hash, new Found(null, null, null, "it is said to be in " + all.size() + " places"));
        continue;
      }
      for (byte[] value : all) {
        candidates.add(new Candidate(hash, Place.of(Place.packed(value))));
      }
    }
    // Frame by frame, so that each is read once.
    candidates.sort(
        Comparator.comparing((Candidate candidate) -> candidate.place().frame())
            .thenComparing(candidate -> candidate.place().slot()));
    for (Candidate candidate : candidates) {
      Found before = found.get(candidate.hash());
      if (before == null || before.damage() != null) {
        look(candidate.hash(), candidate.place())
            .ifPresent(what -> found.put(candidate.hash(), what));
      }
    }
    return found;
  }

  /** Finds one. */
  Optional<Found> find(Hash hash) throws SQLException, DamagedException {
    return Optional.ofNullable(find(List.of(hash)).get(hash));
  }

  /**
   * Whether it is there, and sound as far as one sees without reading all pieces of a large one.
   */
  boolean has(Hash hash) throws SQLException, DamagedException {
    return find(hash).filter(found -> found.damage() == null).isPresent();
  }

  /**
   * The hashes of the sound objects of a type that begin so: all of them, or the lowest ones, of
   * which there are at least so many.
   */
  SortedSet<Hash> startingWith(HashPrefix prefix, ObjectType type, int most)
      throws SQLException, DamagedException {
    SortedSet<Hash> found = new TreeSet<>();
    byte[] key = keyBytes(key(prefix.lowest()));
    byte[] last = keyBytes(key(prefix.highest()));
    int alike = 0;
    EntryCursor cursor = places.from(key);
    while (cursor.next() && cursor.compareKey(last) <= 0) {
      if (cursor.compareKey(key) != 0) {
        if (found.size() >= most) {
          break; // Only behind a key: those of one key are in no order.
        }
        key = cursor.key();
        alike = 0;
      }
      if (++alike > MOST_PLACES) {
        throw new DamagedException("an object is said to be in more places than " + MOST_PLACES);
      }
      Place place = Place.of(Place.packed(cursor.value()));
      if (place.table() == Table.of(type)) {
        Standing standing = at(place);
        if (standing.type() == type && prefix.begins(standing.hash())) {
          found.add(standing.hash());
        }
      }
    }
    return found;
  }

  /** What stands at a place; empty if it is another object, whose hash only begins alike. */
  Optional<Found> look(Hash hash, Place place) throws SQLException {
    try {
      Frame frame = frame(place.table(), place.frame());
      byte[] bytes = frame.bytes(place.slot());
      if (place.isCut() != (frame.type(place.slot()) == FrameType.CUT_BLOB)) {
        throw new DamagedException("its place says otherwise than its frame whether it is cut");
      }
      if (place.isCut()) {
        CutBlob cut = CutBlob.decode(bytes);
        return cut.hash().equals(hash)
            ? Optional.of(new Found(place, null, cut, null))
            : Optional.empty();
      }
      Hash actual = Hash.ofContent(bytes);
      if (actual.equals(hash)) {
        return Optional.of(new Found(place, bytes, null, null));
      }
      return key(actual) == key(hash)
          ? Optional.empty()
          : Optional.of(new Found(place, null, null, "its content has the hash " + actual));
    } catch (DamagedException e) {
      return Optional.of(new Found(place, null, null, e.getMessage()));
    }
  }

  /**
   * What stands at a place.
   *
   * @param type its type; null if it is damaged
   * @param hash its hash; null if it is damaged
   * @param damage what is wrong with it; null if nothing is
   */
  record Standing(ObjectType type, Hash hash, String damage) {}

  /** Looks at a place, whatever stands there. */
  Standing at(Place place) throws SQLException {
    try {
      Frame frame = frame(place.table(), place.frame());
      byte[] bytes = frame.bytes(place.slot());
      int type = frame.type(place.slot());
      Hash hash = type == FrameType.CUT_BLOB ? CutBlob.decode(bytes).hash() : Hash.ofContent(bytes);
      return new Standing(
          type == FrameType.CUT_BLOB ? ObjectType.BLOB : TransactionCodec.type(type), hash, null);
    } catch (DamagedException e) {
      return new Standing(null, null, e.getMessage());
    }
  }

  /** A frame by its number. */
  Frame frame(Table table, long number) throws SQLException, DamagedException {
    Optional<Frame> kept = frames.get(number);
    if (kept.isPresent()) {
      return kept.get();
    }
    if (last.isEmpty() || last.get().table != table || last.get().number != number) {
      last = Optional.of(read(table, number));
    }
    if (last.get().frame == null) {
      throw new DamagedException(last.get().damage);
    }
    return last.get().frame;
  }

  private Read read(Table table, long number) throws SQLException, DamagedException {
    Encoded row =
        Faults.reading(() -> reader.frame(table, number))
            .orElseThrow(() -> new DamagedException("its frame " + number + " is missing"));
    try {
      byte[] bytes = Codec.unpack(row);
      Frame frame = Frame.decode(bytes);
      frames.put(number, frame, bytes.length);
      return new Read(table, number, frame, null);
    } catch (DamagedException e) {
      return new Read(table, number, null, e.getMessage());
    }
  }
}
