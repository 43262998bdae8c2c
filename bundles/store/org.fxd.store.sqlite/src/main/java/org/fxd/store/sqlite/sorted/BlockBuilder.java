package org.fxd.store.sqlite.sorted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the entries of a block, and writes them as {@link BlockForm} says. */
final class BlockBuilder {
  private final List<byte[]> keys = new ArrayList<>();
  private final List<byte[]> values = new ArrayList<>();
  private final Column lengths = new Column();
  private final Column shared = new Column();
  private final Column sizes = new Column();
  private long bytes;
  private long keyBytes;

  /** Adds an entry behind the others. */
  void add(byte[] key, byte[] value) {
    int same = keys.isEmpty() ? 0 : common(last(), key);
    if (!keys.isEmpty()) {
      shared.add(same);
    }
    lengths.add(key.length);
    sizes.add(value == null ? 0 : value.length + 1L);
    keys.add(key);
    values.add(value);
    bytes += key.length - same + (value == null ? 0 : value.length);
    keyBytes += key.length;
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  int entries() {
    return keys.size();
  }

  byte[] first() {
    return keys.get(0);
  }

  byte[] last() {
    return keys.get(keys.size() - 1);
  }

  /** How large the block is, about. */
  long size() {
    return bytes + lengths.size() + shared.size() + sizes.size();
  }

  /** How many bytes the keys take when it is read, at most. */
  long keyBytes() {
    return keyBytes;
  }

  /** Writes the block, and begins the next. */
  byte[] finish() {
    int count = keys.size();
    int prefix = common(first(), last());
    Output out = new Output((int) Math.min(size() + 64, BlockForm.MOST_BYTES));
    out.number(count);
    out.number(prefix);
    out.put(first(), 0, prefix);
    lengths.write(prefix, out);
    if (count > 1) {
      shared.write(prefix, out);
    }
    sizes.write(0, out);
    out.put(first(), prefix, first().length);
    for (int i = 1; i < count; i++) {
      byte[] key = keys.get(i);
      out.put(key, (int) shared.get(i - 1), key.length);
    }
    writeValues(out);
    clear();
    return out.toArray();
  }

  private void writeValues(Output out) {
    long size = sizes.get(0) - 1;
    if (sizes.areSame() && size >= 1 && size <= BlockForm.MOST_NUMBER_SIZE) {
      Column numbers = new Column();
      boolean fit = true;
      for (byte[] value : values) {
        long number = 0;
        for (byte next : value) {
          number = number << 8 | next & 0xff;
        }
        fit &= number >= 0 && number <= Column.LARGEST;
        numbers.add(number);
      }
      if (fit) {
        out.one(1);
        numbers.write(0, out);
        return;
      }
    }
    out.one(0);
    for (byte[] value : values) {
      if (value != null) {
        out.put(value, 0, value.length);
      }
    }
  }

  private void clear() {
    keys.clear();
    values.clear();
    lengths.clear();
    shared.clear();
    sizes.clear();
    bytes = 0;
    keyBytes = 0;
  }

  /** How many bytes two keys have in common at their beginning. */
  static int common(byte[] a, byte[] b) {
    int at = Arrays.mismatch(a, b);
    return at < 0 ? a.length : at;
  }
}
