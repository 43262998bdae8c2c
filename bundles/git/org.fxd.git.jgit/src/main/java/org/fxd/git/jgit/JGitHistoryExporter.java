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
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Exports projects' histories. */
@Component
public final class JGitHistoryExporter implements HistoryExporter {
  private final Sources sources;
  private final Environment environment;
  private final PerProject<History> histories = new PerProject<>();
  private final PerProject<Store> stores = new PerProject<>();
  private final PerProject<Conflicts> conflicts = new PerProject<>();
  private Configuration configuration;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile EventAdmin events;

  /** Called by the container. */
  @Activate
  public JGitHistoryExporter(@Reference Sources sources) {
    this(sources, Environment.ofProcess());
  }

  JGitHistoryExporter(Sources sources, Environment environment) {
    this.sources = sources;
    this.environment = environment;
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
    configure();
    ExportReport report =
        new HistoryExport(project, options, progress, cancellation).run(repository);
    post(workspace, repository, report, origin);
    return report;
  }

  /** What JGit sees of the system is set once, when it is first needed. */
  private synchronized void configure() {
    if (configuration == null) {
      configuration = new Configuration(environment);
    }
  }

  private void post(Workspace workspace, Path repository, ExportReport report, Origin origin) {
    EventAdmin admin = events;
    if (admin != null) {
      Map<String, String> properties =
          Map.of(
              GitTopics.PROJECT, workspace.project(),
              GitTopics.REPOSITORY, repository.toString(),
              GitTopics.COMMITS, Long.toString(report.commits()),
              GitTopics.PRINCIPAL, origin.principal());
      admin.postEvent(new Event(GitTopics.EXPORTED, properties));
    }
  }
}
