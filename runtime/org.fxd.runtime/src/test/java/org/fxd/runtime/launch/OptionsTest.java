package org.fxd.runtime.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fxd.runtime.launch.Options.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void commandsAndScriptsKeepTheirOrder() throws OptionsException {
    Options options =
        Options.parse("-c", "a b", "-f", "one.fxs", "-p", "x.fxd", "-c", "c", "-f", "-");
    assertEquals(
        List.of(
            new Step(false, "a b"),
            new Step(true, "one.fxs"),
            new Step(false, "c"),
            new Step(true, "-")),
        options.steps());
    assertEquals(Optional.of(Path.of("x.fxd")), options.project());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@file",
        "-p",
        "--help",
        "a # b > c",
        "'q' \"r\" $x `y` ${z}",
        "\"whole\"",
        "",
        " ",
        "node:ls 'src/A.java#A.b'",
        "x=y",
        "日本語",
        "a\nb",
        "%s%n",
        "\\"
      })
  void commandsArriveAsTyped(String command) throws OptionsException {
    assertEquals(List.of(new Step(false, command)), Options.parse("-c", command).steps());
  }

  @Test
  void foldersAndTheDemonstration() throws OptionsException {
    Options options = Options.parse("--data", "d d", "--plugins=p", "demo");
    assertEquals(Optional.of(Path.of("d d")), options.data());
    assertEquals(Optional.of(Path.of("x.fxd")), Options.parse("-px.fxd").project());
    assertEquals(Optional.of(Path.of("x.fxd")), Options.parse("-p=x.fxd").project());
    assertEquals(List.of(new Step(false, "fxd:log")), Options.parse("-cfxd:log").steps());
    assertEquals(Optional.of(Path.of("p")), options.plugins());
    assertTrue(options.demo());
    assertFalse(Options.parse().demo());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-c", "-f", "-p", "--data", "--plugins", "--nothing", "-x", "-", "--", "status"})
  void whatDoesNotFitIsRefused(String argument) {
    String message =
        assertThrows(OptionsException.class, () -> Options.parse(argument)).getMessage();
    assertTrue(message.contains(argument.replaceFirst("^-p$", "--project")), message);
  }

  @Test
  void aFileIsNamedOnce() {
    String message =
        assertThrows(OptionsException.class, () -> Options.parse("-p", "a.fxd", "-pb.fxd"))
            .getMessage();
    assertEquals("--project is given twice: a.fxd and b.fxd", message);
  }

  @Test
  void helpNamesEverything() throws OptionsException {
    assertTrue(Options.parse("--help").help());
    assertTrue(Options.parse("-V").version());
    String usage = Options.usage();
    for (String part :
        List.of(
            "-p",
            "--data",
            "--plugins",
            "-c",
            "-f",
            "--help",
            "--version",
            "demo",
            "Exit codes",
            DataFolder.usual().toString())) {
      assertTrue(usage.contains(part), part + " in\n" + usage);
    }
  }
}
