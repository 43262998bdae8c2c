package org.fxd.graph.core.group;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selector;
import org.fxd.graph.api.select.SelectorException;
import org.fxd.graph.api.select.Selectors;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;

/**
 * What the selectors of a group say.
 *
 * @param include finds what any of the include selectors does; a list of all of them, so that the
 *     nodes come once and in the order of the tree
 * @param exclude finds what any of the exclude selectors does; empty if there are none
 * @param both finds what is included and not excluded
 */
record Selected(Selector include, Optional<Selector> exclude, Selector both) {
  /**
   * What the selectors of a group say; empty if it includes nothing.
   *
   * @throws SelectorException if one of them is none
   */
  static Optional<Selected> of(Selectors selectors, Group group) {
    // Each by itself, so that an error's column is that in the text that it is in.
    String includes = list(selectors, group.includes());
    String excludes = list(selectors, group.excludes());
    if (includes.isEmpty()) {
      return Optional.empty();
    }
    Selector include = selectors.compile(includes);
    return Optional.of(
        excludes.isEmpty()
            ? new Selected(include, Optional.empty(), include)
            : new Selected(
                include,
                Optional.of(selectors.compile(excludes)),
                selectors.compile(":is(" + includes + "):not(" + excludes + ")")));
  }

  private static String list(Selectors selectors, List<String> texts) {
    return texts.stream()
        .map(text -> selectors.compile(text).text())
        .collect(Collectors.joining(", "));
  }

  /** Tells the nodes that are selected in a root and pass a test, in the order of the tree. */
  void in(Finder finder, Node root, Predicate<Match> test, Consumer<Match> found) {
    finder.select(
        root,
        include,
        Progress.NONE,
        Cancellation.none(),
        match -> {
          if (test.test(match) && exclude.map(selector -> !selector.matches(match)).orElse(true)) {
            found.accept(match);
          }
          return true;
        });
  }
}
