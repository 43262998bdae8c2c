package org.fxd.history.core.ask;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.TreeChange;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ask.Log;
import org.fxd.history.api.ask.LogQuery;
import org.fxd.history.api.ask.NodeEvent;
import org.fxd.history.core.CommitLog;
import org.fxd.history.core.Commits;
import org.fxd.history.core.StoredCommit;
import org.fxd.source.api.Sources;

/** Finds commits of one open project. */
public final class ProjectLog implements Log {
  private final Workspace workspace;
  private final Commits commits;
  private final Finder finder;
  private final Sources sources;

  /** Asks a project. */
  public ProjectLog(Workspace workspace, Commits commits, Finder finder, Sources sources) {
    this.workspace = workspace;
    this.commits = commits;
    this.finder = finder;
    this.sources = sources;
  }

  @Override
  public Iterable<Commit> find(LogQuery query, Cancellation cancellation) {
    commits.get(query.from());
    return () -> walk(query, sight(query), cancellation).iterator();
  }

  /** What is followed: a node rather than paths. */
  private Optional<Sight> sight(LogQuery query) {
    return query
        .node()
        .<Sight>map(id -> new NodeSight(workspace, finder, id))
        .or(() -> paths(query));
  }

  private Optional<Sight> paths(LogQuery query) {
    return query.paths().isEmpty()
        ? Optional.empty()
        : Optional.of(new PathSight(workspace, finder, query.paths()));
  }

  private Stream<Commit> walk(LogQuery query, Optional<Sight> sight, Cancellation cancellation) {
    CommitLog.Following line = line(query);
    Optional<Simplified> simplified = sight.map(seen -> new Simplified(seen, line, cancellation));
    CommitLog log =
        new CommitLog(
            commits,
            query.from(),
            query.without(),
            simplified.<CommitLog.Following>map(Function.identity()).orElse(line));
    return StreamSupport.stream(log.spliterator(), false)
        .peek(commit -> cancellation.check())
        // First, as it has to be told of each commit.
        .filter(commit -> simplified.map(one -> one.touches(commit.id())).orElse(true))
        .filter(said(query))
        .filter(did(query, cancellation));
  }

  private CommitLog.Following line(LogQuery query) {
    if (query.line() == LogQuery.Line.ALL) {
      return commit -> commits.parents(commit).values();
    }
    return commit -> {
      Iterator<StoredCommit> parents = commits.parents(commit).values().iterator();
      return parents.hasNext() ? List.of(parents.next()) : List.of();
    };
  }

  /** What is known from the commit alone. */
  private static Predicate<Commit> said(LogQuery query) {
    return commit ->
        merges(query.merges(), commit)
            && query
                .since()
                .map(time -> !commit.committed().toInstant().isBefore(time))
                .orElse(true)
            && query.until().map(time -> !commit.committed().toInstant().isAfter(time)).orElse(true)
            && query
                .author()
                .map(pattern -> pattern.matcher(commit.author().toString()).find())
                .orElse(true)
            && query
                .message()
                .map(pattern -> pattern.matcher(commit.message()).find())
                .orElse(true);
  }

  private static boolean merges(LogQuery.Merges wanted, Commit commit) {
    boolean merge = commit.parents().size() > 1;
    return switch (wanted) {
      case ALSO -> true;
      case ONLY -> merge;
      case NOT -> !merge;
    };
  }

  /** What has to be looked for in the trees. */
  private Predicate<Commit> did(LogQuery query, Cancellation cancellation) {
    CommitTrees trees = new CommitTrees(workspace, commits);
    Optional<Sight> paths = query.node().isPresent() ? paths(query) : Optional.empty();
    Optional<Predicate<Commit>> text =
        query.text().map(wanted -> new TextTouched(trees, sources, wanted, cancellation));
    Optional<Predicate<Commit>> selected =
        query.selector().map(wanted -> new SelectedTouched(trees, sources, wanted, cancellation));
    return commit ->
        text.map(one -> one.test(commit)).orElse(true)
            && selected.map(one -> one.test(commit)).orElse(true)
            && paths.map(seen -> touches(seen, commit)).orElse(true);
  }

  private boolean touches(Sight sight, Commit commit) {
    return commit.parents().isEmpty()
        ? sight.isIn(commit)
        : commits.get(commit.parents()).values().stream()
            .noneMatch(parent -> sight.same(commit, parent.commit()));
  }

  @Override
  public Iterable<NodeEvent> of(NodeId id, LogQuery query, Cancellation cancellation) {
    commits.get(query.from());
    return () -> {
      NodeSight sight = new NodeSight(workspace, finder, id);
      return walk(query, Optional.of(sight), cancellation)
          .map(commit -> event(sight, commit, query))
          .iterator();
    };
  }

  private NodeEvent event(NodeSight sight, Commit commit, LogQuery query) {
    Optional<Match> after = sight.in(commit);
    Optional<Match> before = Optional.empty();
    StoredCommit stored = commits.get(commit.id());
    Collection<StoredCommit> parents = line(query).parents(stored);
    for (StoredCommit parent : parents) {
      before = before.or(() -> sight.in(commit, parent.commit()));
    }
    Set<TreeChange.Kind> kinds = NodeSight.kinds(before, after);
    return new NodeEvent(commit, kinds, before, after);
  }
}
