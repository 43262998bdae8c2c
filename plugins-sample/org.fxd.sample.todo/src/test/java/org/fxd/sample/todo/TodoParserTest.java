package org.fxd.sample.todo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TodoParserTest {
  private static List<Todo> parse(String text) {
    return TodoParser.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// TODO mend it",
        "int x; // TODO: mend it",
        "/* TODO mend it */",
        " * TODO(ada): mend it",
        "# TODO mend it",
        "-- TODO mend it",
        "<!-- TODO mend it -->",
        "; TODO mend it",
      })
  void aCommentOfAnyLanguage(String line) {
    assertEquals(List.of(new Todo("TODO", "mend it", 1)), parse(line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"int TODO = 1", "// TODOS", "// todo", "", "a XXXL shirt"})
  void notEveryWordIsOne(String line) {
    assertEquals(List.of(), parse(line));
  }

  @Test
  void linesAreCountedFromOne() {
    assertEquals(
        List.of(new Todo("FIXME", "a", 2), new Todo("XXX", "", 4)),
        parse("x\n// FIXME a\r\n\n# XXX\n"));
  }

  @Test
  void whatIsNotTextHasNone() {
    assertEquals(List.of(), TodoParser.parse(new byte[] {'#', ' ', 'X', 'X', 'X', 0}));
  }
}
