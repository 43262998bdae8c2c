package org.fxd.runtime.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {
  @Test
  void onLinuxItFollowsTheDesktopsSpecification() {
    assertEquals(
        Path.of("/home/me/.local/share/fxd"), DataFolder.usual("Linux", "/home/me", Map.of()));
    assertEquals(
        Path.of("/data/fxd"),
        DataFolder.usual("Linux", "/home/me", Map.of("XDG_DATA_HOME", "/data")));
    assertEquals(
        Path.of("/home/me/.local/share/fxd"),
        DataFolder.usual("Linux", "/home/me", Map.of("XDG_DATA_HOME", "relative/is/ignored")));
  }

  @Test
  void elsewhereItIsWhereThatPlatformWantsIt() {
    assertEquals(
        Path.of("/Users/me/Library/Application Support/fxd"),
        DataFolder.usual("Mac OS X", "/Users/me", Map.of()));
    assertEquals(
        Path.of("/local/fxd"),
        DataFolder.usual("Windows 11", "/home/me", Map.of("LOCALAPPDATA", "/local")));
    assertEquals(
        Path.of("/home/me/AppData/Local/fxd"),
        DataFolder.usual("Windows 11", "/home/me", Map.of()));
  }
}
