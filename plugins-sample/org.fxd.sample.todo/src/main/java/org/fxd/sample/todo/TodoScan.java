package org.fxd.sample.todo;

import java.util.List;
import java.util.function.BiConsumer;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;

/** Finds the to-dos of files and of whole projects. */
final class TodoScan {
  private final Sources sources;

  TodoScan(Sources sources) {
    this.sources = sources;
  }

  /** The to-dos of a file; none if it is a link. */
  List<Todo> todos(SourceFile file) {
    Node node = file.entry().node();
    return node.kind().equals(Kind.FILE) ? TodoParser.parse(sources.render(node)) : List.of();
  }

  /**
   * Finds all to-dos below a root.
   *
   * @param found told of each, in the order of paths, with the address of the innermost snippet it
   *     stands in, or of its file if it is in none
   */
  void all(Node root, Cancellation cancellation, BiConsumer<String, Todo> found) {
    for (SourceFile file : sources.files(root)) {
      cancellation.check();
      List<Todo> todos = todos(file);
      // Snippets are asked for only where there is something to find: scanning is the costly part.
      List<Snippet> snippets = todos.isEmpty() ? List.of() : sources.snippets(file);
      todos.forEach(todo -> found.accept(address(file, snippets, todo), todo));
    }
  }

  private static String address(SourceFile file, List<Snippet> snippets, Todo todo) {
    // Outer snippets come before inner ones, so the last that fits is the innermost.
    return snippets.stream()
        .filter(s -> s.firstLine() <= todo.line() && todo.line() <= s.lastLine())
        .reduce((outer, inner) -> inner)
        .map(Snippet::address)
        .orElse(file.path().toString());
  }
}
