package org.fxd.merge.core;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.History;
import org.fxd.merge.api.Conflicts;
import org.fxd.merge.api.Merges;
import org.fxd.merge.api.TextMerge;
import org.fxd.source.api.Sources;

/** The services of one open project, wired together. */
record ProjectMergeServices(Merges merges, Conflicts conflicts) {
  /**
   * Wires them.
   *
   * @param rungs what texts are merged by before lines; asked each time
   * @param events told of each merge
   */
  ProjectMergeServices(
      Workspace workspace,
      History history,
      Nodes nodes,
      Sources sources,
      Supplier<List<TextMerge>> rungs,
      Consumer<Map<String, String>> events) {
    this(
        merges(workspace, history, nodes, sources, new Ladder(rungs), events),
        new ProjectConflicts(
            workspace, nodes, new Resolving(workspace, new FieldEdits(sources), new Lines())));
  }

  private static Merges merges(
      Workspace workspace,
      History history,
      Nodes nodes,
      Sources sources,
      Ladder ladder,
      Consumer<Map<String, String>> events) {
    return new ProjectMerges(
        workspace,
        history,
        new TreeMerge(nodes, sources, ladder),
        new Following(nodes, new CommonForm(nodes, sources, ladder)),
        events);
  }
}
