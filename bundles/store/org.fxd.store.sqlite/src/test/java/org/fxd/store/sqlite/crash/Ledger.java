package org.fxd.store.sqlite.crash;

import java.util.Arrays;
import java.util.function.Consumer;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Pending;
import org.fxd.store.api.Store;

/** Who does deeds, and remembers which were begun and which were acknowledged. */
final class Ledger {
  /** How many lanes there are. */
  static final int LANES = 3;

  private final int[] begun;
  private final int[] acknowledged;
  private final Consumer<String> listener;
  private boolean collected;

  /** Nothing done yet. */
  Ledger() {
    this(new int[LANES], line -> {});
  }

  /**
   * Goes on from somewhere.
   *
   * @param done how far each lane is
   * @param listener told of all that happens, in lines for {@link #note}
   */
  Ledger(int[] done, Consumer<String> listener) {
    this.begun = done.clone();
    this.acknowledged = done.clone();
    this.listener = listener;
  }

  /** Notes what another one's listener was told. */
  synchronized void note(String line) {
    String[] words = line.split(" ");
    switch (words[0]) {
      case "begun" -> begun[Integer.parseInt(words[1])] = Integer.parseInt(words[2]);
      case "done" -> acknowledged[Integer.parseInt(words[1])] = Integer.parseInt(words[2]);
      case "collecting" -> collected = true;
      default -> throw new IllegalArgumentException(line);
    }
  }

  /**
   * How far each lane may be found.
   *
   * @param least so many deeds of each lane must be there
   * @param most and no more than so many
   * @param collected whether a compaction may have collected garbage
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Bounds(int[] least, int[] most, boolean collected) {
    /** Fails if what was found is out of bounds. */
    void require(int[] found) {
      for (int lane = 0; lane < LANES; lane++) {
        if (found[lane] < least[lane] || found[lane] > most[lane]) {
          throw new AssertionError(Arrays.toString(found) + " was found, which is none of " + this);
        }
      }
    }

    @Override
    public String toString() {
      return Arrays.toString(least) + " to " + Arrays.toString(most);
    }
  }

  /** What the next ones to be looked at may hold. */
  synchronized Bounds bounds() {
    return new Bounds(acknowledged.clone(), begun.clone(), collected);
  }

  synchronized Deed last(int lane) {
    return new Deed(lane, begun[lane]);
  }

  /** From now on garbage may be gone. */
  synchronized void collect() {
    collected = true;
    listener.accept("collecting");
  }

  synchronized void begin(Deed deed) {
    begun[deed.lane()] = deed.number();
    listener.accept("begun " + deed.lane() + ' ' + deed.number());
  }

  synchronized void acknowledge(Deed deed) {
    acknowledged[deed.lane()] = deed.number();
    listener.accept("done " + deed.lane() + ' ' + deed.number());
  }

  /** It came to nothing, and this was said. */
  synchronized void fail(Deed deed) {
    begun[deed.lane()] = Math.min(begun[deed.lane()], deed.number() - 1);
  }

  /** Does the next deed of a lane, and waits until it is durable. */
  void commit(Store store, int lane) {
    seal(store, lane).await();
  }

  /** Does the next deed of a lane, for someone else to wait for. */
  Pending seal(Store store, int lane) {
    Deed deed = last(lane).next();
    try (Batch batch = store.begin()) {
      begin(deed);
      deed.write(batch);
      Pending pending = batch.seal();
      return () -> await(deed, pending);
    } catch (RuntimeException e) {
      fail(deed);
      throw e;
    }
  }

  private void await(Deed deed, Pending pending) {
    try {
      pending.await();
    } catch (RuntimeException e) {
      fail(deed);
      throw e;
    }
    acknowledge(deed);
  }
}
