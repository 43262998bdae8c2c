package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {
  private static final List<String> NAMES =
      List.of("HEAD", "feature/login", "main", "release-1", "release-2");

  @Test
  void findsWhatWasMeant() {
    assertEquals(List.of("main"), NearestNames.to("mian", NAMES));
    assertEquals(List.of("main"), NearestNames.to("MAIN", NAMES));
    assertEquals(List.of("release-1", "release-2"), NearestNames.to("relase-1", NAMES));
    assertEquals(List.of("feature/login"), NearestNames.to("login", NAMES));
  }

  @Test
  void staysSilentWhereNothingIsNear() {
    assertEquals(List.of(), NearestNames.to("zzzzzz", NAMES));
    assertEquals(List.of(), NearestNames.to("", NAMES));
    assertEquals(List.of(), NearestNames.to("x".repeat(1000), NAMES));
  }
}
