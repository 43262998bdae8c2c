package org.fxd.store.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.junit.jupiter.api.Test;

class HashPrefixTest {
  private static final Hash HASH = Hash.parse("3fa9c1" + "0".repeat(57) + "7");

  @Test
  void digitsAreKeptInLowerCase() {
    assertEquals("3fa9c1", new HashPrefix("3FA9c1").toString());
    assertEquals(new HashPrefix("3fa9"), HashPrefix.of("3FA9").orElseThrow());
  }

  @Test
  void whatIsNoneIsRefused() {
    for (String none : List.of("", "3fa", "3fag", " 3fa9", "3fa9-", "٣٣٣٣", "0".repeat(65))) {
      assertEquals(Optional.empty(), HashPrefix.of(none), none);
      assertThrows(IllegalArgumentException.class, () -> new HashPrefix(none), none);
    }
  }

  @Test
  void hashesBeginSoOrNot() {
    String digits = HASH.toString();
    for (int length = HashPrefix.FEWEST; length <= digits.length(); length++) {
      HashPrefix prefix = new HashPrefix(digits.substring(0, length));
      assertTrue(prefix.begins(HASH));
      assertTrue(prefix.begins(prefix.lowest()));
      assertTrue(prefix.begins(prefix.highest()));
      assertEquals(length == digits.length(), prefix.whole().isPresent());
    }
    assertEquals(Optional.of(HASH), new HashPrefix(digits).whole());
    assertFalse(new HashPrefix("3faa").begins(HASH));
    assertFalse(new HashPrefix("3fa8").begins(HASH));
    assertFalse(new HashPrefix("3fa9c11").begins(HASH));
  }
}
