package org.fxd.benchmarks.history;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fxd.benchmarks.Arguments;
import org.fxd.git.api.FolderImporter;
import org.fxd.git.api.ImportOptions;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.ask.Blame;
import org.fxd.history.api.ask.Log;
import org.fxd.history.api.ask.LogQuery;
import org.fxd.merge.api.MergePlan;
import org.fxd.merge.api.Merges;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;

/** Measures FXD as a program does that embeds it. */
public final class InProcess {
  /** How many files are there to be edited. */
  private static final int FILES = 50;

  /** How many methods each of them has. */
  private static final int METHODS = 40;

  private static final int MANY = 20;
  private static final int PAGE = 50;
  private static final FilePath LARGE = FilePath.parse("bench/Large.java");

  private final Figures figures;
  private final OpenProject project;
  private final Workspace workspace;
  private final Sources sources;
  private final History history;

  private InProcess(Figures figures, OpenProject project) {
    this.figures = figures;
    this.project = project;
    this.workspace = project.workspace();
    this.sources = project.service(Sources.class);
    this.history = project.its(History.class);
  }

  /**
   * Measures; {@code source=} is a project with the branches {@code main}, {@code left} and {@code
   * right}, {@code work=} a folder for files, the property {@code fxd.distribution} where FXD is.
   */
  public static void main(String[] given) throws Exception {
    Arguments arguments = Arguments.of(given);
    Path work = arguments.work();
    try (OpenProject project = new OpenProject(arguments.source(), work.resolve("data"))) {
      Figures figures = new Figures(arguments);
      InProcess bench = new InProcess(figures, project);
      Map<String, Figures.Part> parts = new LinkedHashMap<>();
      parts.put("status", bench::status);
      parts.put("diff", bench::diff);
      parts.put("switch", () -> bench.checkOut(work.resolve("files")));
      parts.put("folder", () -> bench.folder(work.resolve("folder")));
      parts.put("log", bench::log);
      parts.put("blame", bench::blame);
      parts.put("merge", bench::merge);
      parts.put("commit", bench::commit);
      figures.run(parts);
    }
  }

  private void status() throws Exception {
    history.checkout("main", OpenProject.ORIGIN);
    figures.measure("status", number -> count(head(), workspace.root()));
    figures.measure(
        "status, one file edited",
        1,
        this::edit,
        number -> count(head(), workspace.root()),
        number -> project.its(OperationLog.class).undo(OpenProject.ORIGIN));
  }

  private void diff() throws Exception {
    Node main = root("main");
    Node left = root("left");
    figures.measure("diff, names", number -> count(main, left));
    figures.measure(
        "diff, lines",
        number ->
            sources.diffFiles(
                main,
                left,
                change -> !sources.lines(bytes(change.before()), bytes(change.after())).isEmpty()));
    figures.measure("diff, snippets", number -> sources.diff(main, left, change -> true));
  }

  private void checkOut(Path folder) throws Exception {
    figures.measure("switch", number -> history.checkout(branch(number), OpenProject.ORIGIN));
    WorkTree tree = new WorkTree(folder, sources);
    tree.fill(workspace.root());
    figures.measure(
        "switch, files",
        number -> {
          Node before = workspace.root();
          history.checkout(branch(number), OpenProject.ORIGIN);
          tree.update(before, workspace.root());
        });
  }

  private void folder(Path folder) throws Exception {
    history.checkout("main", OpenProject.ORIGIN);
    new WorkTree(folder, sources).fill(workspace.root());
    FolderImporter importer = project.service(FolderImporter.class);
    ImportOptions plain = new ImportOptions(true, false);
    figures.measure(
        "status, work tree",
        number -> importer.status(workspace, folder, plain, Progress.NONE, Cancellation.none()));
  }

  private void log() throws Exception {
    Log log = project.its(Log.class);
    LogQuery all = LogQuery.of(List.of(history.resolve("main").id()));
    figures.measure("log", number -> take(log, all, Integer.MAX_VALUE));
    figures.measure("log, first page", number -> take(log, all, PAGE));
    LogQuery one = all.withPaths(List.of(NodePath.parse("code/" + LARGE)));
    figures.measure("log, one path", number -> take(log, one, Integer.MAX_VALUE));
    LogQuery author = all.withAuthor(Pattern.compile("Author 7 "));
    figures.measure("log, one author", number -> take(log, author, Integer.MAX_VALUE));
  }

  private void blame() throws Exception {
    Commit main = history.resolve("main");
    SourceFile large = sources.file(history.root(main), LARGE).orElseThrow();
    Blame blame = project.its(Blame.class);
    figures.measure(
        "blame",
        number -> blame.lines(main, large.entry().id(), Progress.NONE, Cancellation.none()));
  }

  private void merge() throws Exception {
    history.checkout("left", OpenProject.ORIGIN);
    Merges merges = project.its(Merges.class);
    Commit right = history.resolve("right");
    figures.measure(
        "merge",
        1,
        number -> {},
        number -> merges.merge(right, MergePlan.USUAL, OpenProject.PERSON, OpenProject.ORIGIN),
        number -> project.its(OperationLog.class).undo(OpenProject.ORIGIN));
  }

  /** Last of all, as it moves a branch. */
  private void commit() throws Exception {
    history.checkout("main", OpenProject.ORIGIN);
    history.createBranch("work", history.resolve("main"), OpenProject.ORIGIN);
    history.checkout("work", OpenProject.ORIGIN);
    figures.measure("commit", MANY, this::edit, this::commit, number -> {});
    figures.measure(
        "commit, and the edit before",
        MANY,
        number -> {},
        number -> {
          edit(number + 1);
          commit(number + 1);
        },
        number -> {});
  }

  private void commit(int number) {
    history.commit("Edit " + number, OpenProject.PERSON, OpenProject.ORIGIN);
  }

  /** Gives one method another number to return, differing from the edit before. */
  private void edit(int number) {
    String address =
        "bench/Bench%02d.java#Bench%02d.count%d"
            .formatted(number % FILES, number % FILES, number % METHODS);
    workspace.change(
        OpenProject.ORIGIN,
        "edit " + address,
        transaction -> {
          Snippet snippet = sources.snippet(transaction.base().root(), address);
          String text = text(snippet).replaceFirst("int at = \\d+", "int at = " + unique++);
          edit(transaction, snippet, text);
        });
  }

  private int unique = 1_000_000;

  private String text(Snippet snippet) {
    return new String(sources.render(snippet.entry().node()), StandardCharsets.UTF_8);
  }

  private void edit(Transaction transaction, Snippet snippet, String text) {
    NodeBuilder folder = transaction.root().child(Name.of(Workspace.CODE));
    List<Name> names = snippet.file().names();
    for (Name name : names.subList(0, names.size() - 1)) {
      folder = folder.child(name);
    }
    SourceFile file = sources.file(transaction.base().root(), snippet.file()).orElseThrow();
    Node edited =
        sources.edit(
            file.entry().id(),
            file.entry().name(),
            file.entry().node(),
            snippet.entry().id(),
            text.getBytes(StandardCharsets.UTF_8));
    folder.put(file.entry().withNode(edited));
  }

  private Node root(String revision) {
    return history.root(history.resolve(revision));
  }

  private Node head() {
    return root("@");
  }

  private static String branch(int number) {
    return number % 2 == 0 ? "left" : "main";
  }

  private byte[] bytes(Optional<SourceFile> file) {
    return file.map(it -> sources.render(it.entry().node())).orElse(new byte[0]);
  }

  private int count(Node before, Node after) {
    int[] count = new int[1];
    sources.diffFiles(before, after, change -> ++count[0] > 0);
    return count[0];
  }

  private static void take(Log log, LogQuery query, int most) {
    int left = most;
    for (Commit commit : log.find(query, Cancellation.none())) {
      if (commit.message().isEmpty() || --left == 0) {
        break;
      }
    }
  }
}
