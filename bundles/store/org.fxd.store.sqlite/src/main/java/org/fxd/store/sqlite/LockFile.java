package org.fxd.store.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An exclusive lock of the operating system on a file of its own beside the {@code .fxd}. It dies
 * with the process that holds it, so a lock file whose owner was killed is simply free.
 */
final class LockFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LockFile.class);
  private static final int ATTEMPTS = 10;
  private static final int MAX_MARK = 1 << 16;

  private final Path path;
  private final FileChannel channel;

  private LockFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Locks the file, which is made if it is not there.
   *
   * @return empty if someone else holds it
   * @throws IOException if the file cannot be made or locked
   */
  static Optional<LockFile> take(Path path) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      FileChannel channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
      boolean kept = false;
      try {
        FileLock lock = tryLock(channel);
        if (lock == null) {
          return Optional.empty();
        }
        if (isAt(path, channel)) {
          kept = true;
          return Optional.of(new LockFile(path, channel));
        }
      } finally {
        if (!kept) {
          channel.close();
        }
      }
    }
    return Optional.empty();
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /**
   * Whether the locked file is the one at the path: its last owner may have removed it between our
   * opening and our locking, and someone else may hold its successor. To find out, the locked file
   * is made as long as a random number says, and the one at the path is measured.
   */
  private static boolean isAt(Path path, FileChannel channel) throws IOException {
    int mark = 1 + ThreadLocalRandom.current().nextInt(MAX_MARK);
    channel.truncate(0);
    try {
      channel.write(ByteBuffer.allocate(1), mark - 1L);
    } catch (IOException e) {
      LOG.debug("{} cannot be marked, perhaps for want of room; taken as it is", path, e);
      return true;
    }
    try {
      return Files.size(path) == mark;
    } catch (NoSuchFileException e) {
      return false;
    } finally {
      channel.truncate(0);
    }
  }

  /** Removes the file, then lets go of it. */
  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.warn("The lock file {} could not be removed; it does no harm", path, e);
    }
  }
}
