package org.fxd.shell.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.Fakes;
import org.fxd.shell.api.Session;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptTest {
  private static final CommandSpec ECHO =
      CommandSpec.named("t:echo", "Echoes")
          .parameter("FILE", "a file", Completion.FILE)
          .option("--in", "DIR", "where", Completion.FOLDER)
          .flag("--loud", "shouts")
          .build();

  private final List<String> lines = new ArrayList<>();
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final Suggestions suggestions =
      new Suggestions(Fakes.commands(Fakes.command(ECHO, context -> {})));

  private static final class Nowhere implements Whereabouts {
    @Override
    public Optional<Workspace> workspace() {
      return Optional.empty();
    }

    @Override
    public <T> Optional<T> service(Class<T> type) {
      return Optional.empty();
    }
  }

  private final class Recording implements Session {
    private boolean ended;

    @Override
    public int project(Path file, WhenHeld whenHeld) {
      return 0;
    }

    @Override
    public int run(String line) {
      lines.add(line);
      ended = line.startsWith("exit");
      return ended ? 7 : 0;
    }

    @Override
    public int script(String name, InputStream script) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int script(Path file) {
      return 0;
    }

    @Override
    public int interactive() {
      return 0;
    }

    @Override
    public boolean isEnded() {
      return ended;
    }

    @Override
    public void cancel() {}

    @Override
    public void close() {}
  }

  private int type(String keys, Path directory) throws IOException {
    try (Terminal terminal =
        new DumbTerminal(
            "test",
            "ansi",
            new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
            screen,
            StandardCharsets.UTF_8)) {
      return new Prompt(
              new Recording(), new Nowhere(), suggestions, directory, Optional.of(directory), true)
          .run(terminal);
    }
  }

  @Test
  void linesArriveAsTyped(@TempDir Path folder) throws IOException {
    String line =
        "t:echo #id .a > .b '[x$=\"y\"]' name~2 name^2 @- :/text $ | ; & * ! !! ( ) \"a  b\"";
    assertEquals(0, type(line + "\r", folder));
    assertEquals(List.of(line), lines);
  }

  @Test
  void aQuotationGoesOnOverLines(@TempDir Path folder) throws IOException {
    assertEquals(7, type("t:echo 'a\rb'\rexit 7\rt:echo never\r", folder));
    assertEquals(List.of("t:echo 'a\nb'", "exit 7"), lines);
  }

  @Test
  void theHistoryIsKept(@TempDir Path folder) throws IOException {
    assertEquals(0, type("t:echo one\r", folder));
    assertTrue(Files.readString(folder.resolve("history")).contains("t:echo one"));
  }

  private List<String> complete(Path folder, String typed, String... words) {
    return suggestions.of(List.of(words), typed, new Nowhere(), folder).stream()
        .map(Suggestion::value)
        .toList();
  }

  @Test
  void completesCommandsOptionsAndFiles(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("sub/inner"));
    Files.writeString(folder.resolve("a file"), "");
    assertEquals(List.of("t:echo", "help", "exit"), complete(folder, ""));
    assertEquals(
        List.of("--in", "--loud", "--json", "--help"), complete(folder, "--", "t:echo", "x"));
    assertEquals(List.of("a file"), complete(folder, "a", "t:echo"));
    assertEquals(List.of("sub/"), complete(folder, "", "t:echo", "x", "--in"));
    assertEquals(List.of("sub/inner/"), complete(folder, "sub/", "t:echo", "--loud"));
    assertEquals(List.of(), complete(folder, "", "t:echo", "x"));
    assertEquals(List.of("t:echo"), complete(folder, "", "help"));
    assertEquals(List.of(), complete(folder, "", "unknown"));
  }

  @Test
  void whatStandsBesideAnOpenProjectIsNotOffered(@TempDir Path folder) throws IOException {
    // Bug: Tab after "fxd:open x" offered the lock and SQLite's log, too.
    for (String ending :
        List.of("", "-wal", "-shm", "-journal", ".lock", ".holder", ".new", ".new-journal")) {
      Files.writeString(folder.resolve("x.fxd" + ending), "");
    }
    Files.writeString(folder.resolve("x.lock"), "");
    assertEquals(
        List.of("x.fxd", "x.lock"), complete(folder, "x", "t:echo").stream().sorted().toList());
    assertEquals(List.of(), complete(folder, "x.fxd.l", "t:echo"));
  }

  @Test
  void aCompletedWordIsQuotedWhereItMustBe() {
    PromptLine line = PromptLine.at("t:echo 'a f", 11);
    assertEquals("a f", line.word());
    assertEquals(1, line.wordIndex());
    assertEquals(4, line.rawWordLength());
    assertEquals("'a file'", line.escape("a file", true));
    assertEquals("'a dir/", line.escape("a dir/", false));
    assertEquals("plain", line.escape("plain", true));
  }

  @Test
  void knowsItsCommands() {
    assertTrue(suggestions.isCommand("help"));
    assertTrue(suggestions.isCommand("t:echo"));
    assertFalse(suggestions.isCommand("t:ech"));
  }
}
