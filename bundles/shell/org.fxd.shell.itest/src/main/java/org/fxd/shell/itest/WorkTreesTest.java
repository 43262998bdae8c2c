package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fxd.shell.api.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

/** Folders beside a project: how they differ. */
@ExtendWith(ServiceExtension.class)
class WorkTreesTest {
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

  private void edit(String path, String from, String to) throws IOException {
    Path file = folder.resolve("tree").resolve(path);
    Files.writeString(file, Files.readString(file).replace(from, to));
  }

  @Test
  void anUntouchedFolderDiffersInNothing() {
    assertTrue(typist.ok("git:status tree").contains("nothing differs in "), typist.out());
    assertTrue(typist.ok("git:status tree --json").contains("\"clean\":true"), typist.out());
    assertTrue(typist.ok("git:status tree --json").contains("\"changes\":[]"), typist.out());
  }

  @Test
  void whatDiffersIsToldByFileAndBySnippet() throws IOException {
    edit("src/Hello.java", "\"Hello\"", "\"Hi\"");
    Files.delete(folder.resolve("tree/nothing"));
    Files.writeString(folder.resolve("tree/new.txt"), "new\n");
    String before = typist.ok("fxd:oplog --json");
    String text = typist.ok("git:status tree");
    assertTrue(text.contains("changed  src/Hello.java  +1 -1"), text);
    assertTrue(text.contains("changed method Hello.greet"), text);
    assertTrue(text.contains("removed  nothing") && text.contains("added    new.txt"), text);
    assertFalse(text.contains("return \"Hi\""), text);
    String lines = typist.ok("git:status tree --lines");
    assertTrue(lines.contains("+    return \"Hi\";"), lines);
    String files = typist.ok("git:status tree --stat");
    assertFalse(files.contains("Hello.greet"), files);
    String json = typist.ok("git:status tree --json");
    assertTrue(json.contains("\"clean\":false") && json.contains("Hello.greet"), json);
    assertEquals(before, typist.ok("fxd:oplog --json"), "nothing was changed");
    typist.ok("git:import tree");
    assertTrue(typist.ok("git:status tree").contains("nothing differs"), typist.out());
  }

  @Test
  void badInputIsNamed() {
    assertTrue(typist.fails(1, "git:status nowhere").contains("nowhere"));
    assertTrue(typist.fails(1, "git:status tree/README.md").contains("not a folder"));
    assertTrue(typist.fails(2, "git:status tree --stat --lines").contains("--stat and --lines"));
  }
}
