package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fxd.shell.api.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

/** Whole histories, taken in through the shell. */
@ExtendWith(ServiceExtension.class)
class GitHistoryTest {
  @TempDir Path folder;
  @InjectService Shell shell;

  @Test
  void aRepositoryComesInWithItsHistory() throws IOException {
    String[] ids = GitRepositories.write(folder.resolve("repo.git"));
    try (Typist typist = new Typist(shell, folder)) {
      typist.ok("fxd:init x.fxd");

      String said = typist.ok("git:import repo.git");

      assertTrue(said.contains("3 commits") && said.contains("3 file versions"), said);
      String log = typist.ok("fxd:log");
      assertTrue(log.contains("third") && log.contains("first") && log.contains("Grace"), log);
      assertTrue(typist.ok("fxd:status").contains("main"), typist.out());
      assertTrue(typist.ok("fxd:branch").contains("v1"), typist.out());
      assertTrue(typist.ok("fxd:diff v1.0 v1").contains("return 2"), typist.out());
      assertTrue(typist.ok("fxd:log origin/v1").contains("second"), typist.out());
      assertTrue(typist.ok("fxd:blame src/A.java").contains("23:15:20"), typist.out());
      assertTrue(typist.ok("git:map HEAD").contains(ids[2]), typist.out());
      assertTrue(typist.ok("git:map " + ids[0].substring(0, 8)).contains("first"), typist.out());
      assertTrue(typist.fails(1, "git:map 0000000").contains("neither here"), typist.err());
      typist.ok("fxd:fsck");
    }
  }

  @Test
  void whatIsNewComesInAndTheRestIsNotReadAgain() throws IOException {
    Path repo = folder.resolve("repo.git");
    String[] ids = GitRepositories.write(repo);
    try (Typist typist = new Typist(shell, folder)) {
      typist.ok("fxd:init x.fxd");
      typist.ok("git:import repo.git");
      GitRepositories again = GitRepositories.create(repo);
      again.ref("refs/heads/main", again.commit("fourth", "class A {}\n", ids[2]));

      String said = typist.ok("git:import repo.git");

      assertTrue(said.contains("1 commit,") && said.contains("moved"), said);
      assertTrue(typist.ok("fxd:log").contains("fourth"), typist.out());
      assertTrue(typist.ok("git:import repo.git").contains("there already"), typist.out());
      typist.ok("fxd:undo");
      assertFalse(typist.ok("fxd:log").contains("fourth"), typist.out());
    }
  }

  @Test
  void aWorkTreeComesInWithItsHistoryOrWithout() throws IOException {
    GitRepositories.write(folder.resolve("work/.git"));
    Files.writeString(folder.resolve("work/new.txt"), "not committed there\n");
    try (Typist typist = new Typist(shell, folder)) {
      typist.ok("fxd:init x.fxd");
      typist.ok("git:import work");
      assertFalse(typist.ok("node:ls").contains("new.txt"), typist.out());
      typist.ok("fxd:close");
      typist.ok("fxd:init y.fxd");
      String said = typist.ok("git:import work --worktree-only");
      assertTrue(said.contains("1 file "), said);
      assertTrue(typist.ok("node:ls").contains("new.txt"), typist.out());
    }
  }

  @Test
  void whatIsWantedCanBeSaid() throws IOException {
    GitRepositories.write(folder.resolve("repo.git"));
    try (Typist typist = new Typist(shell, folder)) {
      typist.ok("fxd:init x.fxd");
      String said = typist.ok("git:import repo.git --branch 'v*' --depth 1 --remote up --json");
      assertTrue(said.contains("\"commits\":1") && said.contains("cut off"), said);
      assertTrue(typist.ok("fxd:log up/v1").contains("second"), typist.out());
      assertTrue(
          typist.fails(2, "git:import repo.git --worktree-only --depth 1").contains("--depth"),
          typist.err());
      assertTrue(
          typist.fails(2, "git:import repo.git --remote a/b").contains("name a remote"),
          typist.err());
      assertTrue(
          typist.fails(1, "git:import repo.git --branch nope").contains("no branch 'nope'"),
          typist.err());
      assertEquals(2, typist.run("git:import repo.git --depth 0"), typist.err());
    }
  }
}
