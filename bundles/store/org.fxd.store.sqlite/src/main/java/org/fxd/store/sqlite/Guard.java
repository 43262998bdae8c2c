package org.fxd.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.HeldException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one store at a time have a file: first within this JVM ({@link Claim}), then on this machine
 * ({@link LockFile}, in {@code x.fxd.lock}). {@code x.fxd.holder} says who it is. Both files go
 * away with the guard; if they are left behind by a crash, the next one takes them over.
 */
final class Guard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

  private final Claim claim;
  private final Optional<LockFile> lock;
  private final Path details;

  private Guard(Claim claim, Optional<LockFile> lock, Path details) {
    this.claim = claim;
    this.lock = lock;
    this.details = details;
  }

  /**
   * Takes a file.
   *
   * @param file its real path
   * @throws HeldException if it is taken; says by whom
   */
  static Guard take(Path file) {
    Neighbours.requireFiles(file);
    Holder self = Holder.here();
    Claim claim =
        Claim.take(file, self)
            .orElseThrow(
                () -> taken(file, Claim.holder(file), "this program has it open already", true));
    boolean done = false;
    try {
      Guard guard = new Guard(claim, lock(file), Neighbours.beside(file, ".holder"));
      guard.introduce(self);
      done = true;
      return guard;
    } finally {
      if (!done) {
        claim.close();
      }
    }
  }

  /**
   * Takes a file only for this process: who reads it does not keep other processes away.
   *
   * @param file its real path
   * @throws HeldException if someone in this process has it
   */
  static Guard takeToRead(Path file) {
    Neighbours.requireFiles(file);
    Claim claim =
        Claim.take(file, Holder.here())
            .orElseThrow(
                () -> taken(file, Claim.holder(file), "this program has it open already", true));
    return new Guard(claim, Optional.empty(), Neighbours.beside(file, ".holder"));
  }

  /** Whether the file is ours alone; if not, then because nothing can be written beside it. */
  boolean isExclusive() {
    return lock.isPresent();
  }

  @Override
  public void close() {
    if (lock.isPresent()) {
      try {
        Files.deleteIfExists(details);
      } catch (IOException e) {
        LOG.warn("{} could not be removed; it does no harm", details, e);
      }
      lock.get().close();
    }
    claim.close();
  }

  private static Optional<LockFile> lock(Path file) {
    Path path = Neighbours.beside(file, ".lock");
    try {
      Optional<LockFile> lock = LockFile.take(path);
      if (lock.isEmpty()) {
        throw taken(
            file,
            Holder.read(Neighbours.beside(file, ".holder")),
            "another process has it open",
            false);
      }
      return lock;
    } catch (IOException e) {
      if (Files.exists(path)) {
        throw new StoreException(
            "Cannot use " + file + ": its lock file " + path + " is not ours to use",
            "If no other program has the project open, remove the lock file.",
            e);
      }
      LOG.debug("{} is in a folder that cannot be written to; it is opened to be read", file, e);
      return Optional.empty();
    }
  }

  private void introduce(Holder self) {
    if (lock.isEmpty()) {
      return;
    }
    try {
      Holder.read(details)
          .ifPresent(last -> LOG.info("{} was left behind by {}; taken over", details, last));
      // Made anew, so that nothing is followed that was put there meanwhile.
      Files.deleteIfExists(details);
      Files.writeString(
          details, self.text(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      LOG.warn("{} could not be written: others will not see who has the project", details, e);
    }
  }

  private static HeldException taken(Path file, Optional<Holder> holder, String why, boolean here) {
    return new HeldException(
        "Cannot open " + file + ": " + why + holder.map(details -> " (" + details + ")").orElse(""),
        "Close it there first.",
        here);
  }
}
