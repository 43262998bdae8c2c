package org.fxd.graph.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fxd.graph.api.Hash;
import org.junit.jupiter.api.Test;

/** What was decoded lately is kept, within its bounds. */
class ObjectCacheTest {
  private static Hash hash(int number) {
    return Hash.ofContent(new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16)});
  }

  @Test
  void anObjectIsFoundByItsHashAndType() {
    ObjectCache cache = new ObjectCache(1_000);
    cache.put(hash(1), "one", 10);
    assertEquals("one", cache.get(hash(1), String.class));
    assertNull(cache.get(hash(1), Integer.class));
    assertNull(cache.get(hash(2), String.class));
    cache.put(hash(1), 1, 20);
    assertEquals(1, cache.get(hash(1), Integer.class));
    cache.clear();
    assertNull(cache.get(hash(1), Integer.class));
  }

  @Test
  void whatIsAskedForOutlastsWhatIsNot() {
    ObjectCache cache = new ObjectCache(1_000);
    cache.put(hash(0), 0, 10);
    for (int i = 1; i <= 10_000; i++) {
      assertEquals(0, cache.get(hash(0), Integer.class), "after " + i);
      cache.put(hash(i), i, 10);
      assertEquals(i, cache.get(hash(i), Integer.class));
    }
    int kept = 0;
    for (int i = 0; i <= 10_000; i++) {
      kept += cache.get(hash(i), Integer.class) == null ? 0 : 1;
    }
    assertTrue(kept > 50 && kept <= 100, kept + " of 10 bytes each");
  }

  @Test
  void whatWouldPushTheRestOutIsNotKept() {
    ObjectCache cache = new ObjectCache(1_000);
    cache.put(hash(1), "small", 10);
    cache.put(hash(2), "large", 126);
    assertNull(cache.get(hash(2), String.class));
    assertEquals("small", cache.get(hash(1), String.class));
  }

  @Test
  void moreObjectsThanSlotsPushEachOtherOut() {
    ObjectCache cache = new ObjectCache(1 << 30);
    for (int i = 0; i < 200_000; i++) {
      cache.put(hash(i), i, 1);
      assertEquals(i, cache.get(hash(i), Integer.class));
    }
    int kept = 0;
    for (int i = 0; i < 200_000; i++) {
      Integer found = cache.get(hash(i), Integer.class);
      assertTrue(found == null || found == i);
      kept += found == null ? 0 : 1;
    }
    assertTrue(kept > 20_000, kept + " are kept");
  }
}
