package org.fxd.plugin.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;

class TextTest {
  @Test
  void theInnermostCauseSpeaksInOneLine() {
    assertEquals(
        "IllegalStateException: no flour",
        Text.cause(
            new BundleException("Activator error", new IllegalStateException("\n no flour\nx"))));
    assertEquals("NullPointerException", Text.cause(new NullPointerException()));
  }

  @Test
  void controlCharactersAreMadeVisible() {
    assertEquals("a\\u001b[31m", Text.visible("a\u001b[31m"));
  }

  @Test
  void theFailureOfAComponentIsItsInnermostCause() {
    assertEquals(
        "IOException: disk full",
        Components.failure(
            """
            org.osgi.service.component.ComponentException: wrapped
            \tat x.y(Z.java:1)
            Caused by: java.io.IOException: disk full
            \tat x.y(Z.java:2)
            """));
    assertEquals("no reason given", Components.failure(""));
  }

  @Test
  void versionsHaveNoZerosAtTheEnd() {
    assertEquals(
        List.of("1", "1.2", "1.0.3", "1.0.0.x"),
        List.of("1.0.0", "1.2.0", "1.0.3", "1.0.0.x").stream()
            .map(Version::new)
            .map(Versions::text)
            .toList());
  }

  @Test
  void theClosestNameComesFirst() {
    Comparator<String> closest = Board.closestTo("tood");
    assertEquals("todo", List.of("lint", "todo", "text").stream().min(closest).orElseThrow());
    assertEquals(3, Distance.between("kitten", "sitting"));
  }
}
