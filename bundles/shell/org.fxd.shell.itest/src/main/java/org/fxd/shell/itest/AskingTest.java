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

/** What can be asked of a history: log, blame, history, bisect. */
@ExtendWith(ServiceExtension.class)
class AskingTest {
  private static final String GREET = "'src/Hello.java#Hello.greet'";

  @InjectService Shell shell;
  @TempDir Path folder;
  private Typist typist;

  @BeforeEach
  void open() throws IOException {
    typist = Typist.withProject(shell, folder);
    typist.ok("node:edit " + GREET + " --text '  int greet() { return 1; }'");
    typist.ok("fxd:commit -m 'greet with a number' --author 'Bob <bob@example.org>'");
    typist.ok("node:edit bom.txt --text one");
    typist.ok("fxd:commit -m 'another bom'");
  }

  @AfterEach
  void close() {
    typist.close();
  }

  @Test
  void theLogIsAskedInManyWays() {
    only("greet with", "fxd:log --author BOB");
    only("greet with", "fxd:log --path src --no-merges -n 1");
    only("greet with", "fxd:log @ src --no-merges -n 1");
    assertTrue(typist.fails(1, "fxd:log none").contains("no branch, tag or commit 'none'"));
    only("greet with", "fxd:log --added 'return 1'");
    only("greet with", "fxd:log --snippet " + GREET + " -n 1");
    only("greet with", "fxd:log --select '.method' -n 1");
    only("another bom", "fxd:log @-..@");
    only("another bom", "fxd:log @ ^@-");
    only("greet with", "fxd:log :/greet -n 1");
    only("greet with", "fxd:log --skip 1 -n 1");
    only("another bom", "fxd:log --message '^another'");
    assertTrue(typist.ok("fxd:log --since 2100-01-01").contains("no such commit"));
    assertTrue(typist.ok("fxd:log --graph --all").startsWith("* "), typist.out());
    assertTrue(typist.fails(2, "fxd:log --message '('").contains("no pattern"));
    assertTrue(typist.fails(2, "fxd:log --graph --path src").contains("draws all"));
    assertTrue(typist.fails(2, "fxd:log --added a --removed b").contains("together"));
    assertTrue(typist.fails(2, "fxd:log --merges --no-merges").contains("nothing"));
    assertTrue(typist.fails(2, "fxd:log --since yesterdaze").contains("no date"));
  }

  @Test
  void anyTwoStatesAreCompared() {
    typist.ok("node:edit bom.txt --text two");
    assertTrue(typist.ok("fxd:diff op:@-").contains("bom.txt"), typist.out());
    assertTrue(typist.ok("fxd:diff op:@- @{2100-01-01}").contains("nothing differs"));
    assertTrue(typist.ok("fxd:diff @-@{2100-01-01} @ --stat").contains("bom.txt"), typist.out());
    assertTrue(typist.fails(1, "fxd:diff @{1970-01-02}").contains("Nothing was committed"));
    assertTrue(typist.fails(2, "fxd:query .method --at @{never}").contains("no date"));
    assertEquals("1\n", typist.ok("fxd:query '.class > .method' --count --at op:@-"));
  }

  private void only(String expected, String line) {
    String answer = typist.ok(line);
    assertTrue(answer.contains(expected), line + "\n" + answer);
    assertEquals(1, answer.lines().filter(l -> !l.contains("there are more")).count(), answer);
  }

  @Test
  void blameTellsWhoWroteWhichLine() {
    typist.ok("node:edit 'src/Hello.java#Hello.count' --text '  int count = 2;'");
    String whole = typist.ok("fxd:blame src/Hello.java");
    assertTrue(whole.contains("Bob") && whole.contains("return 1"), whole);
    assertTrue(whole.contains("not committed"), whole);
    String committed = typist.ok("fxd:blame src/Hello.java --at @");
    assertFalse(committed.contains("not committed"), committed);
    String snippet = typist.ok("fxd:blame " + GREET + " --json");
    assertTrue(snippet.contains("\"author\":\"Bob <bob@example.org>\""), snippet);
    assertTrue(typist.fails(1, "fxd:blame nothing.txt").contains("nothing.txt"));
  }

  @Test
  void historyTellsWhatBecameOfASnippet() {
    String answer = typist.ok("fxd:history " + GREET);
    assertTrue(answer.lines().findFirst().orElse("").contains("changed  greet with"), answer);
    assertTrue(answer.lines().count() == 2 && answer.contains("added"), answer);
    assertTrue(typist.ok("fxd:history " + GREET + " --json").contains("\"changes\":[\"CHANGED\"]"));
    typist.ok("node:rm " + GREET);
    typist.ok("fxd:commit -m 'no greeting'");
    String gone = typist.ok("fxd:history " + GREET + " --at @-");
    assertTrue(gone.contains("greet with"), gone);
  }

  @Test
  void bisectFindsWhatBrokeIt() {
    for (int i = 0; i < 6; i++) {
      typist.ok("node:edit bom.txt --text " + (i < 3 ? "good" : "bad") + i);
      typist.ok("fxd:commit -m step" + i);
    }
    assertTrue(typist.fails(1, "fxd:bisect good").contains("No search"));
    assertTrue(typist.ok("fxd:bisect start @ @~6").contains("try"), typist.out());
    assertTrue(typist.ok("fxd:bisect status").contains("left"), typist.out());
    String answer = typist.ok("fxd:bisect run 'grep -q good bom.txt || grep -q one bom.txt'");
    assertTrue(answer.contains("broken by") && answer.contains("step3"), answer);
    assertTrue(typist.ok("fxd:status").contains("nothing to commit"), typist.out());
    typist.ok("fxd:bisect reset");
    typist.ok("fxd:bisect start @ @~6");
    typist.ok("fxd:bisect skip");
    String json = typist.ok("fxd:bisect bad --json");
    assertTrue(json.contains("\"next\":\""), json);
    assertTrue(typist.fails(2, "fxd:bisect what").contains("does not know"));
    assertTrue(typist.fails(1, "fxd:bisect start").contains("begun already"));
  }
}
