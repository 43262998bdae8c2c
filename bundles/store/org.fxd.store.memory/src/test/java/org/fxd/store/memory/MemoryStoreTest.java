package org.fxd.store.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.store.api.StoreProvider;
import org.fxd.testkit.store.StoreContract;
import org.junit.jupiter.api.Test;

/** The memory keeps the laws of a store, but for one: nothing lasts. */
class MemoryStoreTest extends StoreContract {
  @Override
  protected StoreProvider provider() {
    return new MemoryStores();
  }

  @Override
  protected boolean isLasting() {
    return false;
  }

  @Test
  void whatIsGoneCannotBeOpened() {
    assertEquals(Optional.empty(), store.file());
    assertThrows(NotFoundException.class, () -> new MemoryStores().open(file()));
  }
}
