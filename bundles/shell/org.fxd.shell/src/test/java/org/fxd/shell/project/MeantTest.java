package org.fxd.shell.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeantTest {
  @Test
  void aNewNodeNeedsAPath() {
    assertEquals(NodePath.of("config", "a.b", "c"), Meant.newPath("config.\"a.b\".c"));
    assertEquals(NodePath.of("config", "a/b"), Meant.newPath("config.\"a/b\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#1234567", "src/new.txt", "a..", "a.\"b", "a~0"})
  void whatIsNoneIsRefused(String typed) {
    assertThrows(UsageException.class, () -> Meant.newPath(typed));
  }

  @Test
  void aPathWithSlashesIsWrittenWithDots() {
    UsageException e = assertThrows(UsageException.class, () -> Meant.newPath("src/new.txt"));
    assertTrue(e.hint().orElseThrow().contains("code.src.\"new.txt\""), e.hint().toString());
  }
}
