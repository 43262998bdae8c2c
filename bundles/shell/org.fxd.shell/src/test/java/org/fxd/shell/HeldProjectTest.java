package org.fxd.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.shell.api.Session;
import org.fxd.shell.api.Session.WhenHeld;
import org.fxd.shell.api.ShellIo;
import org.fxd.store.api.HeldException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session does with a project that someone else has open. */
class HeldProjectTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path file;
  private boolean here;

  @BeforeEach
  void create() throws Exception {
    file = Files.createFile(folder.resolve("x y.fxd"));
  }

  private Session session() {
    return Fakes.session(
        ShellIo.of(InputStream.nullInputStream(), out, err).in(folder),
        Fakes.commands(
            Fakes.command(
                CommandSpec.named("t:project", "Tells").build(),
                context ->
                    context.answer(null, printer -> printer.line(context.workspace().project())))),
        projects());
  }

  private Projects projects() {
    return (Projects)
        Proxy.newProxyInstance(
            HeldProjectTest.class.getClassLoader(),
            new Class<?>[] {Projects.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "all" -> List.of();
                  case "open" ->
                      throw new HeldException(
                          "Cannot open " + arguments[0] + ": another process has it open (7 on vm)",
                          "Close it there first.",
                          here);
                  case "openToRead" -> workspace();
                  case "close" -> null;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static Workspace workspace() {
    return (Workspace)
        Proxy.newProxyInstance(
            HeldProjectTest.class.getClassLoader(),
            new Class<?>[] {Workspace.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "project" -> "to read";
                  case "notices" -> List.of();
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> 1;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whoHasItIsSaidAndHowToReadIt() {
    try (Session session = session()) {
      assertEquals(1, session.project(Path.of("x y.fxd")));
    }
    assertEquals(
        "error: Cannot open "
            + file
            + ": another process has it open (7 on vm)\n"
            + "  close it there; meanwhile it can be read: fxd:open '"
            + file
            + "' --read-only\n",
        err());
  }

  @Test
  void whoWantsToKnowIsTold() {
    try (Session session = session()) {
      assertEquals(Session.HELD, session.project(file, WhenHeld.RETURN));
    }
    assertEquals("", err());
  }

  @Test
  void aPersonReadsItAndIsTold() {
    try (Session session = session()) {
      assertEquals(0, session.project(Path.of("x y.fxd"), WhenHeld.READ));
      assertEquals(0, session.run("t:project"));
    }
    assertEquals("to read\n", out.toString(StandardCharsets.UTF_8));
    assertEquals(
        "note: x y.fxd is open here only to be read: another process has it open (7 on vm);"
            + " what is changed there shows here\n",
        err());
  }

  @Test
  void whatThisProcessHasOpenIsNeitherReadNorWaitedFor() {
    here = true;
    for (WhenHeld whenHeld : WhenHeld.values()) {
      err.reset();
      try (Session session = session()) {
        assertEquals(1, session.project(file, whenHeld), whenHeld::toString);
      }
      assertTrue(err().contains("Close it there first."), err());
    }
  }
}
