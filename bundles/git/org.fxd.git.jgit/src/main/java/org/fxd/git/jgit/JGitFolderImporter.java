package org.fxd.git.jgit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.git.api.FolderImporter;
import org.fxd.git.api.ImportOptions;
import org.fxd.git.api.ImportReport;
import org.fxd.git.jgit.Comparison.Gone;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.source.api.Sources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes in a folder with Git's rules for what belongs to it.
 *
 * <p>What cannot be read is reported, and what the project has of it stays. A repository within the
 * folder is a gitlink where the outer one has it as a submodule, and a folder like any other where
 * it has not; {@code .git} stays out either way.
 */
@Component
public final class JGitFolderImporter implements FolderImporter {
  private static final Name CODE = Name.of(Workspace.CODE);

  private final Nodes nodes;
  private final Sources sources;
  private final Projects projects;
  private final Environment environment;
  private Configuration configuration;

  /** Called by the container. */
  @Activate
  public JGitFolderImporter(
      @Reference Nodes nodes, @Reference Sources sources, @Reference Projects projects) {
    this(nodes, sources, projects, Environment.ofProcess());
  }

  JGitFolderImporter(Nodes nodes, Sources sources, Projects projects, Environment environment) {
    this.nodes = nodes;
    this.sources = sources;
    this.projects = projects;
    this.environment = environment;
  }

  @Override
  public ImportReport importFolder(
      Workspace workspace,
      Path folder,
      ImportOptions options,
      Origin origin,
      Progress progress,
      Cancellation cancellation) {
    if (workspace.isReadOnly()) {
      workspace.begin(origin).close(); // Refuses, before all the looking was for nothing.
    }
    Path real = real(folder);
    progress.phase("looking through the folder", -1);
    Survey survey = survey(workspace, real, options, progress, cancellation);
    try (Transaction transaction = workspace.begin(origin)) {
      Node code = transaction.base().root().child(CODE);
      Comparison comparison = Comparison.of(survey.root(), code);
      FileIds ids = new FileIds(comparison.ids());
      List<Found> files = survey.all(Found.Type.FILE);
      progress.phase(options.scan() ? "reading and scanning files" : "reading files", files.size());
      List<String> unread =
          new Reading(sources, transaction, options.scan(), progress, cancellation).read(files);
      List<Found> all = survey.all(Found.Type.FILE, Found.Type.SYMLINK, Found.Type.GITLINK);
      progress.phase("following what changed", -1);
      List<Gone> gone =
          new MovedFiles(sources, cancellation)
              .match(
                  comparison.gone(), all.stream().filter(each -> each.before().isEmpty()).toList());
      giveIds(survey, ids);
      cancellation.check();
      new FileNodes(nodes, sources, cancellation).make(all, gone);
      if (options.scan()) {
        countRest(files, progress, cancellation);
      }
      cancellation.check();
      progress.phase("writing", -1);
      put(transaction, new TreeAssembly(nodes).build(survey, code));
      cancellation.check();
      transaction.commit("import: " + real);
      return new Census(sources).take(survey, gone.size(), unread);
    }
  }

  private static Path real(Path folder) {
    try {
      Path real = folder.toRealPath();
      if (!Files.isDirectory(real)) {
        throw new FxdException(
            FxdException.Category.FAILED,
            "Cannot import " + folder + ": it is a file, not a folder.",
            "Name the folder that it stands in.",
            null);
      }
      return real;
    } catch (NoSuchFileException e) {
      throw new NotFoundException(
          "Cannot import " + folder + ": there is no such folder.",
          "Paths are taken from " + Path.of("").toAbsolutePath() + ".",
          e);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static FxdException unreadable(Path folder, IOException e) {
    return new FxdException(
        FxdException.Category.FAILED,
        "Cannot import " + folder + ": " + Reasons.of(e) + ".",
        "See who may read it: ls -ld " + folder,
        e);
  }

  private Survey survey(
      Workspace workspace,
      Path folder,
      ImportOptions options,
      Progress progress,
      Cancellation cancellation) {
    List<Path> open = new ArrayList<>();
    workspace.file().ifPresent(open::add);
    projects.all().forEach(project -> project.file().ifPresent(open::add));
    GitFolder git = GitFolder.of(folder, options.ignoreFiles(), configuration());
    try {
      return new FolderWalk(git, new ProjectFiles(open), progress, cancellation).walk(folder);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static void giveIds(Survey survey, FileIds ids) {
    for (Found found :
        survey.all(Found.Type.FOLDER, Found.Type.FILE, Found.Type.SYMLINK, Found.Type.GITLINK)) {
      if (found.id() == null) {
        found.id(
            found.type() == Found.Type.FOLDER
                ? ids.folder(found.names())
                : ids.file(found.names()));
      }
    }
  }

  private void countRest(List<Found> files, Progress progress, Cancellation cancellation) {
    List<Found> rest =
        files.stream().filter(file -> file.node() != null && file.snippets() < 0).toList();
    progress.phase("counting what changed", rest.size());
    for (Found file : rest) {
      cancellation.check();
      file.snippets(sources.count(file.name(), file.node(), cancellation));
      progress.advance(1);
    }
  }

  private static void put(Transaction transaction, Node code) {
    NodeBuilder root = transaction.root();
    Optional<Entry> entry = root.entry(CODE);
    if (entry.isEmpty()) {
      root.childOrNew(CODE, Kind.FOLDER);
      entry = root.entry(CODE);
    }
    root.put(entry.orElseThrow().withNode(code));
  }

  private synchronized Configuration configuration() {
    if (configuration == null) {
      configuration = new Configuration(environment);
    }
    return configuration;
  }
}
