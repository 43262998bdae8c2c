package org.fxd.graph.core.workspace;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.core.workspace.Heads.Head;
import org.fxd.store.api.RefWatch;
import org.fxd.store.api.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what another process does to a project that is only read here: when the store tells that
 * the newest operation is another one, that becomes the newest state. Nobody waits for it. Where
 * this process writes, there is nothing to follow.
 */
final class HeadWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);

  /** Operations beyond these are not counted one by one: whoever was away so long reads the log. */
  private static final int MOST_COUNTED = 10_000;

  private final Store store;
  private final Heads heads;
  private final Function<Operation, Head> reader;
  private final LoggedOperations log;
  private Optional<RefWatch> watch = Optional.empty();
  private Optional<Hash> early = Optional.empty();
  private boolean begun;

  /**
   * Follows nothing yet.
   *
   * @param reader the state that an operation made
   */
  HeadWatch(Store store, Heads heads, Function<Operation, Head> reader, LoggedOperations log) {
    this.store = store;
    this.heads = heads;
    this.reader = reader;
    this.log = log;
  }

  /** From now on, no move is missed. */
  void start() {
    if (store.isReadOnly()) {
      watch = Optional.of(store.watch(this::moved));
    }
  }

  /** Begins with the state that was read after {@link #start}. */
  synchronized void begin(Head head) {
    heads.start(head);
    begun = true;
    early.ifPresent(this::advance);
  }

  private synchronized void moved(String name, Hash before, Hash after) {
    if (name.equals(ProjectWorkspace.OPERATION) && !after.equals(Hash.ZERO)) {
      if (begun) {
        advance(after);
      } else {
        early = Optional.of(after);
      }
    }
  }

  private void advance(Hash newest) {
    Head now = heads.durable();
    if (!newest.equals(now.operation().id())) {
      Operation operation = log.read(newest);
      Head next = reader.apply(operation);
      int count = count(now.operation().id(), newest);
      heads.follow(next, new Change(now.state(), next.state(), operation, count));
    }
  }

  /** How many operations lead from one to another. */
  private int count(Hash from, Hash to) {
    int count = 0;
    try {
      Iterator<Operation> operations = log.from(to);
      while (count < MOST_COUNTED && operations.hasNext() && !operations.next().id().equals(from)) {
        count++;
      }
    } catch (StoreException e) {
      LOG.debug("The log does not go back to {}", from, e);
    }
    return Math.max(1, count);
  }

  @Override
  public void close() {
    watch.ifPresent(RefWatch::close);
  }
}
