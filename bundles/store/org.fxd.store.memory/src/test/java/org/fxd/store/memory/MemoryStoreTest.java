package org.fxd.store.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.junit.jupiter.api.Test;

class MemoryStoreTest {
  private final MemoryStores stores = new MemoryStores();
  private final Store store = stores.create(Path.of("ignored"));
  private final byte[] content = "content".getBytes(StandardCharsets.UTF_8);
  private final Hash hash = Hash.ofContent(content);

  @Test
  void whatIsCommittedIsThereAndNothingElse() {
    try (Batch batch = store.begin()) {
      batch.putBlob(new ByteArrayInputStream(content));
    }
    assertInstanceOf(Lookup.Absent.class, store.get(List.of(hash)).get(hash));
    try (Batch batch = store.begin()) {
      batch.put(ObjectType.BLOB, hash, content);
      batch.ref("a", Hash.ZERO, hash);
      batch.commit();
    }
    assertArrayEquals(content, ((Lookup.Present) store.get(List.of(hash, hash)).get(hash)).bytes());
    assertEquals(Optional.of(hash), store.ref("a"));
    assertEquals(content.length, store.size(hash).orElseThrow());
  }

  @Test
  void aReferenceThatMovedStopsAllOfABatch() {
    try (Batch batch = store.begin()) {
      batch.put(ObjectType.BLOB, hash, content);
      batch.ref("b", Hash.ZERO, hash);
      batch.ref("a", hash, Hash.ZERO);
      assertThrows(ConflictException.class, batch::commit);
      assertThrows(IllegalStateException.class, batch::commit);
    }
    assertEquals(Optional.empty(), store.ref("b"));
    assertInstanceOf(Lookup.Absent.class, store.get(List.of(hash)).get(hash));
    store.begin().close();
  }

  @Test
  void aSecondBatchWaitsForTheFirst() throws Exception {
    Batch first = store.begin();
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Optional<Hash>> second =
        CompletableFuture.supplyAsync(
            () -> {
              started.countDown();
              try (Batch batch = store.begin()) {
                return store.ref("a");
              }
            });
    started.await();
    first.put(ObjectType.BLOB, hash, content);
    first.ref("a", Hash.ZERO, hash);
    first.commit();
    assertEquals(Optional.of(hash), second.get(10, TimeUnit.SECONDS));
  }

  @Test
  void afterCloseEveryCallSaysSo() throws Exception {
    Batch open = store.begin();
    CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> store.begin().close());
    store.close();
    store.close();
    assertThrows(Exception.class, () -> waiting.get(10, TimeUnit.SECONDS));
    assertThrows(IllegalStateException.class, () -> open.put(ObjectType.BLOB, hash, content));
    assertThrows(IllegalStateException.class, open::commit);
    open.close();
    assertThrows(IllegalStateException.class, store::begin);
    assertThrows(IllegalStateException.class, () -> store.get(List.of(hash)));
    assertThrows(IllegalStateException.class, () -> store.ref("a"));
    assertThrows(NotFoundException.class, () -> stores.open(Path.of("ignored")));
  }
}
