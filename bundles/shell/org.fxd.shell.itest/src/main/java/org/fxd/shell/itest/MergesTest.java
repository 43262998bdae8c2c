package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.fxd.shell.api.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

/** Merge, conflicts, resolve, revert and cherry-pick. */
@ExtendWith(ServiceExtension.class)
class MergesTest {
  @InjectService Shell shell;
  @TempDir Path folder;
  private Typist typist;

  @BeforeEach
  void open() throws IOException {
    typist = Typist.withProject(shell, folder);
  }

  @AfterEach
  void close() {
    typist.close();
  }

  private void branches(String ours, String theirs) {
    typist.ok("fxd:branch side");
    typist.ok("fxd:checkout side");
    typist.ok(theirs);
    typist.ok("fxd:commit -m theirs");
    typist.ok("fxd:checkout main");
    typist.ok(ours);
    typist.ok("fxd:commit -m ours");
  }

  private void contradicting() {
    branches(
        "node:edit 'src/Hello.java#Hello.greet' --text '  int greet() { return 1; }'",
        "node:edit 'src/Hello.java#Hello.greet' --text '  int greet() { return 2; }'");
  }

  @Test
  void changesOfBothSidesComeTogether() {
    branches("node:edit README.md --text new", "node:edit bom.txt --text other");
    assertTrue(typist.ok("fxd:merge --dry-run side").contains("would make"), typist::out);
    assertTrue(typist.ok("fxd:merge side").contains("Merge branch 'side'"), typist::out);
    assertEquals("new", typist.ok("node:cat README.md").strip());
    assertEquals("other", typist.ok("node:cat bom.txt").strip());
    assertTrue(typist.ok("fxd:merge side").contains("nothing to merge"), typist::out);
    assertTrue(typist.ok("fxd:conflicts").contains("no conflicts"), typist::out);
    typist.fails(1, "fxd:merge --ff-only nowhere");
    typist.fails(2, "fxd:merge --ff-only --no-ff side");
  }

  @Test
  void aConflictIsCommittedListedAndResolved() {
    contradicting();
    assertTrue(typist.fails(1, "fxd:merge side").contains("1 conflict"), typist::err);
    assertTrue(typist.out().contains("src/Hello.java#Hello.greet"), typist::out);
    String text = typist.ok("node:cat src/Hello.java");
    assertTrue(text.contains("<<<<<<< ours\n  int greet() { return 1; }\n||||||| base\n"), text);
    assertTrue(typist.ok("fxd:status").contains("in conflict: 1 thing"), typist::out);
    assertTrue(typist.ok("fxd:conflicts --json").contains("\"about\":\"VALUE\""), typist::out);
    typist.fails(2, "fxd:resolve src/Hello.java");
    typist.fails(1, "fxd:resolve README.md --ours");
    assertTrue(
        typist.ok("fxd:resolve src/Hello.java --theirs").contains("nothing is in conflict"),
        typist::out);
    assertTrue(typist.ok("node:cat src/Hello.java").contains("return 2"), typist::out);
    assertFalse(typist.ok("fxd:status").contains("in conflict"), typist::out);
    typist.ok("fxd:commit -m resolved");
  }

  @Test
  void aConflictStaysWhenTheProjectIsReopenedAndGoesWithAnEdit() {
    contradicting();
    typist.fails(1, "fxd:merge side");
    typist.ok("fxd:gc");
    typist.ok("fxd:close");
    typist.ok("fxd:open x.fxd");
    assertTrue(typist.ok("fxd:conflicts").contains("Hello.greet"), typist::out);
    typist.ok("fxd:checkout side");
    assertTrue(typist.ok("fxd:conflicts").contains("no conflicts"), typist::out);
    typist.ok("fxd:checkout main");
    assertTrue(typist.ok("fxd:conflicts").contains("Hello.greet"), typist::out);
    typist.ok("node:edit 'src/Hello.java#Hello.greet' --text '  int greet() { return 3; }'");
    assertTrue(typist.ok("fxd:conflicts").contains("no conflicts"), typist::out);
    typist.ok("fxd:fsck");
  }

  @Test
  void commitsAreRevertedAndPicked() {
    branches("node:edit README.md --text new", "node:edit bom.txt --text other");
    assertTrue(typist.ok("fxd:cherry-pick side").contains("theirs"), typist::out);
    assertEquals("other", typist.ok("node:cat bom.txt").strip());
    assertTrue(typist.ok("fxd:revert @-").contains("Revert \"ours\""), typist::out);
    assertFalse(typist.ok("node:cat README.md").contains("new"), typist::out);
    assertTrue(typist.ok("fxd:cherry-pick side").contains("nothing to do"), typist::out);
    typist.fails(2, "fxd:cherry-pick");
  }
}
