package org.fxd.graph.core.former;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done to files so that it lasts. Nobody may have them open meanwhile. */
public final class Disk {
  private static final Logger LOG = LoggerFactory.getLogger(Disk.class);
  private static final String[] BESIDE = {
    "", "-wal", "-shm", "-journal", ".lock", ".holder", ".new"
  };
  private static final int MOST = 10_000;

  private Disk() {}

  /** Waits until a file is on the disk. */
  public static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Waits until the names in a folder are on the disk, where the system can do that. */
  static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LOG.debug("The folder {} cannot be synced; not every system can", folder, e);
    }
  }

  /** Lets those use a file that may use another one. */
  static void permitAs(Path example, Path file) throws IOException {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(example);
      Files.setPosixFilePermissions(file, permissions);
    } catch (UnsupportedOperationException e) {
      LOG.debug("There are no such permissions where {} is", file, e);
    }
  }

  /**
   * A copy of a file.
   *
   * @param made whether it was made now, and was not there already
   */
  record Copy(Path path, boolean made) {}

  /**
   * Copies a file under a name that nothing has, unless the copy is there already.
   *
   * @param names what it may be called: a number from 1 on says which
   * @param draft its name until it is complete; what is there is overwritten
   * @param expected what must have been copied
   * @throws ChangedException if it is something else
   */
  static Copy copy(Path file, IntFunction<Path> names, Path draft, Fingerprint expected)
      throws IOException, ChangedException {
    try {
      Fingerprint copied;
      try (FileChannel channel =
              FileChannel.open(
                  draft,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE);
          OutputStream out = Channels.newOutputStream(channel)) {
        copied = Fingerprint.copying(file, out);
        channel.force(true);
      }
      if (!copied.equals(expected)) {
        throw new ChangedException();
      }
      permitAs(file, draft);
      Files.setLastModifiedTime(draft, Files.getLastModifiedTime(file));
      return name(draft, names, expected);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** A second name for a file never takes the place of another one, as a move might. */
  private static Copy name(Path draft, IntFunction<Path> names, Fingerprint expected)
      throws IOException {
    for (int i = 1; i < MOST; i++) {
      Path name = names.apply(i);
      try {
        link(draft, name);
        return new Copy(name, true);
      } catch (FileAlreadyExistsException e) {
        LOG.debug("{} is there already", name);
      }
      if (Files.isRegularFile(name) && Fingerprint.of(name).equals(expected)) {
        return new Copy(name, false);
      }
    }
    throw new IOException("there are too many copies of it already");
  }

  private static void link(Path draft, Path name) throws IOException {
    try {
      Files.createLink(name, draft);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | IOException e) {
      LOG.debug("No second name can be given where {} is", draft, e);
      Files.move(draft, name);
    }
  }

  /** Puts a file in the place of another one, at one stroke. */
  public static void replace(Path file, Path by) throws IOException {
    Files.move(by, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(file.toAbsolutePath().getParent());
  }

  /** Removes a store's file that was being made, and what may stand beside it. */
  public static void removeDraft(Path draft) {
    for (String suffix : BESIDE) {
      Path path = draft.resolveSibling(draft.getFileName() + suffix);
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        LOG.warn("{} could not be removed; it is of no use", path, e);
      }
    }
  }

  /** A file is not what it was when it was read. */
  static final class ChangedException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
