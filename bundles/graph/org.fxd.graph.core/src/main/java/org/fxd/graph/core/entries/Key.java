package org.fxd.graph.core.entries;

import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;

/**
 * Where an entry stands in its node's map: its name where the kind sorts by name, else its place,
 * and its id among entries at one place. Keys of one map are all of one sort.
 */
public final class Key implements Comparable<Key> {
  private static final int BITS_PER_LEVEL = 6;
  private static final NodeId NO_ID = new NodeId(0, 0);

  private final boolean byName;
  private final Name name;
  private final Place place;
  private final NodeId id;
  private int rank = -1;

  private Key(boolean byName, Name name, Place place, NodeId id) {
    this.byName = byName;
    this.name = name;
    this.place = place;
    this.id = id;
  }

  /** The key of a name. */
  public static Key of(Name name) {
    return new Key(true, name, Place.NONE, NO_ID);
  }

  /** The key of a place. */
  public static Key of(Place place, NodeId id) {
    return new Key(false, Name.EMPTY, place, id);
  }

  /** The key of an entry. */
  public static Key of(boolean byName, Entry entry) {
    return byName ? of(entry.name()) : of(entry.place(), entry.id());
  }

  /** Whether it is a name. */
  public boolean byName() {
    return byName;
  }

  /** The name, where it is one. */
  public Name name() {
    return name;
  }

  /** The place, where it is no name. */
  public Place place() {
    return place;
  }

  /** The id, where it is no name. */
  public NodeId id() {
    return id;
  }

  /**
   * Whether a chunk of that level ends behind this key. About one key in 64 ends a chunk of level
   * 0, one in 64 of those a chunk of level 1, and so on.
   */
  public boolean endsChunk(int level) {
    if (rank < 0) {
      rank = Long.numberOfTrailingZeros(mixed()) / BITS_PER_LEVEL;
    }
    return rank > level;
  }

  /** 64 well mixed bits: FNV-1a over the key's bytes, then the last steps of MurmurHash3. */
  private long mixed() {
    long hash = 0xcbf29ce484222325L;
    for (byte b : byName ? name.bytes() : place.bytes()) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    if (!byName) {
      for (byte b : id.bytes()) {
        hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
      }
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }

  @Override
  public int compareTo(Key other) {
    if (byName) {
      return name.compareTo(other.name);
    }
    int order = place.compareTo(other.place);
    return order != 0 ? order : id.compareTo(other.id);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Key key && byName == key.byName && compareTo(key) == 0;
  }

  @Override
  public int hashCode() {
    return byName ? name.hashCode() : 31 * place.hashCode() + id.hashCode();
  }

  @Override
  public String toString() {
    return byName ? name.toString() : place + "/" + id.brief();
  }
}
