package org.fxd.graph.core.index;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.fxd.store.api.IndexReader;

/**
 * Changes of an index, held in memory. Filled by one thread; read by any number when it changes no
 * more.
 */
final class Overlay implements Rows {
  /** Stands for a row that is taken away. */
  private static final byte[] GONE = new byte[0];

  private final NavigableMap<byte[], byte[]> changes;
  private final int most;

  /** No changes yet. */
  Overlay(int most) {
    this.changes = new TreeMap<>(Arrays::compareUnsigned);
    this.most = most;
  }

  /** The same changes, to which more can be added. */
  Overlay(Overlay start, int most) {
    this.changes = new TreeMap<>(start.changes);
    this.most = most;
  }

  @Override
  public void put(byte[] key, byte[] value) {
    changes.put(key, value);
  }

  @Override
  public void remove(byte[] key) {
    changes.put(key, GONE);
  }

  @Override
  public boolean isFull() {
    return changes.size() > most;
  }

  int size() {
    return changes.size();
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  /** An index with these changes done. */
  IndexReader over(IndexReader index) {
    if (isEmpty()) {
      return index;
    }
    return new IndexReader() {
      @Override
      public Optional<byte[]> get(byte[] key) {
        byte[] changed = changes.get(key);
        if (changed == null) {
          return index.get(key);
        }
        return changed == GONE ? Optional.empty() : Optional.of(changed);
      }

      @Override
      public boolean scan(byte[] from, byte[] to, BiPredicate<byte[], byte[]> visitor) {
        NavigableMap<byte[], byte[]> range =
            to.length == 0 ? changes.tailMap(from, true) : changes.subMap(from, true, to, false);
        if (range.isEmpty()) {
          return index.scan(from, to, visitor);
        }
        Merge merge = new Merge(range.entrySet().iterator(), visitor);
        return index.scan(from, to, merge::below) && merge.rest();
      }
    };
  }

  /** Puts changes between the rows of an index, in order. */
  private static final class Merge {
    private final Iterator<Map.Entry<byte[], byte[]>> changes;
    private final BiPredicate<byte[], byte[]> visitor;
    private Map.Entry<byte[], byte[]> next;

    Merge(Iterator<Map.Entry<byte[], byte[]>> changes, BiPredicate<byte[], byte[]> visitor) {
      this.changes = changes;
      this.visitor = visitor;
      advance();
    }

    private void advance() {
      next = changes.hasNext() ? changes.next() : null;
    }

    private boolean tellNext() {
      Map.Entry<byte[], byte[]> told = next;
      advance();
      return told.getValue() == GONE || visitor.test(told.getKey(), told.getValue());
    }

    boolean below(byte[] key, byte[] value) {
      while (next != null) {
        int order = Arrays.compareUnsigned(next.getKey(), key);
        if (order > 0) {
          break;
        }
        if (!tellNext()) {
          return false;
        }
        if (order == 0) {
          return true;
        }
      }
      return visitor.test(key, value);
    }

    boolean rest() {
      while (next != null) {
        if (!tellNext()) {
          return false;
        }
      }
      return true;
    }
  }
}
