package org.fxd.history.core.ask;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ask.LogQuery;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;

/** Whether a text came or went in some file with a commit, as opposed to each of its parents. */
final class TextTouched implements Predicate<Commit> {
  private final CommitTrees trees;
  private final Sources sources;
  private final LogQuery.TextChange wanted;
  private final Cancellation cancellation;

  TextTouched(
      CommitTrees trees, Sources sources, LogQuery.TextChange wanted, Cancellation cancellation) {
    this.trees = trees;
    this.sources = sources;
    this.wanted = wanted;
    this.cancellation = cancellation;
  }

  @Override
  public boolean test(Commit commit) {
    Node after = trees.of(commit);
    return trees.before(commit).stream().allMatch(before -> touched(before, after));
  }

  private boolean touched(Node before, Node after) {
    boolean[] found = {false};
    sources.diffFiles(
        before,
        after,
        change -> {
          cancellation.check();
          found[0] = isWanted(count(change.after()) - count(change.before()));
          return !found[0];
        });
    return found[0];
  }

  private boolean isWanted(int more) {
    return switch (wanted.how()) {
      case ADDED -> more > 0;
      case REMOVED -> more < 0;
      case EITHER -> more != 0;
    };
  }

  private int count(Optional<SourceFile> file) {
    if (file.isEmpty() || !file.get().entry().node().kind().equals(Kind.FILE)) {
      return 0;
    }
    String text = new String(sources.render(file.get().entry().node()), StandardCharsets.UTF_8);
    int count = 0;
    for (int at = text.indexOf(wanted.text()); at >= 0; at = text.indexOf(wanted.text(), at + 1)) {
      count++;
    }
    return count;
  }
}
