package org.fxd.benchmarks.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Batch;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Pending;

/** A batch that only remembers what is written to it. */
final class Recorder implements Batch {
  private final List<Put> puts = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  /** An object. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Put(ObjectType type, Hash hash, byte[] bytes) {}

  /** An entry of the index. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Row(byte[] key, byte[] value) {}

  List<Put> puts() {
    return puts;
  }

  List<Row> rows() {
    return rows;
  }

  /** The entries of the index in the order in which a table takes them fastest, each once. */
  List<Row> sortedRows() {
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(Row::key, Arrays::compareUnsigned));
    List<Row> once = new ArrayList<>();
    for (Row row : sorted) {
      if (once.isEmpty() || !Arrays.equals(once.get(once.size() - 1).key, row.key)) {
        once.add(row);
      }
    }
    return once;
  }

  @Override
  public void put(ObjectType type, Hash hash, byte[] bytes) {
    puts.add(new Put(type, hash, bytes));
  }

  @Override
  public Stored putBlob(InputStream in) {
    try {
      byte[] bytes = in.readAllBytes();
      Hash hash = Hash.ofContent(bytes);
      put(ObjectType.BLOB, hash, bytes);
      return new Stored(hash, bytes.length);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void index(byte[] key, byte[] value) {
    rows.add(new Row(key, value));
  }

  @Override
  public Optional<InputStream> open(Hash blob) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void ref(String name, Hash expected, Hash next) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> T readIndex(Function<IndexReader, T> query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Pending seal() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
