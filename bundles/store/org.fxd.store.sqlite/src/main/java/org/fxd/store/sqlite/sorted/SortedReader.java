package org.fxd.store.sqlite.sorted;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.fxd.store.api.IndexReader;
import org.fxd.store.sqlite.DamagedException;

/** Answers what is asked of the index out of its entries as of one moment. */
public final class SortedReader implements IndexReader {
  /** Many questions have few answers; those that have many get them in larger pages. */
  private static final int FIRST_PAGE = 16;

  private static final int LARGEST_PAGE = 1024;

  /** A page has no more entries when it has so many bytes. */
  private static final int PAGE_BYTES = 1 << 18;

  /** What is done with the file while it may be. */
  @FunctionalInterface
  public interface Question<T> {
    /** Does it. */
    T ask() throws SQLException, DamagedException;
  }

  /** Lets questions be asked: holds what has to be held meanwhile, and tells of failures. */
  public interface Asking {
    /**
     * Asks a question.
     *
     * @throws RuntimeException that tells a person what is wrong, if the question fails or may not
     *     be asked any more
     */
    <T> T ask(Question<T> question);
  }

  private final SortedEntries entries;
  private final Asking asking;

  /**
   * A reader.
   *
   * @param asking used for each look into the entries, and never while a visitor is told of one
   */
  public SortedReader(SortedEntries entries, Asking asking) {
    this.entries = entries;
    this.asking = asking;
  }

  @Override
  public Optional<byte[]> get(byte[] key) {
    return Optional.ofNullable(asking.ask(() -> entries.get(key)));
  }

  @Override
  public boolean scan(byte[] from, byte[] to, BiPredicate<byte[], byte[]> visitor) {
    EntryCursor cursor = entries.from(from);
    byte[][] page = new byte[2 * FIRST_PAGE][];
    while (true) {
      byte[][] into = page;
      // Page by page, since the visitor may ask this reader other questions meanwhile.
      int filled = asking.ask(() -> fill(into, cursor, to));
      for (int i = 0; i < filled; i += 2) {
        if (page[i] == null) {
          return true;
        }
        if (!visitor.test(page[i], page[i + 1])) {
          return false;
        }
      }
      page = new byte[Math.min(4 * page.length, 2 * LARGEST_PAGE)][];
    }
  }

  /** Fills a page with keys and values, and behind the last entry of the range a null. */
  private static int fill(byte[][] page, EntryCursor cursor, byte[] to)
      throws SQLException, DamagedException {
    int filled = 0;
    long bytes = 0;
    while (filled < page.length && bytes < PAGE_BYTES) {
      if (!cursor.next() || to.length > 0 && cursor.compareKey(to) >= 0) {
        page[filled] = null;
        return filled + 1;
      }
      byte[] key = cursor.key();
      byte[] value = cursor.value();
      page[filled++] = key;
      page[filled++] = value;
      bytes += key.length + value.length;
    }
    return filled;
  }
}
