package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxd.shell.api.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

/** Every command that takes a revision takes all forms, and differences are limited. */
@ExtendWith(ServiceExtension.class)
class RevisionsTest {
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{64})\"");

  @InjectService Shell shell;
  @TempDir Path folder;
  private Typist typist;

  @BeforeEach
  void open() throws IOException {
    typist = Typist.withProject(shell, folder);
    typist.ok("node:edit bom.txt --text one");
    typist.ok("fxd:commit -m second");
  }

  @AfterEach
  void close() {
    typist.close();
  }

  /** Ways to say what is checked out. */
  private List<String> head() {
    Matcher id = ID.matcher(typist.ok("fxd:log -n 1 --json"));
    assertTrue(id.find(), typist.out());
    return List.of(
        "@",
        "main",
        "main@{0}",
        id.group(1).substring(0, 12),
        "main@{2100-01-01}",
        "'@{2100-01-01 05:06 +02:00}'",
        "2100-01-01T05:06Z",
        "now",
        "@{0.days.ago}",
        "op:@",
        ":/second");
  }

  @Test
  void everyCommandTakesAllForms() {
    typist.ok("group:create methods --include .method");
    for (String revision : head()) {
      assertTrue(typist.ok("fxd:show " + revision).contains("second"), revision);
      assertTrue(typist.ok("fxd:log -n 1 " + revision).contains("second"), revision);
      assertTrue(typist.ok("fxd:log ^@- " + revision).contains("second"), revision);
      assertTrue(typist.ok("fxd:diff @- " + revision).contains("bom.txt"), revision);
      assertTrue(typist.ok("fxd:blame bom.txt --at " + revision).contains("one"), revision);
      assertTrue(typist.ok("fxd:history bom.txt --at " + revision).contains("second"), revision);
      assertEquals("1\n", typist.ok("fxd:query .method[name=greet] --count --at " + revision));
      assertTrue(typist.ok("fxd:at " + revision + " node:cat bom.txt").contains("one"), revision);
      typist.ok("fxd:branch there --at " + revision);
      assertTrue(typist.ok("fxd:log -n 1 there").contains("second"), revision);
      typist.ok("fxd:branch --delete there");
      typist.ok("fxd:tag that " + revision);
      typist.ok("fxd:tag --delete that");
      typist.ok("fxd:checkout --detach " + revision);
      typist.ok("fxd:checkout main");
    }
  }

  @Test
  void theTreeOfAnOperationHasWorkThatWasNotCommitted() {
    typist.ok("node:edit bom.txt --text two");
    assertTrue(typist.ok("fxd:diff @ op:@").contains("+two"), typist.out());
    assertTrue(typist.ok("fxd:diff @ op:@^0").contains("nothing differs"), typist.out());
    assertTrue(typist.ok("fxd:diff op:@-").contains("-one"), typist.out());
    assertTrue(typist.ok("fxd:show op:@").contains("second"), typist.out());
  }

  @Test
  void whatIsNoRevisionIsSaid() {
    assertTrue(typist.fails(1, "fxd:show main@{yesterday}").contains("Nothing was committed by"));
    assertTrue(typist.fails(1, "fxd:show 2001-02-03").contains("Nothing was committed by"));
    assertTrue(typist.fails(2, "fxd:show main@{soon}").contains("no date"));
    assertTrue(typist.fails(2, "fxd:show op:soon").contains("no operation"));
    assertTrue(typist.fails(1, "fxd:show 2001-02-31").contains("no branch, tag or commit"));
    assertTrue(typist.ok("fxd:log --since '2 days ago' --until now").contains("second"));
    assertTrue(typist.ok("fxd:log --until yesterday").contains("no such commit"));
  }

  @Test
  void differencesAreLimitedToWhatASelectorFinds() {
    typist.ok("node:edit 'src/Hello.java#Hello.greet' --text '  int greet() { return 1; }'");
    typist.ok("node:edit 'src/Hello.java#Hello.count' --text '  int count = 2;'");
    typist.ok("group:create texts --include .file");
    String methods = typist.ok("fxd:diff @- --select .method");
    assertTrue(methods.contains("+  int greet() { return 1; }"), methods);
    assertFalse(methods.contains("count = 2") || methods.contains("bom.txt"), methods);
    assertFalse(methods.contains("texts"), methods);
    assertTrue(typist.ok("fxd:diff @- --select .method --stat").contains("1 file, +1 -3"));
    assertTrue(typist.ok("fxd:diff --select .class --stat").contains("1 file, +2 -4"));
    String both = typist.ok("fxd:diff @- --select .method --select '[name=\"bom.txt\"]'");
    assertTrue(both.contains("greet") && both.contains("bom.txt"), both);
    assertTrue(typist.ok("fxd:diff --select .group").contains("texts"), typist.out());
    assertTrue(typist.ok("fxd:diff --select .method bom.txt").contains("nothing differs"));
    String data = typist.ok("fxd:diff @- --select .method --json");
    assertTrue(data.contains("Hello.greet") && !data.contains("Hello.count"), data);
    assertTrue(typist.fails(2, "fxd:diff --select '..'").contains(".."), typist.err());
  }

  @Test
  void whatIsGoneOrNewIsFoundWhereItWas() {
    typist.ok("node:rm 'src/Hello.java#Hello.greet'");
    String gone = typist.ok("fxd:diff --select '.method[name=greet]'");
    assertTrue(gone.contains("-  String greet() {") && gone.contains("removed"), gone);
    assertTrue(typist.ok("fxd:diff --select .field").contains("nothing differs"), typist.out());
    typist.ok("node:rm src/deep/tool.py");
    String file = typist.ok("fxd:diff --select .file");
    assertTrue(file.contains("removed  src/deep/tool.py"), file);
    assertTrue(typist.ok("fxd:diff --select .function --stat").contains("src/deep/tool.py"));
  }
}
