package org.fxd.shell.project;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selector;
import org.fxd.plugin.api.command.CommandContext;

/** Nodes that are told one after the other, and never all held. */
public interface Found {
  /** Tells of each; returns how many there were. */
  long each(Consumer<Match> visitor);

  /** Those of a list. */
  static Found of(List<Match> matches) {
    return visitor -> {
      matches.forEach(visitor);
      return matches.size();
    };
  }

  /**
   * Those that a selector finds in a root of the project.
   *
   * @param limit how many at most
   */
  static Found by(CommandContext context, Node root, Selector selector, long limit) {
    return visitor -> {
      long[] count = {0};
      Predicate<Match> counting =
          match -> {
            if (count[0] == 0) {
              context.bytes(); // The answer begins: what is drawn of the progress goes.
            }
            count[0]++;
            visitor.accept(match);
            return count[0] < limit;
          };
      if (limit > 0) {
        context
            .service(Finder.class)
            .select(root, selector, context.progress(), context.cancellation(), counting);
      }
      return count[0];
    };
  }
}
