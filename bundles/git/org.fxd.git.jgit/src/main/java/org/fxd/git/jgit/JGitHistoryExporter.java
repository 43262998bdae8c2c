package org.fxd.git.jgit;

import java.nio.file.Path;
import java.util.Map;
import org.fxd.git.api.GitTopics;
import org.fxd.git.api.history.ExportOptions;
import org.fxd.git.api.history.ExportReport;
import org.fxd.git.api.history.HistoryExporter;
import org.fxd.git.jgit.export.ExportedProject;
import org.fxd.git.jgit.export.HistoryExport;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.History;
import org.fxd.merge.api.Conflicts;
import org.fxd.source.api.Sources;
import org.fxd.store.api.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Exports projects' histories. */
@Component
public final class JGitHistoryExporter implements HistoryExporter {
  private final Sources sources;
  private final Configurations configurations;
  private final GitEvents events;
  private final PerProject<History> histories = new PerProject<>();
  private final PerProject<Store> stores = new PerProject<>();
  private final PerProject<Conflicts> conflicts = new PerProject<>();

  /** Called by the container. */
  @Activate
  public JGitHistoryExporter(
      @Reference Sources sources,
      @Reference Configurations configurations,
      @Reference GitEvents events) {
    this.sources = sources;
    this.configurations = configurations;
    this.events = events;
  }

  JGitHistoryExporter(Sources sources, Environment environment) {
    this(sources, new Configurations(environment), new GitEvents());
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addHistory(History history, Map<String, Object> properties) {
    histories.add(history, properties);
  }

  void removeHistory(History history, Map<String, Object> properties) {
    histories.remove(history, properties);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addStore(Store store, Map<String, Object> properties) {
    stores.add(store, properties);
  }

  void removeStore(Store store, Map<String, Object> properties) {
    stores.remove(store, properties);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addConflicts(Conflicts open, Map<String, Object> properties) {
    conflicts.add(open, properties);
  }

  void removeConflicts(Conflicts open, Map<String, Object> properties) {
    conflicts.remove(open, properties);
  }

  @Override
  public ExportReport export(
      Workspace workspace,
      Path repository,
      ExportOptions options,
      Origin origin,
      Progress progress,
      Cancellation cancellation) {
    ExportedProject project =
        new ExportedProject(
            workspace,
            histories.of(workspace),
            stores.of(workspace),
            sources,
            conflicts.find(workspace));
    configurations.get().keepPacks();
    ExportReport report =
        new HistoryExport(project, options, progress, cancellation).run(repository);
    events.post(GitTopics.EXPORTED, workspace, repository, report.commits(), origin);
    return report;
  }
}
