package org.fxd.store.v1.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.fxd.graph.api.error.StoreException;

/**
 * What can be said of a file before SQLite sees it.
 *
 * @param bytes how long it is
 */
record Head(long bytes) {
  private static final int LENGTH = 100;
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int UTF_8 = 1;

  /** All of a file is held in memory, and small rows take many times what they take there. */
  private static final int SHARE = 16;

  /**
   * Looks at a file.
   *
   * @throws StoreException if it is no whole SQLite database, or one that is not at rest
   */
  static Head of(Path file) {
    try {
      long bytes = Files.size(file);
      byte[] head;
      try (InputStream in = Files.newInputStream(file)) {
        head = in.readNBytes(LENGTH);
      }
      if (head.length < LENGTH || !Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
        throw Refusal.notVersionOne(file, "it is not a SQLite database");
      }
      check(file, ByteBuffer.wrap(head), bytes);
      return new Head(bytes);
    } catch (IOException e) {
      throw Refusal.unreadable(file, e);
    }
  }

  private static void check(Path file, ByteBuffer head, long bytes) {
    int pageSize = Short.toUnsignedInt(head.getShort(16));
    long pages = head.getInt(24) == head.getInt(92) ? Integer.toUnsignedLong(head.getInt(28)) : 0;
    long expected = pages * (pageSize == 1 ? 1 << 16 : pageSize);
    if (bytes < expected) {
      throw new StoreException(
          "Cannot read "
              + file
              + ": it is cut short ("
              + bytes
              + " of "
              + expected
              + " bytes are there)",
          "It may be a copy that was not finished: copy it again, or go back to a backup.");
    }
    int encoding = head.getInt(56);
    if (encoding > UTF_8 || encoding < 0) {
      throw Refusal.notVersionOne(file, "its text is UTF-16");
    }
    long most = Runtime.getRuntime().maxMemory() / SHARE;
    if (bytes > most) {
      throw new StoreException(
          "Cannot read "
              + file
              + ": it has "
              + bytes
              + " bytes, and a file of version 1 is read as a whole, which with this much memory"
              + " goes up to "
              + most,
          "Give Java more memory: FXD_JAVA_OPTIONS=-Xmx" + (bytes * SHARE / (1 << 20) + 1) + "m");
    }
  }

  /**
   * Makes sure that there is nothing beside a file that belongs to it. To play back a stranger's
   * journal would mean to write, and a journal may name other files.
   *
   * @throws StoreException if there is
   */
  static void requireAtRest(Path file) {
    for (String suffix : new String[] {"-wal", "-journal"}) {
      Path beside = file.resolveSibling(file.getFileName() + suffix);
      if (isFilled(beside)) {
        throw new StoreException(
            "Cannot use "
                + file
                + ": another program has it open or did not close it, and a part of it still stands"
                + " in "
                + beside.getFileName(),
            "Close it in the program that wrote it; if that has crashed, open and close it there"
                + " once.");
      }
    }
  }

  private static boolean isFilled(Path file) {
    try {
      return Files.size(file) > 0;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
