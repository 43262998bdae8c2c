package org.fxd.shell.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxd.graph.api.error.UsageException;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentParserTest {
  private static final CommandSpec SPEC =
      CommandSpec.named("t:copy", "Copies")
          .parameter("FROM", "what", Completion.FILE)
          .optional("TO", "where", Completion.FILE)
          .repeated("MORE", "more", Completion.FILE)
          .option("-m,--message", "TEXT", "why", Completion.NONE)
          .flag("-f,--force", "really")
          .options("-i,--include", "SELECTOR", "also this", Completion.NONE)
          .build();

  private static Arguments parse(String... words) {
    return new ArgumentParser(SPEC).parse(List.of(words));
  }

  private static String failure(String... words) {
    return assertThrows(UsageException.class, () -> parse(words)).getMessage();
  }

  @Test
  void takesParametersOptionsAndFlags() {
    Arguments arguments = parse("a", "-m", "two words", "b", "--force", "c", "d");
    assertEquals(
        Map.of("FROM", List.of("a"), "TO", List.of("b"), "MORE", List.of("c", "d")),
        arguments.parameters());
    assertEquals(Map.of("--message", List.of("two words")), arguments.options());
    assertEquals(Set.of("--force"), arguments.flags());
    assertEquals(List.of("x=y"), parse("a", "--message=x=y").options().get("--message"));
    assertEquals(List.of(""), parse("a", "-m", "").options().get("--message"));
    assertEquals(List.of("--force"), parse("--", "--force").parameters().get("FROM"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "#id",
        ".a > .b",
        "[x$=\"y\"]",
        "name~2",
        "name^2",
        "@-",
        "@file",
        ":/text",
        "$",
        "${sys:user.name}",
        "|",
        ";",
        "&",
        "*",
        "!",
        "(",
        ")",
        "'q'",
        "\"q\"",
        "a,b",
        "a b",
        "\\",
        "-"
      })
  void takesEveryValueAsTyped(String value) {
    assertEquals(List.of(value), parse(value).parameters().get("FROM"));
    assertEquals(List.of(value), parse("a", "b", value).parameters().get("MORE"));
    assertEquals(List.of(value), parse("a", "-m", value).options().get("--message"));
    assertEquals(List.of(value), parse("a", "--message", value).options().get("--message"));
  }

  @Test
  void anOptionMayBeGivenSeveralTimes() {
    List<String> all = List.of("[a=b]", "#c", "x,y");
    assertEquals(
        all, parse("a", "-i", "[a=b]", "--include=#c", "-i", "x,y").options().get("--include"));
    assertTrue(failure("a", "-m", "x", "-m", "y").contains("given twice"));
  }

  @Test
  void aNegativeNumberIsNoOption() {
    assertEquals(List.of("-5"), parse("a", "-5").parameters().get("TO"));
    assertEquals(List.of("-1.5"), parse("a", "-1.5", "-f").parameters().get("TO"));
  }

  @Test
  void anOptionsValueMayLookLikeAnOption() {
    assertEquals(List.of("--force"), parse("a", "-m", "--force").options().get("--message"));
    assertEquals(List.of("-x"), parse("a", "-m", "-x").options().get("--message"));
  }

  @Test
  void everyCommandHasJsonAndHelp() {
    assertEquals(Set.of("--json"), parse("a", "--json").flags());
    assertEquals(Set.of("--help"), parse("--help").flags());
    assertEquals(Set.of("--help"), parse("-h").flags());
  }

  @Test
  void errorsNameTheArgument() {
    assertEquals("t:copy needs FROM: what", failure());
    assertEquals("t:copy: --message needs its TEXT", failure("a", "--message"));
    assertEquals("t:copy has no option '--forse'; did you mean --force?", failure("a", "--forse"));
    assertEquals("t:copy has no option '--zzzzzzz'", failure("a", "--zzzzzzz=1"));
    assertEquals("t:copy: --force is given twice", failure("a", "-f", "--force"));
    CommandSpec none = CommandSpec.named("t:none", "Nothing").build();
    assertEquals(
        "t:none takes no arguments, but was given 'x'",
        assertThrows(UsageException.class, () -> new ArgumentParser(none).parse(List.of("x")))
            .getMessage());
  }
}
