package org.fxd.store.sqlite;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.Pending;

/** What one batch of a file needs; made with it, and of use as long as it has the turn. */
final class BatchDesk implements SqliteBatch.Desk {
  private final Writing writing;
  private final long failures;
  private boolean grown;

  BatchDesk(Writing writing) {
    this.writing = writing;
    this.failures = writing.line().failures();
  }

  @Override
  public Object writing() {
    return writing;
  }

  @Override
  public TableWrite grow() throws SQLException, DamagedException {
    TableWrite write = writing.grow();
    grown = true;
    if (writing.line().failures() != failures) {
      undo();
      throw failed();
    }
    return write;
  }

  @Override
  public void commit(State state, List<RefChange> refs) throws SQLException {
    writing.commit(state, refs);
    // Before the pen is given back, so that nothing that fails from now on gives it back again.
    grown = false;
    writing.committed(state);
  }

  @Override
  public void undo() {
    if (grown) {
      grown = false;
      writing.undo();
    }
  }

  @Override
  public Pending seal(LooseTransaction transaction, List<RefChange> refs) {
    if (writing.line().failures() != failures) {
      throw failed();
    }
    return writing.line().seal(transaction, refs);
  }

  private StoreException failed() {
    return new StoreException(
        "Cannot write to "
            + writing.faults().file()
            + ": what was to be written just before could not be, and this may build upon it",
        "Nothing of either was written. Make sure that there is room, and try again.");
  }

  @Override
  public Hash ref(String name) {
    Optional<Hash> moved = writing.line().sealed().ref(name);
    return moved.isPresent()
        ? moved.get()
        : writing.reading().now(moment -> moment.reader().ref(name)).orElse(Hash.ZERO);
  }

  @Override
  public <T> T index(Function<IndexReader, T> query) {
    return writing.reading().query(query, new SealedStates(writing.line()));
  }

  @Override
  public Optional<InputStream> open(Hash blob) {
    return writing.open(blob);
  }

  @Override
  public InputStream open(Hash blob, ObjectFinder.Found found) {
    if (found.damage() != null) {
      return new DamagedStream(writing.faults().damaged(blob, found.damage(), null));
    }
    return found.cut() == null
        ? new ByteArrayInputStream(found.bytes())
        : new BlobStream(writing.faults(), blob, new Pieces(found.cut(), this::piece));
  }

  /** Only this batch's own transaction has the piece, as long as it lasts. */
  private Optional<Encoded> piece(long number) throws SQLException {
    synchronized (writing) {
      if (!grown) {
        throw new IllegalStateException("The batch that this blob was written to has ended");
      }
      return writing.writer().reader().piece(number);
    }
  }

  @Override
  public void ended() {
    writing.ended();
  }
}
