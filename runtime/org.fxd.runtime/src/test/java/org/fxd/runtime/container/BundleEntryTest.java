package org.fxd.runtime.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.fxd.runtime.HostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleEntryTest {
  private static final String SHA = "0123456789abcdef".repeat(4);

  @Test
  void linesAreReadInOrder() {
    assertEquals(
        List.of(new BundleEntry(0, SHA, "b.jar"), new BundleEntry(3, SHA, "a.jar")),
        BundleEntry.parse(
            Stream.of("# said", "0 " + SHA + " b.jar", "", "3 " + SHA + " a.jar"), "list"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1 2 3", "x %s a.jar", "1 %s ../a.jar", "1 %s a.jar b"})
  void damageIsNamed(String line) {
    String message =
        assertThrows(
                HostException.class,
                () -> BundleEntry.parse(Stream.of(line.formatted(SHA)), "the/list"))
            .getMessage();
    assertTrue(message.startsWith("the/list "), message);
  }
}
