package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.store.sqlite.sorted.Overlay;
import org.fxd.store.sqlite.sorted.Run;
import org.fxd.store.sqlite.sorted.RunTable;
import org.fxd.store.sqlite.sorted.Space;

/** Reads from a file what {@link State} it is in. */
final class StateReading {
  /** What FXD leaves is far below; more is someone's wish to fill our memory. */
  static final int MOST_TRANSACTIONS = 1 << 16;

  private static final long MOST_WEIGHT = 64L << 20;

  /** No file gets to a higher number of a run or a transaction by itself, nor to more in one. */
  static final long HIGHEST = 1L << 48;

  private State state;
  private final boolean lenient;
  private final Loose loose = new Loose();
  private Optional<String> damage = Optional.empty();

  private StateReading(State state, boolean lenient) {
    this.state = state;
    this.lenient = lenient;
  }

  /** The state that a pinned reader sees. */
  static StateReading of(Reader reader) throws SQLException, DamagedException {
    return of(reader, false);
  }

  /**
   * The state that a pinned reader sees.
   *
   * @param lenient whether a transaction that is damaged ends the reading, and the state is the one
   *     before it; otherwise it is a failure
   */
  static StateReading of(Reader reader, boolean lenient) throws SQLException, DamagedException {
    RunTable table = new RunTable(reader.statements());
    List<Run> objects = table.list(Space.OBJECTS);
    List<Run> index = table.list(Space.INDEX);
    long highest = reader.highest("runs");
    for (Run run : objects) {
      require(run, highest);
    }
    for (Run run : index) {
      require(run, highest);
    }
    StateReading reading = new StateReading(State.of(reader.epoch(), 0, objects, index), lenient);
    reading.more(reader);
    return reading;
  }

  /** The next run takes the next number as its rank, and must be the newest then. */
  private static void require(Run run, long highest) throws DamagedException {
    if (!isSound(run, highest)) {
      throw new DamagedException("the row of run " + run.id() + " holds numbers that cannot be");
    }
  }

  /**
   * Whether the numbers of a run can be.
   *
   * @param highest the highest number of any run
   */
  static boolean isSound(Run run, long highest) {
    return run.id() >= 1
        && run.id() <= HIGHEST
        && run.rank() >= 1
        && run.rank() <= highest
        && run.entries() >= 0
        && run.entries() <= HIGHEST
        && run.bytes() >= 0
        && run.bytes() <= HIGHEST;
  }

  /** Reads the transactions that came since. After a failure, this reading is of no use. */
  void more(Reader reader) throws SQLException, DamagedException {
    if (damage.isPresent()) {
      return;
    }
    More more = new More(state);
    try {
      Faults.looking(() -> reader.transactions(more.last, more::add));
    } catch (DamagedException e) {
      if (!lenient) {
        throw e;
      }
      damage = Optional.of(e.getMessage());
    }
    state = more.state();
  }

  /** What comes to a state; put together once, since there may be much of it. */
  private final class More {
    private final State before;
    private final Map<String, Hash> refs;
    private Overlay index;
    private long last;

    More(State before) {
      this.before = before;
      this.refs = new HashMap<>(before.refs());
      this.index = before.index();
      this.last = before.last();
    }

    void add(LooseTransaction transaction) throws DamagedException {
      if (last > 0 && transaction.id() != last + 1) {
        throw new DamagedException("transaction " + (last + 1) + " is missing");
      }
      if (transaction.id() > HIGHEST) {
        throw new DamagedException("transaction " + transaction.id() + " is none that FXD gets to");
      }
      loose.add(transaction);
      if (areTooMany(loose.count(), loose.weight())) {
        throw new DamagedException("more transactions stand by themselves than FXD leaves");
      }
      last = transaction.id();
      refs.putAll(transaction.refs());
      index = index.with(transaction.index());
    }

    State state() {
      return new State(before.epoch(), last, refs, index, before.objectRuns(), before.indexRuns());
    }
  }

  /** Whether no file has so many transactions that stand by themselves, or such large ones. */
  static boolean areTooMany(int count, long weight) {
    return count > MOST_TRANSACTIONS || weight > MOST_WEIGHT;
  }

  /** Why the reading ended before the last transaction; empty if it did not. */
  Optional<String> damage() {
    return damage;
  }

  State state() {
    return state;
  }

  Loose loose() {
    return loose;
  }
}
