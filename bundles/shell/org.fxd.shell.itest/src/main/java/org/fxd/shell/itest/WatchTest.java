package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** One session watches what another does. */
@ExtendWith(ServiceExtension.class)
class WatchTest {
  @InjectService Shell shell;
  @TempDir Path folder;
  private Typist watching;
  private Typist typist;
  private int code;

  @BeforeEach
  void open() throws IOException {
    Trees.write(folder.resolve("tree"));
    typist = new Typist(shell, folder);
    typist.ok("fxd:init x.fxd");
    typist.ok("git:import tree");
    watching = new Typist(shell, folder);
    watching.session().project(Path.of("x.fxd"));
  }

  @AfterEach
  void close() {
    watching.close();
    typist.close();
  }

  private Thread watch(String line) {
    Thread thread = new Thread(() -> code = watching.run(line));
    thread.start();
    return thread;
  }

  @Test
  void changesAreToldUntilThereWereEnough() throws Exception {
    Thread thread = watch("fxd:watch '[tag]' --count 2 --json");
    // When the watch begins is not known here: so changes are made until it has told enough.
    for (int i = 0; thread.isAlive(); i++) {
      typist.ok("node:set README.md " + i + " --meta tag");
      typist.ok("node:set README.md --meta tag --type none");
      thread.join(20);
    }
    assertEquals(0, code, watching::err);
    String[] lines = watching.out().split("\n");
    assertEquals(2, lines.length, watching::out);
    for (String line : lines) {
      assertTrue(line.startsWith("{\"change\":\""), line);
      assertTrue(line.contains("\"path\":\"code.\\\"README.md\\\"\""), line);
      assertTrue(line.contains("shell:node:set"), line);
    }
  }

  @Test
  void aPersonEndsItAtAnyTime() throws Exception {
    Thread thread = watch("fxd:watch");
    while (thread.isAlive()) {
      watching.session().cancel();
      thread.join(20);
    }
    assertEquals(0, code, watching::err);
    assertTrue(watching.out().contains("0 changes"), watching::out);
  }

  /** It said that only changes of this process are told; one who reads is told of others', too. */
  @Test
  void helpSaysWhoseChangesAreTold() {
    String help = typist.ok("help fxd:watch").replaceAll("\\s+", " ");
    assertTrue(help.contains("also what the process does that has it open"), help);
  }
}
