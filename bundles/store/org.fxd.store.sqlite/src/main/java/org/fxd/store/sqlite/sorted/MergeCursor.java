package org.fxd.store.sqlite.sorted;

import java.sql.SQLException;
import java.util.List;
import org.fxd.store.sqlite.DamagedException;

/**
 * Goes through the entries of several cursors in the order of their keys. Where a key has one
 * value, that of the newest cursor hides the others; where keys repeat, those of the newest come
 * first.
 */
final class MergeCursor extends EntryCursor {
  /** A cursor that is at an entry, and how old it is: the lower, the newer. */
  private record Head(EntryCursor cursor, int age) {
    boolean isBehind(Head other) {
      int order = cursor.compareKey(other.cursor);
      return order == 0 ? age > other.age : order > 0;
    }
  }

  private final Space space;
  private final boolean hidesRemovals;

  /** In order; the first of {@link #left} are of use. */
  private final Head[] heads;

  private int left;
  private boolean started;

  /**
   * A cursor over others.
   *
   * @param cursors the newest first, each before its first entry
   * @param hidesRemovals whether removals, having hidden what is older, are left out
   */
  MergeCursor(Space space, List<EntryCursor> cursors, boolean hidesRemovals) {
    this.space = space;
    this.hidesRemovals = hidesRemovals;
    this.heads = new Head[cursors.size()];
    for (int i = 0; i < heads.length; i++) {
      heads[i] = new Head(cursors.get(i), i);
    }
  }

  @Override
  public boolean next() throws SQLException, DamagedException {
    do {
      step();
      if (left == 0) {
        return false;
      }
      EntryCursor top = heads[0].cursor;
      room(top.keyLength);
      System.arraycopy(top.keyBytes, 0, keyBytes, 0, keyLength);
    } while (hidesRemovals && heads[0].cursor.isRemoval());
    return true;
  }

  @Override
  public byte[] value() {
    return heads[0].cursor.value();
  }

  @Override
  public boolean isRemoval() {
    return heads[0].cursor.isRemoval();
  }

  private void step() throws SQLException, DamagedException {
    if (!started) {
      started = true;
      Head[] all = heads.clone();
      for (Head head : all) {
        if (head.cursor.next()) {
          heads[left++] = head;
          sink(left - 1);
        }
      }
      return;
    }
    if (left == 0) {
      return;
    }
    advance();
    while (!space.repeats() && left > 0 && heads[0].cursor.compareKey(this) == 0) {
      advance();
    }
  }

  /** Moves the first cursor on and to its place. */
  private void advance() throws SQLException, DamagedException {
    Head head = heads[0];
    if (!head.cursor.next()) {
      left--;
      System.arraycopy(heads, 1, heads, 0, left);
      return;
    }
    int at = 0;
    while (at + 1 < left && head.isBehind(heads[at + 1])) {
      heads[at] = heads[at + 1];
      at++;
    }
    heads[at] = head;
  }

  /** Moves a cursor forward to its place among those before it. */
  private void sink(int from) {
    int at = from;
    Head head = heads[at];
    while (at > 0 && heads[at - 1].isBehind(head)) {
      heads[at] = heads[at - 1];
      at--;
    }
    heads[at] = head;
  }
}
