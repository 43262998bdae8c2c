package org.fxd.history.core.ask;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selector;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.source.api.FileChange;
import org.fxd.source.api.SnippetChange;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;

/**
 * Whether a commit changed a file or snippet that a selector finds, before or after, as opposed to
 * each of its parents.
 */
final class SelectedTouched implements Predicate<Commit> {
  private final CommitTrees trees;
  private final Sources sources;
  private final Selector selector;
  private final Cancellation cancellation;

  SelectedTouched(
      CommitTrees trees, Sources sources, Selector selector, Cancellation cancellation) {
    this.trees = trees;
    this.sources = sources;
    this.selector = selector;
    this.cancellation = cancellation;
  }

  @Override
  public boolean test(Commit commit) {
    Node after = trees.of(commit);
    return trees.before(commit).stream().allMatch(before -> touched(before, after));
  }

  private boolean touched(Node before, Node after) {
    boolean[] found = {false};
    sources.diff(
        before,
        after,
        change -> {
          cancellation.check();
          found[0] = isWanted(before, after, change);
          return !found[0];
        });
    return found[0];
  }

  private boolean isWanted(Node before, Node after, FileChange change) {
    Set<NodeId> then = new HashSet<>();
    Set<NodeId> now = new HashSet<>();
    for (SnippetChange snippet : change.snippets()) {
      snippet.before().ifPresent(was -> then.add(was.entry().id()));
      snippet.after().ifPresent(is -> now.add(is.entry().id()));
    }
    return isWanted(before, change.before(), then) || isWanted(after, change.after(), now);
  }

  private boolean isWanted(Node root, Optional<SourceFile> file, Set<NodeId> changed) {
    return file.flatMap(f -> match(root, f))
        .filter(match -> selector.matches(match) || hasWanted(match, changed))
        .isPresent();
  }

  /** A file where it stands, with its snippets. */
  private Optional<Match> match(Node root, SourceFile file) {
    Optional<Match> at = root.entry(Name.of(Workspace.CODE)).map(e -> Match.below(root, e));
    for (Name name : file.path().names()) {
      at = at.flatMap(m -> m.node().entry(name).map(m::child));
    }
    return at.map(m -> m.as(sources.scanned(m.id(), m.name(), m.entry().node())));
  }

  private boolean hasWanted(Match match, Set<NodeId> changed) {
    if (changed.isEmpty()) {
      return false;
    }
    for (Entry entry : match.node().entries()) {
      Match inner = match.child(entry);
      if (changed.contains(entry.id()) && selector.matches(inner) || hasWanted(inner, changed)) {
        return true;
      }
    }
    return false;
  }
}
