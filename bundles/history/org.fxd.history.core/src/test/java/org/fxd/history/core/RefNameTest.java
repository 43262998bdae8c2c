package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "main",
        "feature/login",
        "a",
        "1.2",
        "x@y",
        "{a}",
        "été",
        "dead",
        "a-",
        "lock",
        "a.b.c",
        "HEAD/x",
        "a%b'c\"d"
      })
  void takesWhatGitTakes(String name) {
    assertEquals("refs/heads/" + name, RefName.check(RefFamily.BRANCH, name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|it is empty",
        "@|stands for what is checked out",
        "HEAD|stands for what is checked out",
        "-x|begins with '-'",
        "/x|begins or ends with '/'",
        "x/|begins or ends with '/'",
        "a//b|two of them in a row",
        "a..b|holds '..'",
        "a@{b|holds '@{'",
        "x.|ends with '.'",
        "a/.b|begins with '.'",
        ".a|begins with '.'",
        "a.lock|ends with '.lock'",
        "a.lock/b|ends with '.lock'",
        "a b|holds a space",
        "a~b|holds '~'",
        "a^b|holds '^'",
        "a:b|holds ':'",
        "a?b|holds '?'",
        "a*b|holds '*'",
        "a[b|holds '['",
        "a\\b|holds '\\'",
      })
  void saysWhichRuleIsBroken(String name, String rule) {
    UsageException refused =
        assertThrows(UsageException.class, () -> RefName.check(RefFamily.BRANCH, name));
    assertTrue(refused.getMessage().contains(rule), refused.getMessage());
    assertEquals(FxdException.Category.USAGE, refused.category());
  }

  @Test
  void refusesWhatCannotBeShownWithoutShowingIt() {
    for (String name : new String[] {"a\u0007b", "a\nb", "a\u007f", "\ud800", "x".repeat(5000)}) {
      UsageException refused =
          assertThrows(UsageException.class, () -> RefName.check(RefFamily.BRANCH, name));
      assertTrue(refused.getMessage().length() < 300);
      assertTrue(refused.getMessage().chars().noneMatch(c -> c < ' ' || c == 0x7f));
    }
  }
}
