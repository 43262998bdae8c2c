package org.fxd.store.sqlite.sorted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the entries of a block, and writes them as {@link BlockForm} says. */
final class BlockBuilder {
  /** What the count, the length of the prefix and the form of the values take, at most. */
  private static final int HEAD = 6;

  private final List<byte[]> keys = new ArrayList<>();
  private final List<byte[]> values = new ArrayList<>();
  private final Column lengths = new Column();
  private final Column shared = new Column();
  private final Column sizes = new Column();

  /** The values as numbers, if they can be. */
  private final Column numbers = new Column();

  private boolean areNumbers = true;
  private long newKeyBytes;
  private long keyBytes;
  private long valueBytes;

  /** Adds an entry behind the others. */
  void add(byte[] key, byte[] value) {
    areNumbers &= isNumber(value);
    if (areNumbers) {
      numbers.add(number(value));
    }
    int same = keys.isEmpty() ? 0 : common(last(), key);
    if (!keys.isEmpty()) {
      shared.add(same);
    }
    lengths.add(key.length);
    sizes.add(value == null ? 0 : value.length + 1L);
    keys.add(key);
    values.add(value);
    newKeyBytes += key.length - same;
    keyBytes += key.length;
    valueBytes += value == null ? 0 : value.length;
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

  /** How large the block would be with one entry more, at most. */
  long sizeWith(Edit next) {
    byte[] key = next.key();
    byte[] value = next.value();
    int same = keys.isEmpty() ? 0 : common(last(), key);
    int size = value == null ? 0 : value.length;
    long values =
        areNumbers && isNumber(value) ? numbers.sizeWith(number(value)) : valueBytes + size;
    return HEAD
        + newKeyBytes
        + key.length
        - same
        + lengths.sizeWith(key.length)
        + shared.sizeWith(same)
        + sizes.sizeWith(value == null ? 0 : 1L + size)
        + values;
  }

  /** How many bytes the keys take when it is read, at most. */
  long keyBytes() {
    return keyBytes;
  }

  /** Writes the block, and begins the next. */
  byte[] finish() {
    int count = keys.size();
    int prefix = common(first(), last());
    Output out = new Output((int) (HEAD + newKeyBytes + valueBytes + 4L * count));
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

  /** Whether a value, after others that are, can be packed as a number. */
  private boolean isNumber(byte[] value) {
    return value != null
        && value.length > 0
        && value.length <= BlockForm.MOST_NUMBER_SIZE
        && (values.isEmpty() || sizes.get(0) == value.length + 1L)
        && number(value) >= 0
        && number(value) <= Column.LARGEST;
  }

  private static long number(byte[] value) {
    long number = 0;
    for (byte next : value) {
      number = number << 8 | next & 0xff;
    }
    return number;
  }

  private void writeValues(Output out) {
    out.one(areNumbers ? 1 : 0);
    if (areNumbers) {
      numbers.write(0, out);
      return;
    }
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
    numbers.clear();
    areNumbers = true;
    newKeyBytes = 0;
    keyBytes = 0;
    valueBytes = 0;
  }

  /** How many bytes two keys have in common at their beginning. */
  static int common(byte[] a, byte[] b) {
    int at = Arrays.mismatch(a, b);
    return at < 0 ? a.length : at;
  }
}
