package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.Pending;
import org.fxd.store.sqlite.sorted.Overlay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line of everyday transactions on their way to the disk. Whoever first waits for one writes
 * all that stand in line, and waits for the disk once for all of them.
 *
 * <p>Two states are kept: the durable one, which readers see, and the sealed one, which the next
 * batch finds. If the medium fails, all in line come to nothing, and the sealed state is the
 * durable one again.
 */
final class CommitLine {
  private static final Logger LOG = LoggerFactory.getLogger(CommitLine.class);

  private final Writer writer;
  private final Pen pen;
  private final Faults faults;
  private final RefWatches watches;
  private final Loose loose = new Loose();
  private final Deque<Sealed> line = new ArrayDeque<>();
  private volatile State durable;
  private State sealed;
  private long failures;

  /**
   * A line in which nobody stands.
   *
   * @param pen held by whoever uses the writer
   * @param state what is durable
   * @param known the transactions that stand by themselves; the state has them already
   */
  CommitLine(
      Writer writer,
      Pen pen,
      Faults faults,
      State state,
      Collection<LooseTransaction> known,
      RefWatches watches) {
    this.writer = writer;
    this.pen = pen;
    this.faults = faults;
    this.watches = watches;
    this.durable = state;
    this.sealed = state;
    known.forEach(loose::add);
  }

  /** What readers see. */
  State durable() {
    return durable;
  }

  /** What the next batch finds. */
  synchronized State sealed() {
    return sealed;
  }

  /** How often all in line came to nothing. A batch that began before must not go on. */
  synchronized long failures() {
    return failures;
  }

  /** The objects of transactions that stand by themselves, sealed or durable. */
  States.Objects loose() {
    return loose;
  }

  synchronized int count() {
    return loose.count();
  }

  /** How many objects stand in them. */
  synchronized long objects() {
    return loose.objects();
  }

  synchronized long weight() {
    return loose.weight();
  }

  /** The transactions that stand by themselves and are part of a state. */
  synchronized List<LooseTransaction> upTo(State state) {
    return loose.upTo(state.last());
  }

  /** Puts a transaction in line. The caller has the turn, so nobody else does at the same time. */
  Pending seal(LooseTransaction draft, List<RefChange> refs) {
    byte[] content = TransactionCodec.encode(draft);
    Encoded row = Codec.pack(content);
    long checksum = TransactionCodec.checksum(content);
    synchronized (this) {
      LooseTransaction transaction = draft.numbered(sealed.last() + 1);
      sealed = sealed.with(transaction);
      loose.add(transaction);
      Sealed next = new Sealed(transaction, List.copyOf(refs), checksum, row);
      line.add(next);
      return next;
    }
  }

  /** Makes all in line durable; with the pen. */
  void flush() {
    List<Sealed> group;
    synchronized (this) {
      group = new ArrayList<>(line);
    }
    if (group.isEmpty()) {
      return;
    }
    try {
      writer.begin();
      for (Sealed next : group) {
        writer.insertTransaction(next.transaction.id(), next.checksum, next.row);
      }
      writer.commit();
    } catch (SQLException e) {
      fail(faults.of("write to", e));
      return;
    }
    for (Sealed next : group) {
      synchronized (this) {
        durable = durable.with(next.transaction);
        line.remove();
      }
      next.refs.forEach(ref -> watches.moved(ref.name(), ref.expected(), ref.next()));
      next.done = true;
    }
  }

  private void fail(StoreException failure) {
    try {
      writer.rollback();
    } catch (SQLException e) {
      // The failure that brought us here is the one to tell; SQLite undoes the rest when it opens.
      LOG.warn("Could not roll back", e);
    }
    synchronized (this) {
      for (Sealed next : line) {
        next.failure = failure;
        next.done = true;
      }
      line.clear();
      loose.removeAbove(durable.last());
      sealed = durable;
      failures++;
    }
  }

  /**
   * The tables were changed; with the pen, and after it was committed.
   *
   * @param base what the tables alone tell now
   * @param gathered up to which number transactions stand in the tables now; those behind still
   *     stand by themselves
   */
  synchronized void rebase(State base, long gathered) {
    long last = durable.last();
    loose.removeUpTo(gathered);
    Map<String, Hash> refs = new HashMap<>(durable.refs());
    refs.putAll(base.refs());
    LooseTransaction first = loose.transactions().peekFirst();
    State next =
        new State(
            base.epoch(),
            first == null ? last : first.id() - 1,
            refs,
            Overlay.EMPTY,
            base.objectRuns(),
            base.indexRuns());
    State now = next;
    for (LooseTransaction transaction : loose.transactions()) {
      next = next.with(transaction);
      if (transaction.id() <= last) {
        now = next;
      }
    }
    durable = now;
    sealed = next;
  }

  /** A transaction in line. */
  private final class Sealed implements Pending {
    private final LooseTransaction transaction;
    private final List<RefChange> refs;
    private final long checksum;
    private final Encoded row;
    private volatile boolean done;
    private StoreException failure;

    Sealed(LooseTransaction transaction, List<RefChange> refs, long checksum, Encoded row) {
      this.transaction = transaction;
      this.refs = refs;
      this.checksum = checksum;
      this.row = row;
    }

    @Override
    public void await() {
      if (!done) {
        pen.take();
        try {
          if (!done) {
            flush();
          }
        } finally {
          pen.giveBack();
        }
        watches.tell();
      }
      if (failure != null) {
        throw new StoreException(failure.getMessage(), failure.hint().orElse(null), failure);
      }
    }
  }

  static ConflictException conflict(RefChange change, Hash now) {
    return new ConflictException(
        "The reference '"
            + change.name()
            + "' is "
            + brief(now)
            + " and not "
            + brief(change.expected())
            + ": someone else has changed it",
        "Nothing was written. Look at what changed and try again.");
  }

  private static String brief(Hash hash) {
    return hash.equals(Hash.ZERO) ? "not there" : hash.brief();
  }
}
