package org.fxd.store.v1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.FxdException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sound files with something wrong in them: each is read, or is refused in words. Whatever was read
 * can be walked and written. {@code -Dfxd.fuzz=N} has N times as many tries.
 */
class FuzzTest {
  private static final int TRIES = 150 * Integer.getInteger("fxd.fuzz", 1);

  @TempDir Path folder;

  private byte[] sound;
  private int read;
  private int refused;

  @BeforeEach
  void makeSoundFile() throws Exception {
    Original original = Original.at(folder.resolve("sound.fxd")).plain("code", "r", null);
    for (int i = 0; i < 60; i++) {
      String parent = i % 3 == 0 ? "code" : "n" + (i - 1);
      String meta = "{\"lang\":\"js\",\"id\":\"id" + i + "\",\"order\":" + i + ",\"version\":1}";
      original.snippet(
          "n" + i, parent, "k" + i, "\"let x" + i + " = " + "y".repeat(i) + "\"", meta);
    }
    original.plain("config", "r", "{\"a\":[1,2,{\"b\":null}]}");
    original.plain("big", "config", "\"" + "z".repeat(9000) + "\"");
    sound = Files.readAllBytes(original.write());
  }

  private void look(Path file) throws Exception {
    byte[] before = Files.readAllBytes(file);
    try {
      Node root = Original.read(file);
      assertEquals(count(root), count(root));
      Path again = folder.resolve("again.fxd");
      Original.write(root, again);
      Files.delete(again);
      read++;
    } catch (FxdException e) {
      // A sentence for a person, and nothing happened.
      assertEquals(true, e.getMessage().length() > 20, e.getMessage());
      refused++;
    }
    assertArrayEquals(before, Files.readAllBytes(file));
    Files.delete(file);
  }

  private static int count(Node node) {
    int count = 1;
    for (Entry entry : node.entries()) {
      count += count(entry.node());
    }
    return count;
  }

  @Test
  void bytesThatAreOthers() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < TRIES; i++) {
      byte[] bytes = sound.clone();
      for (int left = 1 + random.nextInt(6); left > 0; left--) {
        mutate(bytes, random);
      }
      look(Files.write(folder.resolve("f.fxd"), bytes));
    }
    assertEquals(true, read > 0 && refused > 0, read + " read, " + refused + " refused");
  }

  private static void mutate(byte[] bytes, Random random) {
    // Where pages begin is what says most about them.
    boolean head = random.nextInt(3) == 0;
    int at =
        head
            ? random.nextInt(bytes.length / 4096) * 4096 + random.nextInt(120)
            : random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> bytes[at] = (byte) random.nextInt(256);
      case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> {
        int length = Math.min(random.nextInt(64), bytes.length - at);
        int from = random.nextInt(bytes.length - length);
        System.arraycopy(bytes, from, bytes, at, length);
      }
      default -> {
        int page = random.nextInt(bytes.length / 4096) * 4096;
        int from = random.nextInt(bytes.length / 4096) * 4096;
        System.arraycopy(bytes, from, bytes, page, 4096);
      }
    }
  }

  @Test
  void filesThatAreCut() throws Exception {
    Random random = new Random(8);
    for (int i = 0; i < TRIES / 5; i++) {
      byte[] bytes = java.util.Arrays.copyOf(sound, random.nextInt(sound.length));
      if (i % 2 == 0 && bytes.length > 100) {
        // It says that it has no more pages than it has.
        int pages = bytes.length / 4096;
        bytes[30] = (byte) (pages >> 8);
        bytes[31] = (byte) pages;
      }
      look(Files.write(folder.resolve("f.fxd"), bytes));
    }
  }

  @Test
  void rowsThatAreOthers() throws Exception {
    Random random = new Random(9);
    for (int i = 0; i < TRIES / 3; i++) {
      Path file = Files.write(folder.resolve("f.fxd"), sound);
      List<String> statements = new ArrayList<>();
      statements.add("PRAGMA foreign_keys=OFF");
      for (int left = 1 + random.nextInt(5); left > 0; left--) {
        statements.add(statement(random));
      }
      try {
        Original.run(file, statements.toArray(String[]::new));
      } catch (SQLException e) {
        // A statement that the file's own schema refuses: what came before it counts.
        assertEquals(true, e.getErrorCode() != 0);
      }
      look(file);
    }
    assertEquals(true, read > TRIES / 6, read + " read, " + refused + " refused");
  }

  private static final String[] VALUES = {
    "NULL",
    "''",
    "'r'",
    "'n5'",
    "x'ff00fe'",
    "7",
    "1.5",
    "'[[]]'",
    "'{'",
    "'[1,2'",
    "'{\"fxd\":{}}'",
    "'{\"fxd\":{\"kind\":\"folder\"}}'",
    "'{\"fxd\":{\"kind\":\"file\"}}'",
    "zeroblob(300)",
    "'{\"fxd\":{\"name\":\"x\",\"value\":\"bytes\"}}'",
    "'{\"fxd\":{\"rendered\":\"1\"}}'",
    "'{\"id\":\"a\",\"order\":\"b\",\"version\":[]}'",
    "printf('%.*c', 5000, 'k')",
    "'FXNode'",
    "'{\"__id\":\"n3\"}'",
    "'snippet'",
    "'fxd0000000000000000000000000'",
    "'fxdzzzzzzzzzzzzzzzzzzzzzzzzz'",
    "'\"\\ud800\"'",
    "'code'",
    "'v1'",
    "'history'"
  };

  private static final String[] COLUMNS = {
    "id", "parent_id", "key_name", "node_type", "value_json", "prototypes_json", "meta_json"
  };

  private static String statement(Random random) {
    String value = VALUES[random.nextInt(VALUES.length)];
    String column = COLUMNS[random.nextInt(COLUMNS.length)];
    String where = " WHERE rowid % " + (1 + random.nextInt(9)) + " = 0";
    return switch (random.nextInt(6)) {
      case 0 -> "DELETE FROM nodes" + where;
      case 1 ->
          "UPDATE nodes SET parent_id = (SELECT id FROM nodes ORDER BY random() LIMIT 1)" + where;
      case 2 -> "INSERT OR REPLACE INTO nodes (id, parent_id) VALUES (" + value + ", 'n2')";
      case 3 ->
          "INSERT OR IGNORE INTO snippets (id, node_id, snippet_id, body) VALUES ("
              + value
              + ", 'n1', "
              + value
              + ", "
              + value
              + ")";
      default -> "UPDATE OR IGNORE nodes SET " + column + " = " + value + where;
    };
  }
}
