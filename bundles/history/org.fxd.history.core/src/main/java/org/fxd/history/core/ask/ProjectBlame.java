package org.fxd.history.core.ask;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ask.Blame;
import org.fxd.history.api.ask.BlamedLine;
import org.fxd.history.core.Commits;
import org.fxd.source.api.Sources;

/** Says where lines come from in one open project. */
public final class ProjectBlame implements Blame {
  private final Workspace workspace;
  private final Commits commits;
  private final Finder finder;
  private final Sources sources;

  /** Asks a project. */
  public ProjectBlame(Workspace workspace, Commits commits, Finder finder, Sources sources) {
    this.workspace = workspace;
    this.commits = commits;
    this.finder = finder;
    this.sources = sources;
  }

  @Override
  public List<BlamedLine> lines(
      Commit at, NodeId id, Progress progress, Cancellation cancellation) {
    NodeSight sight = new NodeSight(workspace, finder, id);
    Match match = sight.in(at).orElseThrow(() -> missing(id));
    LineTrace trace = new LineTrace(commits, sight, sources, match, progress, cancellation);
    trace.from(at);
    return trace.lines();
  }

  @Override
  public List<BlamedLine> lines(NodeId id, Progress progress, Cancellation cancellation) {
    State state = workspace.state();
    NodeSight sight = new NodeSight(workspace, finder, id);
    Match match = finder.find(state.root(), id).orElseThrow(() -> missing(id));
    LineTrace trace = new LineTrace(commits, sight, sources, match, progress, cancellation);
    Optional<Hash> head = state.resolve(State.HEAD);
    head.map(commits::get).ifPresent(stored -> trace.fromWork(stored.commit()));
    return trace.lines();
  }

  private static NotFoundException missing(NodeId id) {
    return new NotFoundException(
        "There is no node #" + id.brief() + " in that tree.",
        "It may have come later or be gone: fxd:history tells.");
  }
}
