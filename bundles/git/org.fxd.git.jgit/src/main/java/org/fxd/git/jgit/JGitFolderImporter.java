package org.fxd.git.jgit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.git.api.FolderImporter;
import org.fxd.git.api.FolderStatus;
import org.fxd.git.api.ImportOptions;
import org.fxd.git.api.ImportReport;
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
import org.osgi.framework.BundleContext;
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
  /** Framework property: the folder for what lasts. */
  private static final String DATA = "fxd.data.dir";

  private static final Name CODE = Name.of(Workspace.CODE);

  private final Nodes nodes;
  private final Sources sources;
  private final Projects projects;
  private final Configurations configurations;
  private final FolderMemories memories;

  /** Called by the container. */
  @Activate
  public JGitFolderImporter(
      @Reference Nodes nodes,
      @Reference Sources sources,
      @Reference Projects projects,
      @Reference Configurations configurations,
      BundleContext context) {
    this(
        nodes,
        sources,
        projects,
        configurations,
        new FolderMemories(
            Optional.ofNullable(context.getProperty(DATA))
                .map(data -> Path.of(data).resolve("folders"))));
  }

  JGitFolderImporter(
      Nodes nodes,
      Sources sources,
      Projects projects,
      Configurations configurations,
      FolderMemories memories) {
    this.nodes = nodes;
    this.sources = sources;
    this.projects = projects;
    this.configurations = configurations;
    this.memories = memories;
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
    Survey survey = survey(workspace, real, options, progress, cancellation);
    try (Transaction transaction = workspace.begin(origin)) {
      FolderTree.Made made =
          make(
              real,
              survey,
              transaction.base().root(),
              Taker.into(transaction),
              options,
              progress,
              cancellation);
      progress.phase("writing", -1);
      put(transaction.root(), made.code());
      cancellation.check();
      transaction.commit("import: " + real);
      return made.report();
    }
  }

  @Override
  public FolderStatus status(
      Workspace workspace,
      Path folder,
      ImportOptions options,
      Progress progress,
      Cancellation cancellation) {
    Path real = real(folder);
    Survey survey = survey(workspace, real, options, progress, cancellation);
    Node before = workspace.root();
    FolderTree.Made made =
        make(real, survey, before, Taker.leaving(), options, progress, cancellation);
    NodeBuilder root = before.builder();
    put(root, made.code());
    return new FolderStatus(before, root.build(), made.report());
  }

  private FolderTree.Made make(
      Path folder,
      Survey survey,
      Node root,
      Taker taker,
      ImportOptions options,
      Progress progress,
      Cancellation cancellation) {
    FolderTree tree = new FolderTree(nodes, sources, progress, cancellation);
    FolderTree.Made made = tree.make(survey, root.child(CODE), taker, options.scan());
    if (!survey.root().isUnchanged()) {
      memories.keep(folder, FolderMemory.of(survey));
    }
    return made;
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
    progress.phase("looking through the folder", -1);
    List<Path> open = new ArrayList<>();
    workspace.file().ifPresent(open::add);
    projects.all().forEach(project -> project.file().ifPresent(open::add));
    GitFolder git = GitFolder.of(folder, options.ignoreFiles(), configurations.get());
    try {
      return new FolderWalk(
              git, new ProjectFiles(open), memories.of(folder), progress, cancellation)
          .walk(folder);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static void put(NodeBuilder root, Node code) {
    Optional<Entry> entry = root.entry(CODE);
    if (entry.isEmpty()) {
      root.childOrNew(CODE, Kind.FOLDER);
      entry = root.entry(CODE);
    }
    root.put(entry.orElseThrow().withNode(code));
  }
}
