package org.fxd.store.sqlite;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Trees of SQLite whose pages lead to the same pages again and again: some kilobytes that take
 * longer than the world has been to go through.
 */
final class Braid {
  private static final int PAGE = Schema.PAGE_SIZE;
  private static final int DEPTH = 14;
  private static final int WIDTH = 20;
  private static final int TABLE = 5;
  private static final int INDEX = 2;

  private Braid() {}

  /**
   * Braids a tree.
   *
   * @param name of the table or index
   * @return whether it could be
   */
  static boolean of(Path file, String name) throws SQLException, java.io.IOException {
    int root =
        name.equals("sqlite_schema")
            ? 1
            : (int)
                Databases.number(
                    file, "SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'");
    byte[] before = Files.readAllBytes(file);
    int pages = before.length / PAGE;
    byte[] bytes = Arrays.copyOf(before, before.length + (DEPTH + 1) * PAGE);
    int at = (root - 1) * PAGE;
    int head = root == 1 ? 100 : 0;
    int kind = bytes[at + head] & 7;
    byte[] key = kind == TABLE ? new byte[] {127} : key(bytes, at + head, at);
    if (key.length > 150) {
      return false;
    }
    // What was the root is the only leaf, or leads to the only ones.
    int leaf = pages * PAGE;
    System.arraycopy(bytes, at, bytes, leaf, PAGE);
    if (root == 1) {
      System.arraycopy(bytes, at + head, bytes, leaf, PAGE / 4);
    }
    int below = pages + 1;
    for (int level = 1; level <= DEPTH; level++) {
      write(bytes, (pages + level) * PAGE, 0, kind, below, key);
      below = pages + level + 1;
    }
    write(bytes, at, head, kind, below, key);
    ByteBuffer.wrap(bytes).putInt(28, bytes.length / PAGE);
    Files.write(file, bytes);
    return true;
  }

  /** The first cell of the leftmost leaf: the length of its content, and that. */
  private static byte[] key(byte[] bytes, int header, int page) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    boolean isLeaf = bytes[header] >= 8;
    int cell = page + buffer.getShort(header + (isLeaf ? 8 : 12));
    if (!isLeaf) {
      int child = (buffer.getInt(cell) - 1) * PAGE;
      return key(bytes, child, child);
    }
    return bytes[header + 4] == 0 && bytes[header + 3] == 0 || bytes[cell] < 0
        ? new byte[200]
        : Arrays.copyOfRange(bytes, cell, cell + 1 + bytes[cell]);
  }

  private static void write(byte[] all, int page, int head, int kind, int child, byte[] key) {
    Arrays.fill(all, page + head, page + PAGE, (byte) 0);
    ByteBuffer bytes = ByteBuffer.wrap(all);
    int cell = 4 + key.length;
    int start = PAGE - WIDTH * cell;
    bytes.put(page + head, (byte) (kind == TABLE ? TABLE : INDEX));
    bytes.putShort(page + head + 3, (short) WIDTH);
    bytes.putShort(page + head + 5, (short) start);
    bytes.putInt(page + head + 8, child);
    for (int i = 0; i < WIDTH; i++) {
      bytes.putShort(page + head + 12 + 2 * i, (short) (start + i * cell));
      bytes.putInt(page + start + i * cell, child);
      bytes.position(page + start + i * cell + 4);
      bytes.put(key);
    }
  }
}
