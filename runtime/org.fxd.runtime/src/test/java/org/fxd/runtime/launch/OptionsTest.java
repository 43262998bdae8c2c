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
import picocli.CommandLine.ParameterException;

class OptionsTest {
  @Test
  void commandsAndScriptsKeepTheirOrder() {
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
  void commandsArriveAsTyped(String command) {
    assertEquals(List.of(new Step(false, command)), Options.parse("-c", command).steps());
  }

  @Test
  void foldersAndTheDemonstration() {
    Options options = Options.parse("--data", "d d", "--plugins=p", "demo");
    assertEquals(Optional.of(Path.of("d d")), options.data());
    assertEquals(Optional.of(Path.of("p")), options.plugins());
    assertTrue(options.demo());
    assertFalse(Options.parse().demo());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-c", "-f", "-p", "--data", "--plugins", "--nothing", "status"})
  void whatDoesNotFitIsRefused(String argument) {
    String message =
        assertThrows(ParameterException.class, () -> Options.parse(argument)).getMessage();
    assertTrue(message.contains(argument.replaceFirst("^-p$", "--project")), message);
  }

  @Test
  void helpNamesEverything() {
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
