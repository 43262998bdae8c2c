package org.fxd.shell.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fxd.git.api.FolderImporter;
import org.fxd.git.api.ImportOptions;
import org.fxd.git.api.ImportReport;
import org.fxd.git.api.history.GitSource;
import org.fxd.git.api.history.HistoryImporter;
import org.fxd.git.api.history.HistoryOptions;
import org.fxd.git.api.history.HistoryReport;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.fxd.shell.print.Warnings;
import org.fxd.shell.project.Numbers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code git:import}: a repository with its history, or a folder, taken in. */
@Component(property = Command.NAME + "=git:import")
public final class ImportCommand implements Command {
  private static final List<String> HISTORY_ONLY = List.of("--branch", "--depth", "--remote");
  private static final Pattern REMOTE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final CommandSpec spec =
      CommandSpec.named("git:import", "Takes in a Git repository with its history, or a folder")
          .description(
              """
              Of a Git repository (the folder of a work tree, or a bare one), takes in all branches,
              tags and notes with their commits, as they are: Git gets the same ids from them again.
              What the project has already is not read again. New branches are made and those that are
              behind are moved; one that went another way stays, and what Git has is called
              origin/BRANCH. In a project without commits, the branch that is checked out there is
              checked out here. All of it is one step: fxd:undo takes it back, and if it is stopped
              nothing has changed, but the next import goes on where it was.

              Of any other folder, and with --worktree-only, makes the project's files equal to the
              folder's, in one step: what is gone there goes here too. Files and snippets keep their
              identity through edits, renames and moves. In a Git work tree, ignore files are honoured;
              .git is always left out. The folder is only read. A project file that was named at the
              start (-p) and is not there is created. Afterwards new files are looked into, so that
              their snippets are found; Ctrl-C ends that part alone, and what is left is done when
              first asked for.""")
          .parameter("SOURCE", "the repository or folder", Completion.FOLDER)
          .flag("--worktree-only", "takes in the files of a Git work tree without the history")
          .options(
              "--branch",
              "NAME",
              "takes in this branch, and no others; * stands for anything",
              Completion.NONE)
          .option(
              "--depth",
              "N",
              "takes in the last N commits of each branch; they get other ids than in the whole",
              Completion.NONE)
          .option(
              "--remote",
              "NAME",
              "remembers the branches as NAME/BRANCH; origin if not given",
              Completion.NONE)
          .flag("--no-ignore", "takes in files that ignore files name, too; files only")
          .flag("--no-scan", "leaves looking into files to the first question, which is faster")
          .changes()
          .example("git:import tree", "takes in the folder tree")
          .example("git:import tree --no-scan --json", "the same without looking into files")
          .example("git:import repo.git", "takes in a repository with its history")
          .example(
              "git:import repo.git --branch main --branch 'v*' --depth 10",
              "takes in the last ten commits of some branches")
          .example("git:import work --worktree-only", "takes in the files of a work tree")
          .build();

  private final FolderImporter folders;
  private final HistoryImporter histories;

  /** Imports with the given services. */
  @Activate
  public ImportCommand(@Reference FolderImporter folders, @Reference HistoryImporter histories) {
    this.folders = folders;
    this.histories = histories;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    String typed = context.parameter("SOURCE").orElseThrow();
    GitSource source = new GitSource(typed, context.directory());
    if (!wantsFiles(context) && histories.isRepository(source)) {
      history(context, source);
    } else {
      files(context, context.path(typed));
    }
  }

  private static boolean wantsFiles(CommandContext context) {
    boolean files = context.flag("--worktree-only") || context.flag("--no-ignore");
    if (files) {
      requireNoneOfHistory(context, "and files come without it");
    }
    return files;
  }

  private static void requireNoneOfHistory(CommandContext context, String why) {
    for (String option : HISTORY_ONLY) {
      if (!context.options(option).isEmpty()) {
        throw new UsageException(option + " is about a history, " + why);
      }
    }
  }

  private void history(CommandContext context, GitSource source) {
    OptionalLong depth = Numbers.of(context, "--depth", 1);
    String remote = context.option("--remote").orElse(HistoryOptions.ALL.remote());
    if (!REMOTE.matcher(remote).matches()) {
      throw new UsageException(
          "'" + remote + "' cannot name a remote.", "Use letters, digits, hyphens and dots.");
    }
    HistoryOptions options =
        new HistoryOptions(
            remote,
            context.options("--branch"),
            depth.isPresent()
                ? OptionalInt.of((int) Math.min(depth.getAsLong(), Integer.MAX_VALUE))
                : OptionalInt.empty(),
            Optional.empty());
    HistoryReport report =
        histories.importHistory(
            context.workspaceOrNew(),
            source,
            options,
            context.origin(),
            context.progress(),
            context.cancellation());
    LookInto looked = context.flag("--no-scan") ? LookInto.later(context) : LookInto.run(context);
    HistoryText text = new HistoryText(context.path(source.location()).toString(), report, looked);
    context.answer(text.data(), text::print);
  }

  private void files(CommandContext context, Path folder) {
    if (!Files.exists(folder)) {
      throw new NotFoundException(
          "There is no folder " + folder,
          "relative names are taken against " + context.directory());
    }
    if (!Files.isDirectory(folder)) {
      throw new UsageException(folder + " is not a folder");
    }
    requireNoneOfHistory(context, "and " + folder + " is no Git repository");
    Workspace workspace = context.workspaceOrNew();
    ImportReport report =
        folders.importFolder(
            workspace,
            folder,
            new ImportOptions(!context.flag("--no-ignore"), false),
            context.origin(),
            context.progress(),
            context.cancellation());
    LookInto looked = context.flag("--no-scan") ? LookInto.later(context) : LookInto.run(context);
    context.answer(data(folder, report, looked), printer -> print(printer, folder, report, looked));
  }

  private static Map<String, Object> data(Path folder, ImportReport report, LookInto looked) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("folder", folder.toString());
    data.put("files", report.files());
    data.put("folders", report.folders());
    data.put("bytes", report.bytes());
    data.put("snippets", looked.snippets());
    data.put("pending", looked.pending());
    data.put("languages", report.languages());
    data.put("added", report.added());
    data.put("changed", report.changed());
    data.put("moved", report.moved());
    data.put("removed", report.removed());
    data.put("ignored", report.ignored());
    data.put("skipped", report.skipped());
    return data;
  }

  private static void print(Printer printer, Path folder, ImportReport report, LookInto looked) {
    printer.print("took in ").print(Style.NAME, folder.toString());
    printer.print(": " + Amounts.count(report.files(), "file"));
    printer.print(" in " + Amounts.count(report.folders(), "folder"));
    printer.line(", " + Amounts.bytes(report.bytes()));
    if (looked.snippets() > 0 || looked.pending() == 0) {
      String where = report.added() == report.files() ? "" : " in new, changed and moved files";
      printer.line(Amounts.count(looked.snippets(), "snippet") + where + languages(report));
    }
    if (looked.stopped()) {
      printer.print(Style.WARN, "stopped: ").line(looked.left());
    }
    printer.line(
        "added %,d, changed %,d, moved %,d, removed %,d; ignored %,d"
            .formatted(
                report.added(),
                report.changed(),
                report.moved(),
                report.removed(),
                report.ignored()));
    Warnings.print(printer, "left out", report.skipped(), "more");
    if (report.added() + report.changed() + report.moved() + report.removed() > 0) {
      printer
          .print(Style.FAINT, "fxd:status shows what differs; fxd:commit -m TEXT keeps it")
          .line();
    }
  }

  private static String languages(ImportReport report) {
    String most =
        report.languages().entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(8)
            .map(entry -> "%s %,d".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    return most.isEmpty() ? "" : "; files by language: " + most;
  }
}
