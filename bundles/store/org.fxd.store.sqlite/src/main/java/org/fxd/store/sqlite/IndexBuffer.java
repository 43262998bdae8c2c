package org.fxd.store.sqlite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.fxd.store.sqlite.sorted.Edit;

/**
 * Edits of the index on their way. They come in any order and go in the order of their keys.
 * Packed, so that a million of them are no burden.
 */
final class IndexBuffer {
  /** When so many bytes have come they should go on; bounds the memory, whatever comes. */
  private static final int FULL_BYTES = 32 << 20;

  /** In front of each entry: the length of its key, then that of its value, -1 for none. */
  private static final int PREFIX = 2 + 4;

  private byte[] bytes = new byte[1 << 12];
  private int length;
  private int[] starts = new int[64];
  private int count;

  void add(byte[] key, byte[] value) {
    int valueLength = value == null ? 0 : value.length;
    int needed = PREFIX + key.length + valueLength;
    if (bytes.length - length < needed) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, needed), 2 * bytes.length));
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
    }
    starts[count++] = length;
    bytes[length] = (byte) (key.length >>> 8);
    bytes[length + 1] = (byte) key.length;
    int stated = value == null ? -1 : valueLength;
    for (int i = 0; i < 4; i++) {
      bytes[length + 2 + i] = (byte) (stated >>> 8 * (3 - i));
    }
    System.arraycopy(key, 0, bytes, length + PREFIX, key.length);
    if (value != null) {
      System.arraycopy(value, 0, bytes, length + PREFIX + key.length, valueLength);
    }
    length += needed;
  }

  boolean isEmpty() {
    return count == 0;
  }

  boolean isFull() {
    return length >= FULL_BYTES;
  }

  /** Forgets what was added. */
  void clear() {
    bytes = new byte[1 << 12];
    length = 0;
    starts = new int[64];
    count = 0;
  }

  /** How many bytes are held. */
  int length() {
    return length;
  }

  /**
   * All edits in order, of those of one key the last one that came. Nothing may be added meanwhile.
   */
  Iterator<Edit> sorted() {
    int[] order = new Sorting().order();
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < count;
      }

      @Override
      public Edit next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        while (next < count - 1 && compare(order[next], order[next + 1]) == 0) {
          next++;
        }
        return edit(order[next++]);
      }
    };
  }

  /** The same, in a list. */
  List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    sorted().forEachRemaining(edits::add);
    return edits;
  }

  private Edit edit(int start) {
    int at = start + PREFIX;
    int end = at + keyLength(start);
    int valueLength = valueLength(start);
    return new Edit(
        Arrays.copyOfRange(bytes, at, end),
        valueLength < 0 ? null : Arrays.copyOfRange(bytes, end, end + valueLength));
  }

  /**
   * A stable sort: entries of one key stay in the order in which they came. The first bytes of each
   * key are moved along, so that most comparisons need not go and look for them. Many are first
   * sorted by their first eight bytes, one byte after the other from the last (a radix sort); the
   * rest is a merge sort, for which what is in order already costs next to nothing.
   */
  private final class Sorting {
    /** From so many on, to count how often each byte comes pays. */
    private static final int MANY = 1 << 10;

    private int[] from = Arrays.copyOf(starts, count);
    private int[] to = new int[count];

    /** The first eight bytes of each key, and the eight behind them, side by side. */
    private long[] fromHeads = new long[2 * count];

    private long[] toHeads = new long[2 * count];

    int[] order() {
      for (int i = 0; i < count; i++) {
        fromHeads[2 * i] = head(from[i], 0);
        fromHeads[2 * i + 1] = head(from[i], Long.BYTES);
      }
      if (count < MANY) {
        mergeSort(0, count);
        return from;
      }
      for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
        pass(shift);
      }
      for (int low = 0, high = 1; low < count; low = high++) {
        while (high < count && fromHeads[2 * high] == fromHeads[2 * low]) {
          high++;
        }
        mergeSort(low, high);
      }
      return from;
    }

    /** Puts all in the order of one byte of their first eight. */
    private void pass(int shift) {
      int[] ends = new int[257];
      for (int i = 0; i < count; i++) {
        ends[(int) (fromHeads[2 * i] >>> shift & 0xff) + 1]++;
      }
      if (ends[(int) (fromHeads[0] >>> shift & 0xff) + 1] == count) {
        return;
      }
      for (int digit = 1; digit <= 256; digit++) {
        ends[digit] += ends[digit - 1];
      }
      for (int i = 0; i < count; i++) {
        take(i, ends[(int) (fromHeads[2 * i] >>> shift & 0xff)]++);
      }
      swap();
    }

    /** Sorts a part of what is in {@code from}. */
    private void mergeSort(int low, int high) {
      boolean swapped = false;
      for (int width = 1; width < high - low; width *= 2) {
        for (int at = low; at < high; at += 2 * width) {
          merge(at, Math.min(at + width, high), Math.min(at + 2 * width, high));
        }
        swap();
        swapped = !swapped;
      }
      if (swapped) {
        // The other parts are where they were.
        swap();
        System.arraycopy(to, low, from, low, high - low);
        System.arraycopy(toHeads, 2 * low, fromHeads, 2 * low, 2 * (high - low));
      }
    }

    private void swap() {
      int[] starts = from;
      from = to;
      to = starts;
      long[] heads = fromHeads;
      fromHeads = toHeads;
      toHeads = heads;
    }

    private void take(int taken, int at) {
      to[at] = from[taken];
      toHeads[2 * at] = fromHeads[2 * taken];
      toHeads[2 * at + 1] = fromHeads[2 * taken + 1];
    }

    private void merge(int low, int middle, int high) {
      if (middle == high || isInOrder(middle - 1, middle)) {
        System.arraycopy(from, low, to, low, high - low);
        System.arraycopy(fromHeads, 2 * low, toHeads, 2 * low, 2 * (high - low));
        return;
      }
      int left = low;
      int right = middle;
      for (int at = low; at < high; at++) {
        boolean takeLeft = right == high || left < middle && isInOrder(left, right);
        take(takeLeft ? left++ : right++, at);
      }
    }

    private boolean isInOrder(int left, int right) {
      int order = Long.compareUnsigned(fromHeads[2 * left], fromHeads[2 * right]);
      if (order == 0) {
        order = Long.compareUnsigned(fromHeads[2 * left + 1], fromHeads[2 * right + 1]);
      }
      return order < 0 || order == 0 && compare(from[left], from[right]) <= 0;
    }

    /** Eight bytes of a key, with zeros behind its end. */
    private long head(int start, int at) {
      int present = Math.min(Long.BYTES, keyLength(start) - at);
      long head = 0;
      for (int i = 0; i < present; i++) {
        head |= (bytes[start + PREFIX + at + i] & 0xffL) << 56 - 8 * i;
      }
      return head;
    }
  }

  private int compare(int a, int b) {
    return Arrays.compareUnsigned(
        bytes, a + PREFIX, a + PREFIX + keyLength(a), bytes, b + PREFIX, b + PREFIX + keyLength(b));
  }

  private int keyLength(int start) {
    return (bytes[start] & 0xff) << 8 | bytes[start + 1] & 0xff;
  }

  private int valueLength(int start) {
    int stated = 0;
    for (int i = 0; i < 4; i++) {
      stated = stated << 8 | bytes[start + 2 + i] & 0xff;
    }
    return stated;
  }
}
