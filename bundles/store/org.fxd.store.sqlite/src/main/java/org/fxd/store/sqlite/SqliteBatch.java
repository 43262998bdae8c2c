package org.fxd.store.sqlite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.ObjectType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transaction. Objects go into it as they come, compressed on other threads; entries of the
 * index are gathered and go in sorted; references are compared and set at its end. A failure undoes
 * all of it at once; the batch is of no use then, the store is.
 */
final class SqliteBatch implements Batch {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteBatch.class);

  private final Writer writer;
  private final Packer packer;
  private final Faults faults;
  private final Object writing;
  private final Runnable whenEnded;
  private final List<RefChange> refs = new ArrayList<>();
  private final IndexBuffer index = new IndexBuffer();
  private State state = State.OPEN;

  /**
   * Takes over a transaction that has begun.
   *
   * @param writing what to hold while writing
   * @param whenEnded called once, when the writer is free again
   */
  SqliteBatch(Writer writer, Packer packer, Faults faults, Object writing, Runnable whenEnded) {
    this.writer = writer;
    this.packer = packer;
    this.faults = faults;
    this.writing = writing;
    this.whenEnded = whenEnded;
  }

  private enum State {
    OPEN,
    FAILED,
    ENDED
  }

  private record RefChange(String name, Hash expected, Hash next) {}

  /** One step of the work. */
  @FunctionalInterface
  private interface Step<T> {
    T take() throws SQLException, DamagedException, IOException;
  }

  @Override
  public void put(ObjectType type, Hash hash, byte[] bytes) {
    step(
        () -> {
          if (type == ObjectType.BLOB && bytes.length > Schema.PIECE_SIZE) {
            if (!writer.has(Table.VALUES, hash)) {
              InputStream in = new ByteArrayInputStream(bytes);
              putCut(read(in), read(in), in);
            }
          } else {
            putWhole(type, hash, bytes);
          }
          return null;
        });
  }

  @Override
  public Stored putBlob(InputStream in) {
    return step(
        () -> {
          byte[] start = read(in);
          if (start.length == Schema.PIECE_SIZE) {
            byte[] more = read(in);
            if (more.length > 0) {
              return putCut(start, more, in);
            }
          }
          Hash hash = Hash.ofContent(start);
          putWhole(ObjectType.BLOB, hash, start);
          return new Stored(hash, start.length);
        });
  }

  @Override
  public Optional<InputStream> open(Hash blob) {
    return step(
        () -> {
          packer.finish();
          return writer
              .reader()
              .blob(blob)
              .map(row -> new BlobStream(faults.file(), blob, new Pieces(row, this::piece)));
        });
  }

  private Optional<Encoded> piece(long value, int number) {
    return step(() -> writer.reader().piece(value, number));
  }

  @Override
  public void ref(String name, Hash expected, Hash next) {
    synchronized (writing) {
      requireOpen();
      refs.add(new RefChange(name, expected, next));
    }
  }

  @Override
  public void index(byte[] key, byte[] value) {
    if (key.length == 0 || key.length > MAX_INDEX_KEY) {
      throw new IllegalArgumentException(
          "A key of the index has 1 to " + MAX_INDEX_KEY + " bytes, not " + key.length);
    }
    step(
        () -> {
          index.add(key, value);
          if (index.isFull()) {
            writeIndex();
          }
          return null;
        });
  }

  @Override
  public <T> T readIndex(
      java.util.function.Function<org.fxd.store.api.IndexReader, T> query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public org.fxd.store.api.Pending seal() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void commit() {
    step(
        () -> {
          packer.finish();
          for (RefChange change : refs) {
            Hash now = writer.ref(change.name).orElse(Hash.ZERO);
            if (!now.equals(change.expected)) {
              throw new ConflictException(
                  "The reference '"
                      + change.name
                      + "' is "
                      + brief(now)
                      + " and not "
                      + brief(change.expected)
                      + ": someone else has changed it",
                  "Nothing was written. Look at what changed and try again.");
            }
            writer.setRef(change.name, change.next);
          }
          writeIndex();
          writer.commit();
          end();
          return null;
        });
  }

  @Override
  public void close() {
    synchronized (writing) {
      if (state == State.OPEN) {
        undo();
      }
      if (state != State.ENDED) {
        end();
      }
    }
  }

  /** The store closes: gives the batch up for its owner, who will find it so. */
  void abandon() {
    close();
  }

  private void writeIndex() throws SQLException {
    if (!index.isEmpty()) {
      IndexTable table = writer.index();
      table.require();
      index.drainTo(table);
      table.finish();
    }
  }

  private void putWhole(ObjectType type, Hash hash, byte[] bytes) throws SQLException {
    if (bytes.length > Codec.MAX_SIZE) {
      throw new StoreException(
          "An object of " + bytes.length + " bytes is too large to be stored",
          "Store large content as a blob.");
    }
    if (!writer.has(Table.of(type), hash)) {
      packer.add(bytes, encoded -> writer.insert(type, hash, encoded));
    }
  }

  /** Writes the pieces while reading; only at the end is it known whether the blob is a new one. */
  private Stored putCut(byte[] first, byte[] second, InputStream rest)
      throws SQLException, IOException {
    packer.finish();
    long value = writer.nextValue();
    MessageDigest digest = Hash.newDigest();
    long size = 0;
    int number = 0;
    byte[] piece = first;
    byte[] ahead = second;
    while (piece.length > 0) {
      digest.update(piece);
      size += piece.length;
      int at = number;
      packer.add(piece, encoded -> writer.insertPiece(value, at, encoded));
      number++;
      piece = ahead;
      try {
        ahead = read(rest);
      } catch (IOException e) {
        packer.cancel();
        writer.deletePieces(value);
        throw e;
      }
    }
    packer.finish();
    Hash hash = Hash.ofDigest(digest);
    if (writer.has(Table.VALUES, hash)) {
      writer.deletePieces(value);
    } else {
      writer.insertCut(value, hash, size);
    }
    return new Stored(hash, size);
  }

  private static byte[] read(InputStream in) throws IOException {
    return in.readNBytes(Schema.PIECE_SIZE);
  }

  /**
   * Takes a step. If it fails, everything is undone before the caller hears of it, unless it failed
   * only to read what was to be written: then there is nothing to undo.
   */
  private <T> T step(Step<T> step) {
    synchronized (writing) {
      requireOpen();
      boolean sound = false;
      try {
        T result = step.take();
        sound = true;
        return result;
      } catch (IOException e) {
        sound = true;
        throw new StoreException("Cannot read what is to be stored: " + e.getMessage(), e);
      } catch (SQLException e) {
        throw faults.of("write to", e);
      } catch (DamagedException e) {
        throw faults.damaged(e.getMessage());
      } finally {
        if (!sound) {
          undo();
        }
      }
    }
  }

  private void undo() {
    state = State.FAILED;
    packer.cancel();
    index.clear();
    try {
      writer.rollback();
    } catch (SQLException e) {
      // The failure that brought us here is the one to tell; SQLite undoes the rest when it opens.
      LOG.warn("Could not roll back", e);
    }
  }

  private void end() {
    state = State.ENDED;
    whenEnded.run();
  }

  private void requireOpen() {
    switch (state) {
      case OPEN -> {}
      case FAILED -> throw new IllegalStateException("This batch has failed");
      case ENDED -> throw new IllegalStateException("This batch has ended");
    }
  }

  private static String brief(Hash hash) {
    return hash.equals(Hash.ZERO) ? "not there" : hash.brief();
  }
}
