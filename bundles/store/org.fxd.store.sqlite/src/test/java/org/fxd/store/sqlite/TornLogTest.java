package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fxd.store.api.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a power failure may leave: the file and a log that ends somewhere. Opened, it is one of the
 * states that were acknowledged, and the whole log gives the last one.
 */
class TornLogTest {
  private static final int TRANSACTIONS = 5;
  private static final int LOG_HEADER = 32;
  private static final int FRAME = 24 + Schema.PAGE_SIZE;

  @TempDir Path folder;

  private final SqliteStoreProvider provider = new SqliteStoreProvider(null);

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Copy(int number, byte[] file, byte[] log) {}

  @Test
  void aTornLogGivesAnAcknowledgedState() throws IOException {
    List<Copy> copies = write();
    for (Copy copy : copies) {
      assertEquals(copy.number, open(copy.file, copy.log));
    }
    Copy whole = copies.get(copies.size() - 1);
    List<Integer> ends = new ArrayList<>();
    for (int frame = 0; LOG_HEADER + frame * FRAME <= whole.log.length; frame++) {
      int start = LOG_HEADER + frame * FRAME;
      ends.addAll(List.of(start, start + 11, start + 24 + 1000));
    }
    int before = 0;
    for (int end : ends) {
      if (end <= whole.log.length) {
        int found = open(whole.file, Arrays.copyOf(whole.log, end));
        assertTrue(before <= found && found <= TRANSACTIONS, before + " then " + found);
        assertTrue(found >= lastWithin(copies, end), "lost one whose log is whole at " + end);
        before = found;
      }
    }
    assertEquals(TRANSACTIONS, before);
  }

  @Test
  void aDamagedLogGivesAnAcknowledgedState() throws IOException {
    List<Copy> copies = write();
    Copy whole = copies.get(copies.size() - 1);
    for (int at = 5; at < whole.log.length; at += FRAME / 2 + 17) {
      byte[] log = whole.log.clone();
      Arrays.fill(log, at, Math.min(log.length, at + 40), (byte) 0x5a);
      int found = open(whole.file, log);
      assertTrue(found >= lastWithin(copies, at), "lost one before the damage at " + at);
    }
  }

  /**
   * Commits some transactions and copies file and log after each. The copying drops the locks that
   * this process has on the file, which is of no consequence here: nobody else is there.
   */
  private List<Copy> write() throws IOException {
    Path file = folder.resolve("x.fxd");
    List<Copy> copies = new ArrayList<>();
    try (Store store = provider.create(file)) {
      for (int number = 1; number <= TRANSACTIONS; number++) {
        if (number % 7 == 3) {
          // Without its large blob, so that there is no checkpoint in between.
          commitSmall(store, number);
        } else {
          Transactions.commit(store, number);
        }
        copies.add(
            new Copy(
                number, Files.readAllBytes(file), Files.readAllBytes(folder.resolve("x.fxd-wal"))));
      }
    }
    return copies;
  }

  private static void commitSmall(Store store, int number) {
    try (var batch = store.begin()) {
      Transactions.operation(number).putInto(batch);
      Transactions.index(batch, number);
      batch.ref(
          Transactions.REF,
          Transactions.operation(number - 1).hash(),
          Transactions.operation(number).hash());
      batch.commit();
    }
  }

  /** Opens a copy, checks that it is whole, and gives the number of its last transaction. */
  private int open(byte[] content, byte[] log) throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy")).resolve("y.fxd");
    Files.write(copy, content);
    Files.write(copy.resolveSibling("y.fxd-wal"), log);
    try (Store store = provider.open(copy)) {
      int found = Transactions.last(store);
      for (int number = 1; number <= found; number++) {
        if (number % 7 != 3) {
          Transactions.assertWhole(store, number);
        }
      }
      for (int number = found + 1; number <= TRANSACTIONS; number++) {
        Transactions.assertNothing(store, number);
      }
      Transactions.assertIndexed(store, found);
      return found;
    } finally {
      assertEquals(List.of("y.fxd"), Databases.names(copy.getParent()));
      Files.delete(copy);
    }
  }

  /** The last transaction whose part of the log lies before a place. */
  private static int lastWithin(List<Copy> copies, int end) {
    return copies.stream()
        .filter(copy -> copy.log.length <= end)
        .mapToInt(Copy::number)
        .max()
        .orElse(0);
  }
}
