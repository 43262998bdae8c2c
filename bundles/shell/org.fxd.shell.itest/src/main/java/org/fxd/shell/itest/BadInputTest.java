package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.shell.api.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

/** What is wrong is said, with the right exit code, and the project is as it was. */
@ExtendWith(ServiceExtension.class)
class BadInputTest {
  @InjectService Shell shell;
  @InjectService Projects projects;
  @TempDir Path folder;
  private Typist typist;
  private Hash before;

  @BeforeEach
  void open() throws IOException {
    typist = Typist.withProject(shell, folder);
    Files.writeString(folder.resolve("text.fxd"), "this is text\n");
    before = operation();
  }

  @AfterEach
  void nothingHappened() {
    assertEquals(before, operation());
    typist.close();
  }

  private Hash operation() {
    return projects.all().get(0).state().operation();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "git:import nowhere; 1; There is no folder",
        "git:import text.fxd; 2; is not a folder",
        "git:import; 2; needs SOURCE",
        "git:import tree more; 2; takes no more arguments",
        "git:import tree --no-scam; 2; did you mean --no-scan?",
        "git:improt tree; 2; did you mean git:import?",
        "commit; 2; did you mean fxd:commit?",
        "fxd; 2; its commands: fxd:at, fxd:backup",
        "nothing:like:this; 2; help lists all commands",
        "fxd:open text.fxd; 1; text.fxd",
        "fxd:open nowhere.fxd; 1; nowhere.fxd",
        "fxd:init text.fxd; 1; text.fxd",
        "fxd:init x.fxd; 1; x.fxd",
        "fxd:init no/such/folder/y.fxd; 1; ",
        "fxd:commit; 2; needs a message",
        "fxd:commit -m; 2; --message needs its TEXT",
        "fxd:commit -m ' '; 2; ",
        "fxd:commit -m again; 1; ",
        "fxd:commit -m x --author Ada; 2; --author is not 'Name <address>'",
        "fxd:log nowhere; 1; nowhere",
        "fxd:log -n few; 2; --count is not a number: 'few'",
        "fxd:log -n -1; 2; --count is below 0",
        "fxd:show 0000; 1; ",
        "fxd:checkout; 2; needs REV",
        "fxd:checkout nowhere; 1; nowhere",
        "fxd:checkout @~7; 1; ",
        "fxd:branch 'a b'; 2; ",
        "fxd:branch main; 1; main",
        "fxd:diff nowhere; 1; nowhere",
        "fxd:diff --stat --words; 2; cannot be asked for together",
        "fxd:diff @ no/where; 1; There is no 'no/where'",
        "node:ls nowhere; 1; There is no 'nowhere'",
        "node:ls src/Helo.java; 1; did you mean src/Hello.java?",
        "node:cat; 2; needs PATH",
        "node:cat src; 2; 'src' is a folder",
        "node:cat src/Hello.java#nothing; 1; ",
        "node:cat ../../etc/passwd; 1; There is no",
        "node:edit README.md; 2; exactly one of",
        "node:edit README.md --text a --stdin; 2; exactly one of",
        "node:edit README.md --file nowhere; 1; There is no file",
        "node:edit src --text a; 2; neither a file nor a snippet",
        "view:render; 2; either VIEW or --all DIR",
        "view:render src; 2; is no view",
        "view:render --all tree; 1; ",
        "git:export tree --worktree-only; 1; ",
        "git:export text.fxd --worktree-only; 1; ",
        "git:export tree; 2; no Git repository, and not empty",
        "git:export x --branch nowhere; 1; no branch",
        "git:export x --conflicts keep; 2; either refuse or render",
        "git:export x --worktree-only --bare; 2; --bare says nothing",
        "git:export x --worktree-only --branch main; 2; --branch says nothing",
        "fxd:query; 2; needs SELECTOR",
        "fxd:query .a[b; 2; Not a selector",
        "fxd:query .class --limit many; 2; --limit is not a number",
        "fxd:query .class --at nowhere; 1; nowhere",
        "fxd:watch .a[b; 2; Not a selector",
        "fxd:watch --count -1; 2; --count is below 0",
        "node:ls .a[b; 2; Not a selector",
        "node:ls 'src > [b'; 2; Not a selector",
        "node:ls 'a mistyped file'; 1; There is no",
        "node:get conifg.x; 1; did you mean config?",
        "node:get nowhere; 1; There is no 'nowhere'",
        "node:get code.srk; 1; did you mean code.src?",
        "node:get code.src~2; 1; ",
        "node:get code.src.; 2; ",
        "node:get 'code.src.\"Helo.java\"'; 1; did you mean code.src.\"Hello.java\"?",
        "node:get '#123456789'; 1; There is no node with the id",
        "node:get README.md --meta sise; 1; did you mean size?",
        "node:set nowhere 1; 1; There is no 'nowhere'",
        "node:set config.x; 2; needs a VALUE",
        "node:set config.x 1 --type null --create; 2; takes no VALUE",
        "node:set config.x one --type number --create; 2; 'one' is not a number",
        "node:set config.x 1 --type int --create; 2; There is no type 'int'",
        "node:set config.x {1:2} --type json --create; 2; ",
        "node:set src/new.txt 1 --create; 2; code.src.\"new.txt\"",
        "node:create code; 1; already",
        "node:create config.x --kind 'Not A Kind'; 2; no name of a kind",
        "node:mv src; 2; exactly one of",
        "node:mv src src/deep; 2; ",
        "node:mv nowhere src; 1; There is no 'nowhere'",
        "node:mv src README.md --before bom.txt; 2; exactly one of",
        "node:rename src README.md; 2; README.md",
        "node:rename src ''; 2; must not be empty",
        "node:rename 'src/Hello.java#Hello.greet' meet; 2; its name is in the text",
        "node:rm code; 2; --force",
        "node:rm nowhere; 1; There is no 'nowhere'",
        "node:ln config.x nowhere; 1; There is no 'nowhere'",
        "group:show nothing; 1; There is no group 'nothing'",
        "group:create x --include .a[b; 2; Not a selector",
        "group:create x --add nowhere; 1; There is no 'nowhere'",
        "group:add nothing src; 1; There is no group 'nothing'",
        "group:add nothing; 2; needs NODE",
        "group:add nothing src --first --before README.md; 2; one of",
        "group:remove nothing src; 1; There is no group 'nothing'",
        "group:include nothing .class; 1; There is no group 'nothing'",
        "group:exclude nothing .a[b; 2; Not a selector",
        "group:clear nothing; 1; There is no group 'nothing'",
        "group:delete nothing; 1; There is no group 'nothing'",
        "group:rename nothing other; 1; There is no group 'nothing'",
        "group:diff nothing; 1; There is no group 'nothing'",
        "view:create x; 2; either --group",
        "view:create x --group nothing; 1; nothing",
        "view:create x --select .class --renderer nothing; 1; nothing",
        "view:create x --select .a[b; 2; Not a selector",
        "view:create x --select .class --option eol; 2; is not KEY=VALUE",
        "view:delete README.md; 1; There is no view",
        "view:edit README.md; 1; There is no view",
        "view:render README.md --markers --plain; 2; neither with",
        "view:render data.bin --markers; 2; cannot be written as text",
        "view:apply README.md text.fxd --from @; 2; taken as the whole file",
        "view:apply nowhere text.fxd; 1; There is no 'nowhere'",
        "view:apply README.md nowhere; 1; There is no file",
        "view:apply README.md tree; 2; is a folder",
        "view:apply README.md tree/latin.txt; 2; not UTF-8",
        "view:apply link text.fxd; 2; is no text",
        "plugin:why nothing; 1; ",
        "help nothing; 2; There is no command",
        "node:cat 'README.md; 2; not closed",
        "exit later; 2; exit takes",
      })
  void isSaid(String line, int code, String expected) {
    String said = typist.fails(code, line);
    assertTrue(said.startsWith("error: "), said);
    assertTrue(said.contains(expected == null ? "" : expected), said);
    assertFalse(said.contains("Exception") || said.contains("\tat "), said);
    assertEquals("", typist.out());
    if (!line.contains("'README") && !line.startsWith("exit")) {
      String json = typist.fails(code, line.replaceFirst(" |$", " --json "));
      assertTrue(json.startsWith("{\"error\":\"") && json.contains("\"code\":" + code), json);
    }
  }

  @Test
  void aFileThatIsNoProjectStaysAsItIs() throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("text.fxd"));
    typist.fails(1, "fxd:open text.fxd");
    assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("text.fxd")));
    typist.ok("fxd:status");
  }

  @Test
  void aFolderThatMayNotBeReadIsSaid() throws IOException {
    assumeFalse(System.getProperty("user.name").equals("root"), "root may read everything");
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    String said = typist.fails(1, "git:import closed");
    assertTrue(said.contains("closed"), said);
  }

  @Test
  void aNamedProjectThatIsNotThereIsNotCreatedByMistake() {
    try (Typist other = new Typist(shell, folder)) {
      assertEquals(0, other.session().project(Path.of("typo.fxd")));
      for (String line :
          new String[] {
            "fxd:status",
            "fxd:log",
            "node:ls",
            "fxd:commit -m x",
            "view:render --all o",
            "git:import nowhere"
          }) {
        other.fails(1, line);
        assertFalse(Files.exists(folder.resolve("typo.fxd")), line);
      }
      assertFalse(Files.exists(folder.resolve("o")));
    }
  }

  @Test
  void withoutAProjectTheHintSaysHow() {
    try (Typist other = new Typist(shell, folder)) {
      String said = other.fails(1, "git:import tree");
      assertTrue(said.contains("No project is open") && said.contains("fxd:init FILE"), said);
    }
  }

  @Test
  void anImportThatIsStoppedChangesNothing() throws Exception {
    Path many = Files.createDirectory(folder.resolve("many"));
    for (int i = 0; i < 3000; i++) {
      Files.writeString(many.resolve("file" + i + ".txt"), "text " + i + "\n");
    }
    Thread other =
        new Thread(
            () -> {
              while (typist.err().isEmpty() && typist.out().isEmpty()) {
                typist.session().cancel();
                Thread.onSpinWait();
              }
            });
    int code;
    typist.run(""); // Forgets the last line's answer, which would end the other thread.
    other.start();
    code = typist.session().run("git:import many");
    other.join();
    assertEquals(1, code, typist::out);
    assertTrue(typist.err().contains("Stopped"), typist::err);
  }
}
