package org.fxd.shell.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void countsEditsAndSwaps() {
    assertEquals(0, Nearest.distance("abc", "abc"));
    assertEquals(1, Nearest.distance("abc", "acb"));
    assertEquals(1, Nearest.distance("abc", "abd"));
    assertEquals(3, Nearest.distance("", "abc"));
    assertEquals(3, Nearest.distance("kitten", "sitting"));
  }

  @Test
  void findsWhatWasMeant() {
    List<String> names = List.of("fxd:commit", "fxd:close", "node:cat");
    assertEquals(Optional.of("fxd:commit"), Nearest.to("fxd:comit", names));
    assertEquals(Optional.of("fxd:close"), Nearest.to("fdx:close", names));
    assertEquals(Optional.empty(), Nearest.to("something", names));
  }
}
