package org.fxd.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The first hundred bytes of a SQLite database. They are read before SQLite itself opens a file,
 * because its mere opening may change a file: a foreign database with a journal beside it would be
 * recovered, that is, written to.
 *
 * @param bytes how long the file is
 * @param pages how many pages it says it has; 0 if it does not say
 */
record Header(
    long bytes, int pageSize, boolean isWal, long pages, int userVersion, int applicationId) {
  private static final int LENGTH = 100;
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  /**
   * Reads a file's header. No one in this process may have the file open in SQLite: closing the
   * stream would drop SQLite's locks.
   *
   * @return empty if the file is no SQLite database
   */
  static Optional<Header> read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LENGTH);
    }
    if (bytes.length < LENGTH || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      return Optional.empty();
    }
    ByteBuffer header = ByteBuffer.wrap(bytes);
    int pageSize = Short.toUnsignedInt(header.getShort(16));
    return Optional.of(
        new Header(
            Files.size(file),
            pageSize == 1 ? 1 << 16 : pageSize,
            bytes[18] == 2 || bytes[19] == 2,
            // Only of use if the program that changed the file last kept it up to date.
            header.getInt(24) == header.getInt(92) ? Integer.toUnsignedLong(header.getInt(28)) : 0,
            header.getInt(60),
            header.getInt(68)));
  }

  /** How long a file should be that has all the pages which it says it has. */
  long expectedBytes() {
    return pages * pageSize;
  }
}
