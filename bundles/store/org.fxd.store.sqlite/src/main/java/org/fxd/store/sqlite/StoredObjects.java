package org.fxd.store.sqlite;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.HashPrefix;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;

/** The objects of a file: those of the transactions that stand by themselves, and all others. */
final class StoredObjects {
  private static final long MAX_ARRAY = Integer.MAX_VALUE - 8;
  private static final String OTHER_CONTENT = "it stands in a transaction with other content";

  private final Reading reading;
  private final AtHand atHand;
  private final Faults faults;

  /**
   * The objects of a file.
   *
   * @param atHand those for which nobody needs to look into the file
   */
  StoredObjects(Reading reading, AtHand atHand, Faults faults) {
    this.reading = reading;
    this.atHand = atHand;
    this.faults = faults;
  }

  /** Looks objects up. */
  Map<Hash, Lookup> get(Collection<Hash> hashes) {
    Map<Hash, Lookup> answers = new LinkedHashMap<>();
    List<Hash> others = new ArrayList<>();
    for (Hash hash : hashes) {
      Optional<Lookup> known = atHand(hash);
      if (known.isPresent() && hashes.size() == 1) {
        return Map.of(hash, known.get()); // as a walk over a tree asks, again and again
      }
      answers.put(hash, known.orElseGet(Lookup.Absent::new));
      if (known.isEmpty()) {
        others.add(hash);
      }
    }
    if (!others.isEmpty()) {
      answers.putAll(reading.now(moment -> stored(others, moment)));
    }
    return answers;
  }

  private Optional<Lookup> atHand(Hash hash) {
    Optional<Lookup> sealed = sealed(hash).map(StoredObjects::present);
    return sealed.isPresent() ? sealed : atHand.gathered(hash).map(Lookup.Present::new);
  }

  private Map<Hash, Lookup> stored(List<Hash> hashes, Moment moment)
      throws SQLException, DamagedException {
    Map<Hash, Lookup> answers = new LinkedHashMap<>();
    List<Hash> others = new ArrayList<>();
    for (Hash hash : hashes) {
      moment
          .loose(hash)
          .ifPresentOrElse(loose -> answers.put(hash, present(loose)), () -> others.add(hash));
    }
    for (Map.Entry<Hash, ObjectFinder.Found> found : moment.frames().find(others).entrySet()) {
      answers.put(found.getKey(), lookup(found.getKey(), found.getValue(), moment));
    }
    return answers;
  }

  /** Objects that are in memory. */
  interface AtHand {
    /** Nothing is. */
    AtHand NOTHING =
        new AtHand() {
          @Override
          public Optional<LooseObject> sealed(Hash hash) {
            return Optional.empty();
          }

          @Override
          public Stream<LooseObject> sealed() {
            return Stream.empty();
          }

          @Override
          public Optional<byte[]> gathered(Hash hash) {
            return Optional.empty();
          }
        };

    /** One of a transaction that stands by itself. */
    Optional<LooseObject> sealed(Hash hash);

    /** All of transactions that stand by themselves. */
    Stream<LooseObject> sealed();

    /** One of a frame, checked; empty if it takes a look into the file to say. */
    Optional<byte[]> gathered(Hash hash);
  }

  private Optional<LooseObject> sealed(Hash hash) {
    reading.requireOpen();
    return atHand.sealed(hash);
  }

  private static Lookup present(LooseObject loose) {
    return isSound(loose) ? new Lookup.Present(loose.bytes()) : new Lookup.Corrupt(OTHER_CONTENT);
  }

  /** A row has a checksum, but nobody has looked yet whether its objects are what they should. */
  private static boolean isSound(LooseObject loose) {
    return Hash.ofContent(loose.bytes()).equals(loose.hash());
  }

  private Lookup lookup(Hash hash, ObjectFinder.Found found, Moment moment) throws SQLException {
    if (found.damage() != null) {
      return new Lookup.Corrupt(found.damage());
    }
    if (found.cut() == null) {
      return new Lookup.Present(found.bytes());
    }
    if (found.cut().size() > MAX_ARRAY) {
      throw new StoreException(
          "Cannot read the blob " + hash + " in " + faults.file() + " at once: it is too large",
          "Read it as a stream.");
    }
    try {
      return new Lookup.Present(new Pieces(found.cut(), moment.reader()::piece).all());
    } catch (DamagedException e) {
      return new Lookup.Corrupt(e.getMessage());
    }
  }

  /** The hashes of objects of a type that begin so, in order; the lowest if there are more. */
  List<Hash> startingWith(HashPrefix prefix, ObjectType type, int most) {
    reading.requireOpen();
    // First what is in memory: whatever is gathered from now on is in a frame when that is read.
    SortedSet<Hash> found = new TreeSet<>();
    add(atHand.sealed(), prefix, type, found);
    found.addAll(
        reading.now(
            moment -> {
              SortedSet<Hash> stored = moment.frames().startingWith(prefix, type, most);
              add(moment.loose(), prefix, type, stored);
              return stored;
            }));
    return found.stream().limit(most).toList();
  }

  private static void add(
      Stream<LooseObject> some, HashPrefix prefix, ObjectType type, Set<Hash> found) {
    some.filter(loose -> loose.type() == type && prefix.begins(loose.hash()))
        .filter(StoredObjects::isSound)
        .forEach(loose -> found.add(loose.hash()));
  }

  /** Opens a blob. */
  Optional<InputStream> open(Hash blob) {
    Optional<LooseObject> sealed = sealed(blob);
    if (sealed.isPresent()) {
      return sealed.map(this::stream);
    }
    Optional<byte[]> gathered = atHand.gathered(blob);
    return gathered.isPresent()
        ? gathered.map(ByteArrayInputStream::new)
        : reading.now(moment -> stored(blob, moment));
  }

  private Optional<InputStream> stored(Hash blob, Moment moment)
      throws SQLException, DamagedException {
    Optional<LooseObject> loose = moment.loose(blob);
    if (loose.isPresent()) {
      return loose.map(this::stream);
    }
    Optional<ObjectFinder.Found> found = moment.frames().find(blob);
    return found.isPresent() ? Optional.of(stream(blob, found.get())) : Optional.empty();
  }

  private InputStream stream(LooseObject loose) {
    if (!isSound(loose)) {
      return new DamagedStream(faults.damaged(loose.hash(), OTHER_CONTENT, null));
    }
    return new ByteArrayInputStream(loose.bytes());
  }

  private InputStream stream(Hash blob, ObjectFinder.Found found) {
    if (found.damage() != null) {
      return new DamagedStream(faults.damaged(blob, found.damage(), null));
    }
    return found.cut() == null
        ? new ByteArrayInputStream(found.bytes())
        : new BlobStream(faults, blob, new Pieces(found.cut(), this::piece));
  }

  private Optional<Encoded> piece(long number) throws DamagedException {
    List<DamagedException> damage = new ArrayList<>();
    Optional<Encoded> piece =
        reading.now(
            moment -> {
              try {
                return Faults.reading(() -> moment.reader().piece(number));
              } catch (DamagedException e) {
                damage.add(e); // Only that piece, not the file.
                return Optional.empty();
              }
            });
    if (!damage.isEmpty()) {
      throw damage.get(0);
    }
    return piece;
  }

  /** The size of a blob. */
  OptionalLong size(Hash blob) {
    Optional<byte[]> bytes = sealed(blob).map(LooseObject::bytes);
    if (bytes.isEmpty()) {
      bytes = atHand.gathered(blob);
    }
    if (bytes.isPresent()) {
      return OptionalLong.of(bytes.get().length);
    }
    return reading.now(
        moment -> {
          Optional<LooseObject> held = moment.loose(blob);
          if (held.isPresent()) {
            return OptionalLong.of(held.get().bytes().length);
          }
          Optional<ObjectFinder.Found> found = moment.frames().find(blob);
          if (found.isEmpty() || found.get().damage() != null) {
            return OptionalLong.empty();
          }
          CutBlob cut = found.get().cut();
          return OptionalLong.of(cut == null ? found.get().bytes().length : cut.size());
        });
  }
}
