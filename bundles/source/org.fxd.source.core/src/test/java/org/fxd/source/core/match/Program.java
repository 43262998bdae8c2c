package org.fxd.source.core.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxd.testkit.Choices;

/**
 * Two files of functions, some in classes, as a person would change them: who is who is known, so
 * that it can be compared with what is found out from the texts alone. No two functions have a line
 * in common, and each is changed in itself at most once.
 */
final class Program {
  static final List<String> PATHS = List.of("a.py", "b.py");

  /** A function. Its key is who it is, whatever it is called. */
  static final class Function {
    final int key;
    String name;
    String parameters = "self, one";
    List<String> body = new ArrayList<>();
    boolean touched;

    /** The keys of those whose lines it holds besides its own. */
    final List<Integer> merged = new ArrayList<>();

    /** The key of what it was part of; -1 if it was not. */
    int splitFrom = -1;

    Function(int key) {
      this.key = key;
      this.name = "f" + key;
    }

    String text(String indent, String step) {
      StringBuilder text = new StringBuilder(indent).append("def ").append(name);
      text.append('(').append(parameters).append("):\n");
      body.forEach(line -> text.append(indent).append(step).append(line).append('\n'));
      return text.toString();
    }
  }

  /** A class, or the outermost level of a file. */
  static final class Group {
    final String name;
    final String path;
    final List<Function> functions = new ArrayList<>();

    Group(String name, String path) {
      this.name = name;
      this.path = path;
    }

    String address(Function function) {
      return path + "#" + (name.isEmpty() ? "" : name + ".") + function.name;
    }
  }

  final List<Group> groups = new ArrayList<>();
  private final Choices choices;
  private String step = "  ";
  private String between = "\n";
  private int keys;

  Program(Choices choices) {
    this.choices = choices;
    for (String path : PATHS) {
      groups.add(new Group("", path));
      for (int left = choices.below(3); left > 0; left--) {
        groups.add(new Group("C" + groups.size(), path));
      }
    }
    for (Group group : groups) {
      for (int left = choices.between(1, 4); left > 0; left--) {
        group.functions.add(function(choices.between(6, 12)));
      }
    }
  }

  private Function function(int lines) {
    Function function = new Function(keys++);
    for (int i = 0; i < lines; i++) {
      function.body.add(line(function.key, i));
    }
    return function;
  }

  private static String line(int key, int i) {
    return "value"
        + key
        + "x"
        + i
        + " = call"
        + key
        + "y"
        + i
        + "(one, number"
        + key
        + "z"
        + i
        + ")";
  }

  /** The text of each file, by its path. */
  Map<String, String> texts() {
    Map<String, StringBuilder> texts = new LinkedHashMap<>();
    for (Group group : groups) {
      StringBuilder text =
          texts.computeIfAbsent(group.path, path -> new StringBuilder("import x\n\n"));
      if (!group.name.isEmpty()) {
        text.append("class ").append(group.name).append(":\n").append(step);
        text.append("field").append(group.name).append(" = 1\n").append(between);
      }
      for (Function function : group.functions) {
        text.append(function.text(group.name.isEmpty() ? "" : step, step)).append(between);
      }
    }
    Map<String, String> all = new LinkedHashMap<>();
    texts.forEach((path, text) -> all.put(path, text.toString()));
    return all;
  }

  /** Where each function stands, by its key. */
  Map<Integer, String> addresses() {
    Map<Integer, String> addresses = new LinkedHashMap<>();
    groups.forEach(group -> group.functions.forEach(f -> addresses.put(f.key, group.address(f))));
    return addresses;
  }

  /** Every function, by its key. */
  Map<Integer, Function> functions() {
    Map<Integer, Function> functions = new LinkedHashMap<>();
    groups.forEach(group -> group.functions.forEach(f -> functions.put(f.key, f)));
    return functions;
  }

  /** Changes something. */
  void change() {
    Group group = choices.pick(groups);
    if (group.functions.isEmpty()) {
      return;
    }
    int at = choices.below(group.functions.size());
    Function function = group.functions.get(at);
    switch (choices.below(10)) {
      case 0 -> edit(function);
      case 1 -> rename(function);
      case 2 ->
          group.functions.add(choices.below(group.functions.size()), group.functions.remove(at));
      case 3 -> move(group, function);
      case 4 -> remove(group, function);
      case 5 -> add(group, at);
      case 6 -> split(group, at, function);
      case 7 -> merge(group, function);
      case 8 -> step = "    ";
      default -> between = "\n\n\n";
    }
  }

  private void edit(Function function) {
    if (take(function)) {
      function.body.set(choices.below(function.body.size()), "edited" + function.key + "()");
    }
  }

  private void rename(Function function) {
    if (take(function)) {
      function.name = "renamed" + function.key;
    }
  }

  private void move(Group group, Function function) {
    // One that was changed in itself and moved at once is left to other laws.
    if (take(function)) {
      group.functions.remove(function);
      choices.pick(groups).functions.add(function);
    }
  }

  private void remove(Group group, Function function) {
    if (take(function)) {
      group.functions.remove(function);
    }
  }

  private void add(Group group, int at) {
    Function added = function(choices.between(6, 12));
    added.touched = true;
    group.functions.add(at, added);
  }

  private void split(Group group, int at, Function function) {
    if (function.body.size() >= 8 && take(function)) {
      Function part = new Function(keys++);
      part.touched = true;
      part.splitFrom = function.key;
      int from = choices.between(3, function.body.size() - 4);
      List<String> tail = function.body.subList(from, function.body.size());
      part.body.addAll(tail);
      tail.clear();
      function.body.add("return " + part.name + "(one)");
      group.functions.add(at + choices.below(2), part);
    }
  }

  private void merge(Group group, Function function) {
    Function other = choices.pick(group.functions);
    if (other != function && !other.touched && take(function)) {
      other.touched = true;
      function.body.addAll(other.body);
      function.merged.add(other.key);
      group.functions.remove(other);
    }
  }

  /** Whether the function was not changed in itself before. */
  private static boolean take(Function function) {
    boolean free = !function.touched;
    function.touched = true;
    return free;
  }
}
