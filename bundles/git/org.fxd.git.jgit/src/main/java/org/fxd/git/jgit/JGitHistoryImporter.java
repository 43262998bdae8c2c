package org.fxd.git.jgit;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.lib.Repository;
import org.fxd.git.api.GitTopics;
import org.fxd.git.api.history.GitSource;
import org.fxd.git.api.history.HistoryImporter;
import org.fxd.git.api.history.HistoryOptions;
import org.fxd.git.api.history.HistoryReport;
import org.fxd.git.jgit.intake.HistoryIntake;
import org.fxd.git.jgit.intake.ImportingProject;
import org.fxd.git.jgit.map.StoredGitMap;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.History;
import org.fxd.history.api.intake.Intakes;
import org.fxd.history.api.ref.Checkouts;
import org.fxd.source.api.Sources;
import org.fxd.store.api.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Takes in repositories that JGit reads. */
@Component
public final class JGitHistoryImporter implements HistoryImporter {
  private final Nodes nodes;
  private final Sources sources;
  private final Configurations configurations;
  private final GitEvents events;
  private final PerProject<History> histories = new PerProject<>();
  private final PerProject<Checkouts> checkouts = new PerProject<>();
  private final PerProject<Intakes> intakes = new PerProject<>();
  private final PerProject<Store> stores = new PerProject<>();

  /** Called by the container. */
  @Activate
  public JGitHistoryImporter(
      @Reference Nodes nodes,
      @Reference Sources sources,
      @Reference Configurations configurations,
      @Reference GitEvents events) {
    this.nodes = nodes;
    this.sources = sources;
    this.configurations = configurations;
    this.events = events;
  }

  JGitHistoryImporter(Nodes nodes, Sources sources, Environment environment) {
    this(nodes, sources, new Configurations(environment), new GitEvents());
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addHistory(History history, Map<String, Object> properties) {
    histories.add(history, properties);
  }

  void removeHistory(History history, Map<String, Object> properties) {
    histories.remove(history, properties);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addCheckouts(Checkouts its, Map<String, Object> properties) {
    checkouts.add(its, properties);
  }

  void removeCheckouts(Checkouts its, Map<String, Object> properties) {
    checkouts.remove(its, properties);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addIntakes(Intakes its, Map<String, Object> properties) {
    intakes.add(its, properties);
  }

  void removeIntakes(Intakes its, Map<String, Object> properties) {
    intakes.remove(its, properties);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addStore(Store store, Map<String, Object> properties) {
    stores.add(store, properties);
  }

  void removeStore(Store store, Map<String, Object> properties) {
    stores.remove(store, properties);
  }

  @Override
  public boolean isRepository(GitSource source) {
    try {
      Path folder = source.folder().resolve(source.location()).normalize();
      return LocalRepository.at(folder, configurations.get()).isPresent();
    } catch (InvalidPathException e) {
      return false; // Then it is no name of a file at all.
    }
  }

  @Override
  public HistoryReport importHistory(
      Workspace workspace,
      GitSource source,
      HistoryOptions options,
      Origin origin,
      Progress progress,
      Cancellation cancellation) {
    if (workspace.isReadOnly()) {
      workspace.begin(origin).close(); // Refuses, before all the reading was for nothing.
    }
    ImportingProject project =
        new ImportingProject(
            nodes,
            sources,
            histories.of(workspace),
            checkouts.of(workspace),
            intakes.of(workspace),
            new StoredGitMap(stores.of(workspace)));
    Path folder = folder(source);
    try (Repository repository = LocalRepository.open(folder, configurations.get())) {
      HistoryReport report =
          new HistoryIntake(project, repository, options, progress, cancellation)
              .run("import: " + folder, origin);
      events.post(GitTopics.IMPORTED, workspace, folder, report.commits(), origin);
      return report;
    }
  }

  private static Path folder(GitSource source) {
    try {
      Path path = source.folder().resolve(source.location()).normalize();
      if (Files.exists(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw noSource(source, e);
    }
    throw noSource(source, null);
  }

  private static NotFoundException noSource(GitSource source, Exception cause) {
    return new NotFoundException(
        "There is no Git repository at " + source.location() + ".",
        "Relative names are taken against " + source.folder() + ".",
        cause);
  }
}
