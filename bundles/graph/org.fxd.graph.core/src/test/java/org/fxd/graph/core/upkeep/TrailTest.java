package org.fxd.graph.core.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.junit.jupiter.api.Test;

class TrailTest {
  private static final Trail ROOT = Trail.TOP.as(Kind.ROOT);

  private static Trail down(Trail from, String... namesAndKinds) {
    Trail at = from;
    for (int i = 0; i < namesAndKinds.length; i += 2) {
      Trail next = at.down(Name.of(namesAndKinds[i]));
      at = namesAndKinds[i + 1].isEmpty() ? next : next.as(new Kind(namesAndKinds[i + 1]));
    }
    return at;
  }

  @Test
  void filesAndSnippetsAreCalledByTheirAddress() {
    Trail file = down(ROOT, "code", "folder", "src", "folder", "A.java", "file");
    assertEquals("src/A.java", file.toString());
    assertEquals("src/A.java", down(file, "", "gap").toString());
    assertEquals("src/A.java#A.run", down(file, "A", "snippet", "run", "").toString());
    assertEquals("src/A.java#run", down(file, "", "snippet", "run", "").toString());
    assertEquals("src", down(ROOT, "code", "folder", "src", "").toString());
    assertEquals("code", down(ROOT, "code", "folder").toString());
  }

  @Test
  void allElseIsCalledByItsPath() {
    assertEquals("config.a.b", down(ROOT, "config", "folder", "a", "data", "b", "").toString());
    assertEquals("the whole project", ROOT.toString());
  }

  @Test
  void aPathBeginsBelowTheState() {
    Trail state = Trail.TOP.as(Kind.STATE);
    assertEquals("the whole project", down(state, "root", "root").toString());
    assertEquals("src", down(state, "root", "root", "code", "folder", "src", "").toString());
    assertEquals("the references", down(state, "refs", "refs").toString());
    assertEquals(
        "the reference refs/heads/main",
        down(state, "refs", "refs", "refs/heads/main", "ref").toString());
  }
}
