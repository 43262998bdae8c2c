package org.fxd.store.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fxd.graph.api.Hash;
import org.fxd.store.sqlite.frame.Frame;
import org.fxd.store.sqlite.frame.FrameType;
import org.fxd.store.sqlite.sorted.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Objects in memory, of a file that only this store writes to. */
final class OwnObjects implements StoredObjects.AtHand {
  private static final Logger LOG = LoggerFactory.getLogger(OwnObjects.class);

  private final CommitLine line;
  private final Caches caches;
  private volatile Guess guess = new Guess(List.of(), 0, 0, 1, 0);

  OwnObjects(CommitLine line, Caches caches) {
    this.line = line;
    this.caches = caches;
  }

  /**
   * Where the next object may be that is asked for: beside the last one, since a tree is mostly
   * read in the order in which it was written, or backwards. To look there takes less than to look
   * the place up.
   *
   * @param runs those that tell of the last one; with others, all may be elsewhere
   * @param step from one to the next: 1 or -1
   * @param luck how often it may be wrong before it is not believed any more
   */
  private record Guess(List<Run> runs, long frame, int slot, int step, int luck) {
    private static final int LUCK = 4;

    Guess right() {
      return new Guess(runs, frame, slot + step, step, LUCK);
    }

    /** What is to be guessed after an object was found. */
    Guess next(List<Run> now, Place found) {
      int taken = found.slot() - slot + step;
      return found.frame() == frame && Math.abs(taken) == 1
          ? new Guess(now, frame, found.slot() + taken, taken, LUCK)
          : new Guess(now, found.frame(), found.slot() + step, step, Math.max(0, luck - 1));
    }
  }

  @Override
  public Optional<LooseObject> sealed(Hash hash) {
    return line.loose().get(hash);
  }

  @Override
  public Stream<LooseObject> sealed() {
    return line.loose().all();
  }

  @Override
  public Optional<byte[]> gathered(Hash hash) {
    List<Run> runs = line.durable().objectRuns();
    Guess last = guess;
    if (last.luck > 0 && last.runs == runs) {
      Optional<byte[]> guessed = at(last).filter(bytes -> Hash.ofContent(bytes).equals(hash));
      if (guessed.isPresent()) {
        guess = last.right();
        return guessed;
      }
    }
    Optional<ObjectFinder.Found> found = ObjectFinder.atHand(hash, runs, caches);
    found.ifPresent(what -> guess = last.next(runs, what.place()));
    return found.map(ObjectFinder.Found::bytes);
  }

  private Optional<byte[]> at(Guess place) {
    try {
      Frame frame = caches.frames().get(place.frame()).orElse(null);
      return frame == null
              || place.slot() < 0
              || place.slot() >= frame.count()
              || frame.type(place.slot()) == FrameType.CUT_BLOB
          ? Optional.empty()
          : Optional.of(frame.bytes(place.slot()));
    } catch (DamagedException e) {
      LOG.debug("Nobody has asked for what is damaged here", e);
      return Optional.empty();
    }
  }
}
