package org.fxd.runtime.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GreetingTest {
  @Test
  void isWhereTheDemonstrationLooksForIt() throws IOException {
    String source = Files.readString(Path.of("../..").resolve(Greeting.FILE));
    assertTrue(source.contains("  static String text() {\n"));
    assertTrue(Greeting.edited().startsWith("  static String text() {\n"));
  }
}
