package org.fxd.store.sqlite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Pending;

/**
 * What one batch wants to write. An everyday one is held in memory until it is sealed, and then is
 * one row. One that grows larger than that takes the pen and writes into the tables as it goes, in
 * one transaction of SQLite. A failure undoes all of it at once; the batch is of no use then, the
 * store is.
 */
final class SqliteBatch implements Batch {
  /** A batch of more bytes is a large one. */
  private static final int LARGE = 1 << 20;

  private final Desk desk;
  private final Faults faults;
  private final Map<Hash, LooseObject> objects = new LinkedHashMap<>();
  private final List<RefChange> refs = new ArrayList<>();
  private final IndexBuffer index = new IndexBuffer();
  private Optional<TableWrite> large = Optional.empty();
  private long weight;
  private Stage stage = Stage.OPEN;

  /** What a batch needs of its store. Each call is made while the batch has the turn. */
  interface Desk {
    /** Held for each step, so that closing does not come in between. */
    Object writing();

    /** Takes the pen, gathers what stands by itself, and begins a transaction. */
    TableWrite grow() throws SQLException, DamagedException;

    /** Ends the transaction that {@link #grow} began, and gives the pen back. */
    void commit(State state, List<RefChange> refs) throws SQLException;

    /** Undoes what {@link #grow} began, and gives the pen back. */
    void undo();

    /** Puts an everyday batch in line. */
    Pending seal(LooseTransaction transaction, List<RefChange> refs);

    /** What a reference holds for this batch. */
    Hash ref(String name) throws SQLException, DamagedException;

    /** Asks the index as this batch finds it. */
    <T> T index(Function<IndexReader, T> query);

    /** Opens a blob that is in the store. */
    Optional<InputStream> open(Hash blob);

    /** Opens what was found in the tables, committed or not. */
    InputStream open(Hash blob, ObjectFinder.Found found) throws DamagedException;

    /** The turn is over. */
    void ended();
  }

  /** Begins; the turn is this batch's. */
  SqliteBatch(Desk desk, Faults faults) {
    this.desk = desk;
    this.faults = faults;
  }

  private enum Stage {
    OPEN,
    FAILED,
    ENDED
  }

  /** One step of the work. */
  @FunctionalInterface
  private interface Step<T> {
    T take() throws SQLException, DamagedException, IOException;
  }

  @Override
  public void put(ObjectType type, Hash hash, byte[] bytes) {
    step(
        () -> {
          if (bytes.length > Codec.MAX_SIZE && type != ObjectType.BLOB) {
            throw new StoreException(
                "An object of " + bytes.length + " bytes is too large to be stored",
                "Store large content as a blob.");
          }
          hold(type, hash, bytes);
          return null;
        });
  }

  @Override
  public Stored putBlob(InputStream in) {
    return step(
        () -> {
          byte[] start = in.readNBytes(Schema.PIECE_SIZE);
          if (start.length == Schema.PIECE_SIZE) {
            byte[] more = in.readNBytes(1);
            if (more.length > 0) {
              return grown().putCut(start, new HeadFirst(more[0], in));
            }
          }
          Hash hash = Hash.ofContent(start);
          hold(ObjectType.BLOB, hash, start);
          return new Stored(hash, start.length);
        });
  }

  @Override
  public Optional<InputStream> open(Hash blob) {
    return step(
        () -> {
          LooseObject held = objects.get(blob);
          if (held != null) {
            return Optional.of(new ByteArrayInputStream(held.bytes()));
          }
          if (large.isPresent()) {
            Optional<ObjectFinder.Found> found = large.get().find(blob);
            if (found.isPresent()) {
              return Optional.of(desk.open(blob, found.get()));
            }
          }
          return desk.open(blob);
        });
  }

  @Override
  public void ref(String name, Hash expected, Hash next) {
    synchronized (desk.writing()) {
      requireOpen();
      // What cannot be encoded would come back as another name.
      if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)
          || name.getBytes(StandardCharsets.UTF_8).length > MAX_REF_NAME) {
        throw new IllegalArgumentException(
            "A reference's name is text of at most " + MAX_REF_NAME + " bytes");
      }
      refs.add(new RefChange(name, expected, next));
      weight += 2 * name.length() + Hash.LENGTH;
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
            writeIndex(grown());
          }
          return null;
        });
  }

  @Override
  public <T> T readIndex(Function<IndexReader, T> query) {
    synchronized (desk.writing()) {
      requireOpen();
    }
    // Without the monitor: the query may take its time, and it may ask other things of this batch.
    return desk.index(query);
  }

  @Override
  public Pending seal() {
    return step(
        () -> {
          Map<String, Hash> moved = moved();
          if (large.isEmpty() && weight + index.length() > LARGE) {
            grown();
          }
          Pending pending;
          if (large.isPresent()) {
            writeIndex(large.get());
            State state = large.get().finish(moved);
            desk.commit(state, refs);
            pending = () -> {};
          } else if (objects.isEmpty() && moved.isEmpty() && index.isEmpty()) {
            pending = () -> {};
          } else {
            pending =
                desk.seal(
                    LooseTransaction.of(
                        0,
                        List.copyOf(objects.values()),
                        moved,
                        index.edits(),
                        weight + index.length()),
                    refs);
          }
          end();
          return pending;
        });
  }

  @Override
  public void close() {
    synchronized (desk.writing()) {
      if (stage == Stage.OPEN) {
        undo();
      }
      if (stage != Stage.ENDED) {
        end();
      }
    }
  }

  /** What the references will hold, if they hold what was expected of them. */
  private Map<String, Hash> moved() throws SQLException, DamagedException {
    Map<String, Hash> moved = new HashMap<>();
    for (RefChange change : refs) {
      Hash now = moved.get(change.name());
      if (now == null) {
        now = desk.ref(change.name());
      }
      if (!now.equals(change.expected())) {
        throw CommitLine.conflict(change, now);
      }
      moved.put(change.name(), change.next());
    }
    return moved;
  }

  private void hold(ObjectType type, Hash hash, byte[] bytes)
      throws SQLException, DamagedException {
    if (large.isPresent()) {
      large.get().put(type, hash, bytes);
    } else if (objects.putIfAbsent(hash, new LooseObject(type, hash, bytes)) == null) {
      weight += 1 + Hash.LENGTH + 4 + bytes.length;
      if (weight > LARGE) {
        grown();
      }
    }
  }

  /** Becomes a large batch, if it is none yet. */
  private TableWrite grown() throws SQLException, DamagedException {
    if (large.isEmpty()) {
      TableWrite write = desk.grow();
      large = Optional.of(write);
      for (LooseObject object : objects.values()) {
        write.put(object.type(), object.hash(), object.bytes());
      }
      objects.clear();
    }
    return large.get();
  }

  private void writeIndex(TableWrite into) throws SQLException {
    into.index(index.sorted());
    index.clear();
  }

  /**
   * Takes a step. If it fails, everything is undone before the caller hears of it, unless it failed
   * only to read what was to be written: then there is nothing to undo.
   */
  private <T> T step(Step<T> step) {
    synchronized (desk.writing()) {
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
    stage = Stage.FAILED;
    objects.clear();
    index.clear();
    if (large.isPresent()) {
      large = Optional.empty();
      desk.undo();
    }
  }

  private void end() {
    stage = Stage.ENDED;
    desk.ended();
  }

  private void requireOpen() {
    switch (stage) {
      case OPEN -> {}
      case FAILED -> throw new IllegalStateException("This batch has failed");
      case ENDED -> throw new IllegalStateException("This batch has ended");
    }
  }
}
