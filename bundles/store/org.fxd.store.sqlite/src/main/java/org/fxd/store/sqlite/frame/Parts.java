package org.fxd.store.sqlite.frame;

import java.util.Arrays;
import org.fxd.graph.api.Hash;
import org.fxd.store.sqlite.DamagedException;

/**
 * An object as a list of places where its bytes stand: in the frame, or in the hash of another
 * object. To follow a chain of deltas, lists are patched and no bytes are moved, and only those
 * hashes are asked for that are still there at the end. For one thread.
 */
final class Parts {
  /** Parts of an object, at most; one that needs more is made as bytes. */
  private static final int MOST = 4096;

  private static final int FIRST_ROOM = 32;

  /** A place in a hash is this, 64 times the object's number, and the offset. */
  private static final int HASHES = Integer.MIN_VALUE;

  private static final int HASH_SHIFT = 6;

  /** From 0 on in the frame, else in a hash. */
  private int[] places = new int[FIRST_ROOM];

  /** For each part how long the object is with it. */
  private int[] ends = new int[FIRST_ROOM];

  private int count;

  /** An object that stands in the frame in one piece. */
  static Parts whole(int place, int length) {
    Parts parts = new Parts();
    parts.add(place, length);
    return parts;
  }

  int length() {
    return count == 0 ? 0 : ends[count - 1];
  }

  int count() {
    return count;
  }

  /**
   * What operations make of this object.
   *
   * @param start where the literals stand in the frame
   * @param end where they end
   * @return null if there would be too many parts
   */
  Parts patched(Operations operations, int start, int end) throws DamagedException {
    Parts made = new Parts();
    int literal = start;
    while (operations.next() && made.count <= MOST) {
      if (operations.inserted() > end - literal) {
        throw new DamagedException("its frame inserts more bytes than there are");
      }
      made.add(literal, operations.inserted());
      literal += operations.inserted();
      if (operations.reference() >= 0) {
        made.add(HASHES + (operations.reference() << HASH_SHIFT), Hash.LENGTH);
      }
      made.addFrom(this, operations.from(), operations.copied());
    }
    if (made.count > MOST) {
      return null;
    }
    if (literal != end) {
      throw new DamagedException("its frame inserts fewer bytes than there are");
    }
    return made;
  }

  /** The bytes; null if a hash is not known. */
  byte[] toBytes(byte[] frame, BytePatch.Hashes hashes) {
    byte[] made = new byte[length()];
    boolean whole = true;
    int at = 0;
    for (int i = 0; i < count; i++) {
      int length = ends[i] - at;
      if (places[i] >= 0) {
        System.arraycopy(frame, places[i], made, at, length);
      } else {
        int place = places[i] - HASHES;
        Hash hash = hashes.of(place >>> HASH_SHIFT);
        if (hash == null) {
          whole = false;
        } else {
          int from = place & (1 << HASH_SHIFT) - 1;
          System.arraycopy(hash.bytes(), from, made, at, length);
        }
      }
      at = ends[i];
    }
    return whole ? made : null;
  }

  private void addFrom(Parts base, int from, int length) {
    int end = from + length;
    int at = from;
    for (int i = base.partAt(from); at < end && count <= MOST; i++) {
      int partStart = i == 0 ? 0 : base.ends[i - 1];
      int next = Math.min(end, base.ends[i]);
      add(base.places[i] + at - partStart, next - at);
      at = next;
    }
  }

  /** The part that has a byte; there must be such a byte, or nothing is done with it. */
  private int partAt(int place) {
    int found = Arrays.binarySearch(ends, 0, count, place);
    return found < 0 ? -found - 1 : found + 1;
  }

  private void add(int place, int length) {
    if (length == 0) {
      return;
    }
    int at = length();
    if (count > 0 && places[count - 1] + at - (count == 1 ? 0 : ends[count - 2]) == place) {
      ends[count - 1] += length;
      return;
    }
    if (count == places.length) {
      places = Arrays.copyOf(places, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    places[count] = place;
    ends[count++] = at + length;
  }
}
