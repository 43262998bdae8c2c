package org.fxd.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.api.Session;
import org.fxd.shell.api.ShellIo;
import org.fxd.shell.call.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalSessionTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<List<String>> echoed = new ArrayList<>();
  private final Commands commands =
      Fakes.commands(
          Fakes.command(
              CommandSpec.named("t:echo", "Echoes").repeated("WORD", "a", Completion.NONE).build(),
              context -> {
                echoed.add(context.parameters("WORD"));
                context.answer(
                    context.parameters("WORD"),
                    printer -> printer.line(String.join(" ", context.parameters("WORD"))));
              }),
          failing("t:conflict", new ConflictException("two", "resolve")),
          failing("t:refused", new RefusedException("no")),
          failing("t:defect", new IllegalStateException("secret")),
          failing("t:deep", new StackOverflowError()),
          failing("t:missing", new NoSuchFileException("/x")),
          Fakes.command(
              CommandSpec.named("t:long", "Works on").build(),
              context -> {
                while (true) {
                  context.cancellation().check();
                  Thread.onSpinWait();
                }
              }),
          Fakes.command(
              CommandSpec.named("t:input", "Reads").build(),
              context -> context.bytes().write(context.input().readAllBytes())),
          Fakes.command(
              CommandSpec.named("t:project", "Needs one").build(), context -> context.workspace()));

  private static Command failing(String name, Throwable failure) {
    return Fakes.command(
        CommandSpec.named(name, "Fails").build(),
        context -> {
          if (failure instanceof Error error) {
            throw error;
          }
          throw (Exception) failure;
        });
  }

  private Session session(OutputStream output, String input) {
    return session(output, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
  }

  private Session session(OutputStream output, InputStream input) {
    return Fakes.session(ShellIo.of(input, output, err), commands, Fakes.noProjects());
  }

  private int run(String line) {
    try (Session session = session(out, "")) {
      return session.run(line);
    }
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void runsACommandAndPrintsItsAnswerOnly() {
    assertEquals(0, run("t:echo a 'b  c'"));
    assertEquals("a b  c\n", out());
    assertEquals("", err());
  }

  @Test
  void answersInJson() {
    assertEquals(0, run("t:echo a 'b\"' --json"));
    assertEquals("[\"a\",\"b\\\"\"]\n", out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#id",
        ".a > .b",
        "[x$=\"y\"]",
        "name~2",
        "name^2",
        "@-",
        ":/text",
        "$",
        "|",
        ";",
        "&",
        "*",
        "!",
        "!!",
        "(",
        ")",
        "'",
        "\"",
        "a b",
        "\\",
        "gogo:",
        "${x}",
        "~",
        "%1",
        "`x`",
        "é\ud83d\ude00"
      })
  void everyOperatorReachesTheCommandAsTyped(String word) {
    assertEquals(0, run("t:echo " + org.fxd.graph.api.error.Quoting.quote(word)));
    assertEquals(List.of(List.of(word)), echoed);
  }

  @Test
  void operatorsNeedNoQuotes() {
    assertEquals(0, run("t:echo #id .a > .b name~2 name^2 @- :/text $ | ; & * ! ( ) [x$=y]"));
    assertEquals(
        List.of(
            List.of(
                "#id", ".a", ">", ".b", "name~2", "name^2", "@-", ":/text", "$", "|", ";", "&", "*",
                "!", "(", ")", "[x$=y]")),
        echoed);
  }

  @Test
  void blankLinesDoNothing() {
    assertEquals(0, run("   "));
    assertEquals("", out() + err());
  }

  @Test
  void anUnknownCommandSuggestsTheNearest() {
    assertEquals(2, run("t:ecko"));
    assertEquals("error: There is no command 't:ecko'\n  did you mean t:echo?\n", err());
  }

  @Test
  void aVerbWithoutItsScopeSuggestsTheWhole() {
    assertEquals(2, run("echo x"));
    assertTrue(err().contains("did you mean t:echo?"), err());
  }

  @Test
  void aScopeListsItsCommands() {
    assertEquals(2, run("t:"));
    assertTrue(err().contains("t:conflict, t:deep"), err());
  }

  @Test
  void anOpenQuoteIsAnError() {
    assertEquals(2, run("t:echo 'a"));
    assertTrue(err().contains("a single quote that is not closed"), err());
  }

  @Test
  void exitCodesFollowTheFailure() {
    assertEquals(3, run("t:conflict"));
    assertEquals("error: two\n  resolve\n", err());
    assertEquals(4, run("t:refused"));
    assertEquals(1, run("t:missing"));
    assertTrue(err().contains("There is no file /x"), err());
    assertEquals(2, run("t:refused extra"));
  }

  @Test
  void failuresInJsonAreOneObject() {
    assertEquals(3, run("t:conflict --json"));
    assertEquals("{\"error\":\"two\",\"hint\":\"resolve\",\"code\":3}\n", err());
  }

  @Test
  void aDefectShowsNoInside() {
    assertEquals(1, run("t:defect"));
    assertFalse(err().contains("secret") || err().contains("Exception"), err());
    assertTrue(err().contains("data/log"), err());
    assertEquals(1, run("t:deep"));
  }

  @Test
  void helpIsThereForEveryCommand() {
    assertEquals(0, run("t:echo --help"));
    assertTrue(out().startsWith("t:echo: Echoes.\n\n  t:echo [WORD…]\n"), out());
  }

  @Test
  void aPipeIsReadToItsEnd() {
    InputStream pipe =
        new ByteArrayInputStream("piped".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized byte[] readAllBytes() {
            throw new UncheckedIOException(new IOException("Illegal seek"));
          }
        };
    try (Session session = session(out, pipe)) {
      assertEquals(0, session.run("t:input"), err());
      assertEquals("piped", out.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void withoutAProjectTheHintSaysHowToOpenOne() {
    assertEquals(1, run("t:project"));
    assertEquals(
        "error: No project is open\n  open one with fxd:open FILE, or make one with fxd:init FILE\n",
        err());
  }

  @Test
  void aNamedProjectThatIsNotThereIsNotCreatedByReading(@TempDir Path folder) {
    Path file = folder.resolve("typo.fxd");
    try (Session session = session(out, "")) {
      assertEquals(0, session.project(file));
      assertEquals(1, session.run("t:project"));
      assertTrue(err().contains("There is no project " + file + " yet"), err());
      assertFalse(Files.exists(file));
    }
  }

  @Test
  void exitEndsTheSession() {
    try (Session session = session(out, "")) {
      assertEquals(2, session.run("exit now"));
      assertFalse(session.isEnded());
      assertEquals(7, session.run("exit 7"));
      assertTrue(session.isEnded());
    }
  }

  @Test
  void aScriptStopsAtTheFirstFailure(@TempDir Path folder) throws IOException {
    Path script = folder.resolve("s");
    Files.writeString(
        script, "#!/usr/bin/fxd\n\nt:echo 'a\nb'\n  # no\nt:conflict\nt:echo never\n");
    try (Session session = session(out, "")) {
      assertEquals(3, session.script(script));
    }
    assertEquals(List.of(List.of("a\nb")), echoed);
    assertTrue(err().endsWith("line 6: t:conflict\n"), err());
  }

  @Test
  void aScriptThatIsNotThereFails(@TempDir Path folder) {
    try (Session session = session(out, "")) {
      assertEquals(1, session.script(folder.resolve("none")));
    }
    assertTrue(err().contains("There is no file"), err());
  }

  @Test
  void inputThatIsNoTerminalIsAScript() {
    try (Session session = session(out, "t:echo 1\nexit 5\nt:echo 2\n")) {
      assertEquals(5, session.interactive());
    }
    assertEquals(List.of(List.of("1")), echoed);
    assertEquals("", err());
  }

  @Test
  void aReaderWhoWentEndsItQuietly() {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    try (Session session = session(gone, "")) {
      assertEquals(1, session.run("t:echo x"));
      assertTrue(session.isEnded());
    }
    assertEquals("", err());
  }

  @Test
  void aFullDiskIsSaid() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    try (Session session = session(full, "")) {
      assertEquals(1, session.run("t:echo x"));
      assertFalse(session.isEnded());
    }
    assertTrue(err().contains("No space left on device"), err());
  }

  @Test
  void cancelStopsTheCommand() throws InterruptedException {
    try (Session session = session(out, "")) {
      Thread other =
          new Thread(
              () -> {
                while (err().isEmpty()) {
                  session.cancel();
                  Thread.onSpinWait();
                }
              });
      other.start();
      assertEquals(1, session.run("t:long"));
      other.join();
    }
    assertTrue(err().startsWith("error: Stopped as asked"), err());
  }

  @Test
  void gogoGetsTheRestAsItIs() {
    assertEquals(0, run("gogo: a | 'b"));
    assertEquals(List.of(List.of(" a | 'b")), echoed);
  }

  @Test
  void theHigherRankingCounts() {
    CommandSpec spec = CommandSpec.named("t:echo", "Another").build();
    commands.add(
        Fakes.service(
            Fakes.command(spec, context -> context.answer(null, p -> p.line("other"))),
            10,
            Map.of(Command.NAME, "t:echo")));
    assertEquals(0, run("t:echo"));
    assertEquals("other\n", out());
  }

  @Test
  void aFolderIsNoScript(@TempDir Path folder) {
    assertEquals(2, session(out, "").script(folder));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("it is a folder"));
  }
}
