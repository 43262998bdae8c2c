package org.fxd.store.v1.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import org.fxd.graph.api.error.StoreException;
import org.junit.jupiter.api.Test;

class RefusalTest {
  /** It was told as "[SQLITE_FULL] Insertion failed because database is full". */
  @Test
  void aFullDiskIsToldInWords() {
    SQLException full = new SQLException("[SQLITE_FULL] Insertion failed", "", 13);
    StoreException refusal = Refusal.unwritable(Path.of("x.fxd"), full);
    assertEquals("Cannot write x.fxd: the disk or a quota is full", refusal.getMessage());
    assertTrue(refusal.hint().orElseThrow().contains("Make room"), refusal.hint()::toString);
  }
}
