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

/** Branches, tags, what is checked out, and how they moved, as one types them. */
@ExtendWith(ServiceExtension.class)
class BranchesTest {
  private static final String HELLO = "src/Hello.java";

  @InjectService Shell shell;
  @TempDir Path folder;
  private Typist typist;

  @BeforeEach
  void open() throws IOException {
    typist = Typist.withProject(shell, folder);
    typist.ok("node:edit bom.txt --text second");
    typist.ok("fxd:commit -m second");
  }

  @AfterEach
  void close() {
    typist.close();
  }

  @Test
  void aBranchFromItsBeginningToItsEnd() {
    assertTrue(typist.ok("fxd:branch work --at @-").contains("created branch work"));
    String list = typist.ok("fxd:branch --compare work");
    assertTrue(list.contains("1 ahead, 0 behind"), list);
    assertTrue(list.contains("0 ahead, 0 behind"), list);
    typist.ok("fxd:checkout work");
    typist.ok("node:edit bom.txt --text other");
    typist.ok("fxd:commit -m other");
    assertTrue(typist.fails(1, "fxd:branch -d work").contains("checked out"));
    typist.ok("fxd:branch -m labour");
    assertTrue(typist.ok("fxd:status").contains("labour"));
    typist.ok("fxd:checkout -");
    String refused = typist.fails(1, "fxd:branch -d labour");
    assertTrue(refused.contains("a commit") && refused.contains("(other)"), refused);
    assertTrue(typist.ok("fxd:branch -d labour --force").contains("deleted branch labour"));
    assertTrue(typist.fails(1, "fxd:branch -d labour").contains("no branch 'labour'"));
    assertTrue(typist.ok("fxd:reflog labour").contains("nothing -> "), typist.out());
  }

  @Test
  void wrongNamesAndOptionsSayWhatIsWrong() {
    assertTrue(typist.fails(2, "fxd:branch a..b").contains("it holds '..'"));
    assertTrue(typist.fails(2, "fxd:tag 'a b'").contains("it holds a space"));
    assertTrue(typist.fails(2, "fxd:branch a b").contains("takes one name"));
    assertTrue(typist.fails(2, "fxd:branch -d -m a").contains("do not go together"));
    assertTrue(typist.fails(2, "fxd:branch -d").contains("needs the name"));
    assertTrue(typist.fails(1, "fxd:branch main").contains("already"));
    assertTrue(typist.fails(1, "fxd:branch main/x").contains("a folder and a file"));
    assertTrue(typist.fails(1, "fxd:branch -d mian").contains("Did you mean main?"));
    assertTrue(typist.fails(2, "fxd:checkout").contains("needs REV"));
    assertTrue(typist.fails(1, "fxd:checkout -").contains("Nothing was checked out before"));
    assertTrue(typist.fails(2, "fxd:checkout --detach -c x").contains("do not go together"));
    assertTrue(typist.fails(1, "fxd:tag --show v1").contains("no tag 'v1'"));
  }

  @Test
  void tagsStayWhereTheyAre() {
    typist.ok("fxd:tag light @-");
    typist.ok("fxd:tag v1 -m 'The first release'");
    assertTrue(typist.fails(1, "fxd:tag v1").contains("--force"));
    String list = typist.ok("fxd:tag");
    assertTrue(list.contains("light") && list.contains("The first release"), list);
    String shown = typist.ok("fxd:tag --show v1");
    assertTrue(shown.contains("tagger ") && shown.contains("second"), shown);
    assertTrue(typist.ok("fxd:log v1 -n 1").contains("second"));
    assertTrue(typist.ok("fxd:checkout v1").contains("no branch"));
    typist.ok("fxd:checkout main");
    assertTrue(typist.ok("fxd:tag v1 @- --force").contains("moved tag v1"));
    assertFalse(typist.ok("fxd:tag --show v1").contains("tagger"));
    assertTrue(typist.ok("fxd:reflog v1 --json").contains("\"number\":2"));
    typist.ok("fxd:tag -d light");
    assertFalse(typist.ok("fxd:tag").contains("light"));
    assertTrue(typist.ok("fxd:gc --keep 0").length() > 0);
    assertTrue(typist.ok("fxd:fsck").contains("sound"), typist.out());
  }

  @Test
  void checkingOutInAllWays() {
    typist.ok("node:edit README.md --text '# Mine'");
    assertTrue(typist.ok("fxd:checkout -c idea").contains("on branch idea"));
    assertEquals("# Mine\n", typist.ok("node:cat README.md"));
    assertTrue(typist.ok("fxd:checkout --detach").contains("no branch"));
    assertTrue(typist.ok("fxd:checkout -").contains("on branch idea"));
    assertTrue(typist.ok("fxd:checkout --discard").contains("thrown away"));
    assertTrue(typist.ok("node:cat README.md").startsWith("# Title"));
    assertTrue(typist.ok("fxd:status").contains("nothing to commit"));
    typist.ok("fxd:checkout -c early @-");
    assertFalse(typist.ok("node:cat bom.txt").contains("second"));
  }

  @Test
  void pathsAreTakenFromACommit() {
    typist.ok("node:edit '" + HELLO + "#Hello.greet' --text '  int greet() { return 1; }'");
    typist.ok("node:edit README.md --text '# Mine'");
    assertTrue(typist.ok("fxd:checkout @- -- bom.txt src").contains("took 2 paths"));
    assertFalse(typist.ok("node:cat bom.txt").contains("second"));
    assertTrue(typist.ok("node:cat " + HELLO).contains("String greet"));
    assertEquals("# Mine\n", typist.ok("node:cat README.md"));
    assertTrue(typist.ok("fxd:status").contains("main"));
    assertTrue(typist.ok("fxd:checkout @- bom.txt").contains("nothing differs"));
    assertTrue(typist.fails(1, "fxd:checkout @ -- bon.txt").contains("did you mean bom.txt?"));
  }

  @Test
  void theReflogIsPaged() {
    for (int i = 0; i < 5; i++) {
      typist.ok("fxd:branch --move main --at @- --force");
      typist.ok("fxd:branch --move main --at " + head() + " --force");
    }
    String first = typist.ok("fxd:reflog main -n 3");
    assertEquals(4, first.lines().count(), first);
    assertTrue(first.contains("main@{1}") && first.contains("--skip 3"), first);
    assertTrue(typist.ok("fxd:reflog main -n 3 --skip 3").contains("main@{4}"), typist.out());
    assertTrue(typist.ok("fxd:reflog --all").contains("HEAD"));
  }

  private String head() {
    return typist
        .ok("fxd:reflog main --json -n 1")
        .replaceAll("(?s).*?\"commit\":\"(\\w+)\".*", "$1");
  }
}
