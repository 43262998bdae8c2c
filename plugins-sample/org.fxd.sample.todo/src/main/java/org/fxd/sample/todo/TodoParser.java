package org.fxd.sample.todo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds to-dos in a text of any language, by the marks that comments begin with in most. */
final class TodoParser {
  /** The words that mark a to-do, as the first word of a comment or after its author's. */
  static final List<String> WORDS = List.of("TODO", "FIXME", "XXX");

  private static final Pattern TODO =
      Pattern.compile(
          "(?://|/\\*|^\\s*\\*|#|--|<!--|;|\"\"\")[^\\n]*?\\b(TODO|FIXME|XXX)\\b"
              + "(?:\\([^)]*\\))?:?\\s*(.*?)\\s*(?:\\*/|-->|\"\"\")?\\s*$");

  private TodoParser() {}

  /** The to-dos of a file, in order; none if it is not text. */
  static List<Todo> parse(byte[] file) {
    for (byte b : file) {
      if (b == 0) {
        return List.of();
      }
    }
    List<Todo> found = new ArrayList<>();
    int number = 0;
    for (String line :
        (Iterable<String>) new String(file, StandardCharsets.UTF_8).lines()::iterator) {
      number++;
      if (mayHold(line)) {
        Matcher todo = TODO.matcher(line);
        if (todo.find()) {
          found.add(new Todo(todo.group(1), todo.group(2), number));
        }
      }
    }
    return found;
  }

  private static boolean mayHold(String line) {
    return WORDS.stream().anyMatch(line::contains);
  }
}
