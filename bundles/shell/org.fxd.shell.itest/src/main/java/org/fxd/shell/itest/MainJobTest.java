package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.shell.api.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

/** The way through all rooms, as a person would type it. */
@ExtendWith(ServiceExtension.class)
class MainJobTest {
  @InjectService Shell shell;
  @InjectService Projects projects;
  @TempDir Path folder;
  private Path tree;

  @BeforeEach
  void tree() throws IOException {
    tree = folder.resolve("tree");
    Trees.write(tree);
  }

  @Test
  void whatIsTakenInComesBack() throws IOException {
    try (Typist typist = new Typist(shell, folder)) {
      assertEquals(0, typist.session().project(Path.of("x.fxd")));
      assertFalse(Files.exists(folder.resolve("x.fxd")));
      assertTrue(typist.ok("git:import tree").contains("10 files"), typist::out);
      assertTrue(typist.ok("fxd:commit -m first").contains("on main: first"), typist::out);
      typist.ok("view:render --all out");
      typist.ok("git:export again --worktree-only");
    }
    assertEquals(Trees.read(tree), Trees.read(folder.resolve("out")));
    assertEquals(Trees.read(tree), Trees.read(folder.resolve("again")));
    assertTrue(projects.all().isEmpty(), "the session closed what it opened");
    try (Typist typist = new Typist(shell, folder)) {
      assertEquals(0, typist.session().project(Path.of("x.fxd")));
      assertTrue(typist.ok("fxd:log").contains("first"));
      assertTrue(typist.ok("fxd:status").contains("nothing to commit"), typist::out);
    }
  }

  @Test
  void oneSnippetIsEditedAndAllElseStays() throws IOException {
    Path file = tree.resolve("src/Hello.java");
    String before = Files.readString(file);
    try (Typist typist = new Typist(shell, folder)) {
      typist.session().project(Path.of("x.fxd"));
      typist.ok("git:import tree");
      typist.ok("fxd:commit -m first");
      String listed = typist.ok("node:ls src/Hello.java");
      assertTrue(listed.contains("Hello.greet"), listed);
      assertTrue(typist.ok("node:cat src/Hello.java#greet").contains("return \"Hello\""));
      typist.ok(
          "node:edit 'src/Hello.java#Hello.greet' --text "
              + "'  String greet() {\n    return \"Hi\";\n  }'");
      String status = typist.ok("fxd:status");
      assertTrue(status.contains("changed") && status.contains("src/Hello.java"), status);
      String diff = typist.ok("fxd:diff");
      assertTrue(diff.contains("-    return \"Hello\";"), diff);
      assertTrue(diff.contains("+    return \"Hi\";"), diff);
      assertTrue(diff.contains("Hello.greet"), diff);
      String words = typist.ok("fxd:diff --words");
      assertTrue(words.contains("    return \"[-Hello-]{+Hi+}\";\n"), words);
      String data = typist.ok("fxd:diff --words --json");
      assertTrue(data.replace(" ", "").contains("{\"sign\":\"+\",\"text\":\"Hi\"}"), data);
      assertTrue(typist.ok("fxd:diff --stat README.md").contains("nothing differs"));
      assertTrue(typist.ok("fxd:diff @ src --stat").contains("+1 -1"), typist::out);
      typist.ok("fxd:commit -m 'Say hi' --author 'Ada <ada@example.org>'");
      String shown = typist.ok("fxd:show");
      assertTrue(shown.contains("Ada <ada@example.org>") && shown.contains("Say hi"), shown);
      typist.ok("view:render --all out");
      String after = Files.readString(folder.resolve("out/src/Hello.java"));
      assertEquals(before.replace("\"Hello\"", "\"Hi\""), after);
      typist.ok("fxd:branch side --at @-");
      typist.ok("fxd:checkout side");
      assertTrue(typist.ok("node:cat src/Hello.java").contains("\"Hello\""));
      typist.ok("fxd:checkout main");
      assertTrue(typist.ok("node:cat src/Hello.java").contains("\"Hi\""));
      assertTrue(typist.ok("fxd:branch").contains("*  main"), typist::out);
    }
  }

  @Test
  void bytesAreWrittenAsTheyAre() throws IOException {
    try (Typist typist = new Typist(shell, folder)) {
      typist.session().project(Path.of("x.fxd"));
      typist.ok("git:import tree");
      for (String name : new String[] {"data.bin", "latin.txt", "nothing", "bom.txt"}) {
        typist.ok("node:cat " + name);
        assertArrayEquals(Files.readAllBytes(tree.resolve(name)), typist.bytes(), name);
        typist.ok("view:render " + name);
        assertArrayEquals(Files.readAllBytes(tree.resolve(name)), typist.bytes(), name);
      }
      assertEquals("no line break at the end", typist.ok("node:cat \"a b 'c' #d.txt\""));
      assertEquals("src/Hello.java", typist.ok("node:cat link"));
    }
  }

  @Test
  void aWholeFileIsReplacedFromAFileOrTheInput() throws IOException {
    Files.writeString(folder.resolve("new.txt"), "# New\r\n");
    try (Typist typist = new Typist(shell, folder, "from the input")) {
      typist.session().project(Path.of("x.fxd"));
      typist.ok("git:import tree");
      typist.ok("node:edit README.md --file new.txt");
      assertEquals("# New\r\n", typist.ok("node:cat README.md"));
      typist.ok("node:edit README.md --stdin");
      assertEquals("from the input", typist.ok("node:cat README.md"));
      assertTrue(typist.ok("node:edit README.md --file new.txt --json").contains("true"));
    }
  }

  @Test
  void anImportAgainTakesWhatChanged() throws IOException {
    try (Typist typist = new Typist(shell, folder)) {
      typist.ok("fxd:init x.fxd");
      typist.ok("git:import tree");
      typist.ok("fxd:commit -m first");
      Files.move(tree.resolve("README.md"), tree.resolve("src/READ.md"));
      Files.writeString(tree.resolve("added.txt"), "new\n");
      Files.delete(tree.resolve("nothing"));
      assertTrue(
          typist.ok("git:import tree").contains("added 1, changed 0, moved 1, removed 1"),
          typist::out);
      String status = typist.ok("fxd:status");
      assertTrue(status.contains("moved") && status.contains("src/READ.md"), status);
    }
  }

  @Test
  void everyOperatorReachesTheCommand() throws IOException {
    String[] names = {
      "#id",
      ".a > .b",
      "[x$=\"y\"]",
      "name~2",
      "name^2",
      "@-",
      "$",
      "|",
      ";",
      "&",
      "*",
      "!",
      "(",
      ")"
    };
    for (String name : names) {
      Files.writeString(tree.resolve(name), name, StandardCharsets.UTF_8);
    }
    try (Typist typist = new Typist(shell, folder)) {
      typist.session().project(Path.of("x.fxd"));
      typist.ok("git:import tree");
      for (String name : names) {
        assertEquals(name, typist.ok("node:cat '" + name + "'"), name);
        if (name.indexOf(' ') < 0 && name.indexOf('"') < 0) {
          assertEquals(name, typist.ok("node:cat " + name), name);
        }
      }
    }
  }

  @Test
  void gogoCanCallTheCommands() throws IOException {
    try (Typist typist = new Typist(shell, folder)) {
      typist.session().project(Path.of("x.fxd"));
      typist.ok("git:import tree");
      assertEquals("no line break at the end", typist.ok("gogo: node:cat \"a b 'c' #d.txt\""));
      assertTrue(typist.ok("gogo: x = 7; fxd:status").contains("project"), typist::out);
      assertEquals(1, typist.run("gogo: node:cat nowhere"));
      assertTrue(typist.err().contains("There is no 'nowhere'"), typist::err);
    }
  }

  @Test
  void scriptsRunToTheFirstFailure() throws IOException {
    Path script = folder.resolve("script");
    Files.writeString(
        script, "fxd:init s.fxd\ngit:import tree\n# note\nfxd:log nowhere\nfxd:close\n");
    try (Typist typist = new Typist(shell, folder)) {
      assertEquals(1, typist.session().script(Path.of("script")));
      assertTrue(typist.err().contains("line 4"), typist::err);
      assertTrue(typist.ok("fxd:status").contains("s.fxd"));
      typist.ok("fxd:close");
      typist.fails(1, "fxd:status");
    }
  }
}
