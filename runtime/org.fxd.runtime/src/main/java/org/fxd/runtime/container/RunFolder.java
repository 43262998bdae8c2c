package org.fxd.runtime.container;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The framework's state of one host, in a folder of its own below {@code run}, so that any number
 * of hosts share a data folder. A locked file beside it says that its host lives; the operating
 * system drops the lock when the process dies, however it dies, and the next host to start takes
 * the folder away.
 */
final class RunFolder implements AutoCloseable {
  private static final String LOCK = ".lock";
  private static final String OWN = ProcessHandle.current().pid() + "-";

  private final Path folder;
  private final Path lockFile;
  private final FileChannel channel;

  private RunFolder(Path folder, Path lockFile, FileChannel channel) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.channel = channel;
  }

  /** Makes a new one. */
  static RunFolder create(Path data) throws IOException {
    Path run = Files.createDirectories(data.resolve("run"));
    sweep(run);
    while (true) {
      String name = OWN + UUID.randomUUID().toString().substring(0, 8);
      Path lockFile = run.resolve(name + LOCK);
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      // Between its creation and its lock, a sweeper may have taken the file for a dead one.
      if (channel.tryLock() != null && Files.exists(lockFile)) {
        return new RunFolder(Files.createDirectory(run.resolve(name)), lockFile, channel);
      }
      channel.close();
    }
  }

  Path path() {
    return folder;
  }

  /** Removes the folder. */
  @Override
  public void close() {
    try {
      remove(folder);
      Files.deleteIfExists(lockFile);
      channel.close();
    } catch (IOException e) {
      logger().warn("{} stays behind until the next start: {}", folder, Reason.of(e));
    }
  }

  private static void sweep(Path run) throws IOException {
    try (DirectoryStream<Path> locks = Files.newDirectoryStream(run, "*" + LOCK)) {
      for (Path lockFile : locks) {
        // Not this process's own: closing a second channel to a file drops the process's locks.
        if (!lockFile.getFileName().toString().startsWith(OWN)) {
          sweepOne(lockFile);
        }
      }
    }
  }

  private static void sweepOne(Path lockFile) {
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        String name = lockFile.getFileName().toString();
        remove(lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length())));
        Files.deleteIfExists(lockFile);
      }
    } catch (NoSuchFileException | OverlappingFileLockException e) {
      logger().debug("{} is someone else's to remove", lockFile, e);
    } catch (IOException e) {
      logger().info("{} cannot be removed: {}", lockFile, Reason.of(e));
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException failure)
              throws IOException {
            Files.deleteIfExists(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  // Not a constant: nothing of the logging is loaded before there is something to say.
  private static Logger logger() {
    return LoggerFactory.getLogger(RunFolder.class);
  }
}
