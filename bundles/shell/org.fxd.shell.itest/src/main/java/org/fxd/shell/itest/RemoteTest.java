package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.shell.api.Shell;
import org.fxd.shell.api.ShellIo;
import org.fxd.shell.api.remote.RemoteSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

/** A project that is open here runs commands that come through its socket. */
@ExtendWith(ServiceExtension.class)
@Timeout(60)
class RemoteTest {
  /** What a framework without a distribution says. */
  private static final String VERSION = "unknown";

  @InjectService Shell shell;
  @InjectService Projects projects;
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Typist holder;

  @BeforeEach
  void open() throws IOException {
    Trees.write(folder.resolve("tree"));
    holder = new Typist(shell, folder);
    holder.ok("fxd:init x.fxd");
    holder.ok("git:import tree");
  }

  @AfterEach
  void close() throws InterruptedException {
    holder.close();
    // A call that has ended for its caller may still be leaving the project.
    while (!projects.all().isEmpty() || Files.exists(folder.resolve("x.fxd.lock"))) {
      Thread.sleep(5);
    }
  }

  private Optional<RemoteSession> tryConnect(String input, Path place) throws IOException {
    ShellIo io =
        ShellIo.of(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err)
            .in(place);
    return RemoteSession.open(folder.resolve("x.fxd"), io, VERSION);
  }

  /** Whoever opens a project does not wait until it listens. */
  private RemoteSession connect(String input, Path place) throws Exception {
    Optional<RemoteSession> session = tryConnect(input, place);
    while (session.isEmpty()) {
      Thread.sleep(5);
      session = tryConnect(input, place);
    }
    return session.get();
  }

  private String out() {
    String text = out.toString(StandardCharsets.UTF_8);
    out.reset();
    return text;
  }

  @Test
  void whatOneChangesTheOtherSees() throws Exception {
    try (RemoteSession session = connect("piped\n", folder)) {
      assertEquals(0, session.run("node:create config.x"), err::toString);
      assertEquals(0, session.run("node:set config.x 7"), err::toString);
      out();
      assertTrue(holder.ok("node:get config.x").contains("7"), holder::out);
      holder.ok("node:set config.x 8");
      assertEquals(0, session.run("node:get config.x --json"));
      String said = out();
      assertTrue(said.startsWith("{") && said.contains("8"), said);
      assertEquals(0, session.run("node:edit README.md --stdin"), err::toString);
      assertEquals("piped\n", holder.ok("node:cat README.md"));
      out();
      assertEquals(1, session.run("node:get nowhere --json"));
      assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("{\"error\":"), err::toString);
    }
    assertTrue(holder.ok("fxd:status").contains("x.fxd"));
  }

  @Test
  void bytesAreTheSameAsHere() throws Exception {
    try (RemoteSession session = connect("", folder)) {
      for (String line : new String[] {"node:cat data.bin", "node:ls", "fxd:log", "help"}) {
        out.reset();
        assertEquals(holder.run(line), session.run(line), line);
        assertEquals(holder.out(), out(), line);
      }
    }
  }

  @Test
  void theAuthorIsTheOneOfTheCallersFolder() throws Exception {
    Path other = Files.createDirectories(folder.resolve("repository/.git"));
    Files.writeString(other.resolve("HEAD"), "ref: refs/heads/main\n");
    Files.writeString(other.resolve("config"), "[user]\nname = Ada\nemail = ada@example.org\n");
    try (RemoteSession session = connect("", other.getParent())) {
      assertEquals(0, session.run("fxd:commit -m remote"), err::toString);
      out();
      assertEquals(0, session.run("fxd:show"));
      assertTrue(out().contains("Ada <ada@example.org>"));
    }
  }

  @Test
  void aMessageComesFromTheCallersInputAndFolder() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("why.txt"), "From the caller's file\n");
    try (RemoteSession session = connect("From the caller's input\n", other)) {
      assertEquals(0, session.run("fxd:commit -F -"), err::toString);
      assertEquals(0, session.run("fxd:commit --allow-empty -F why.txt"), err::toString);
    }
    String log = holder.ok("fxd:log");
    assertTrue(log.contains("From the caller's input"), log);
    assertTrue(log.contains("From the caller's file"), log);
  }

  @Test
  void aCallGoesOnWhenTheHolderLeavesTheProject() throws Exception {
    try (RemoteSession session = connect("", folder)) {
      holder.ok("fxd:close");
      assertEquals(0, session.run("fxd:status"), err::toString);
      assertEquals(1, projects.all().size());
    }
    while (!projects.all().isEmpty()) {
      Thread.sleep(5);
    }
    assertEquals(Optional.empty(), tryConnect("", folder));
  }

  @Test
  void aProjectThatAProgramOpenedStaysOpen() throws Exception {
    holder.ok("fxd:close");
    Workspace workspace = projects.open(folder.resolve("x.fxd"));
    try (RemoteSession session = connect("", folder)) {
      assertEquals(0, session.run("fxd:status"), err::toString);
      assertEquals(7, session.run("exit 7"));
    }
    assertEquals(1, projects.all().size());
    projects.close(workspace);
    assertEquals(Optional.empty(), tryConnect("", folder));
  }

  @Test
  void aPromptIsNotHeldUp() throws Exception {
    try (RemoteSession session = connect("", folder)) {
      int[] code = {-1};
      Thread watching =
          new Thread(
              () -> {
                try {
                  code[0] = session.run("fxd:watch --count 1");
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
      watching.start();
      for (int i = 0; watching.isAlive(); i++) {
        holder.ok("node:set README.md " + i + " --meta tag");
        watching.join(20);
      }
      assertEquals(0, code[0], err::toString);
    }
  }
}
