package org.fxd.shell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fxd.git.api.history.ExportOptions;
import org.fxd.git.api.history.ExportOptions.Conflicts;
import org.fxd.git.api.history.ExportReport;
import org.fxd.git.api.history.ExportReport.Outcome;
import org.fxd.git.api.history.ExportReport.RefResult;
import org.fxd.git.api.history.HistoryExporter;
import org.fxd.graph.api.error.UsageException;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.fxd.shell.print.Warnings;
import org.fxd.source.api.Views;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code git:export}: the history, into a Git repository; or the files alone, into a folder. */
@Component(property = Command.NAME + "=git:export")
public final class ExportCommand implements Command {
  private static final int SHOWN = 20;
  private static final List<String> HISTORY_ONLY =
      List.of("--branch", "--conflicts", "--bare", "--plain");

  private final CommandSpec spec =
      CommandSpec.named("git:export", "Writes the history to a Git repository")
          .description(
              """
              Commits that came from Git get the ids that they came with; those made here become
              commits of Git with ids that follow from them. A repository that is not there is made;
              of one that is there, only what it lacks is written, and its branches and tags are
              moved, all or none. A branch that went another way there is not moved, unless --force
              is given; nor is one that is checked out there, as with git push. What Git cannot say
              (identities, metadata, groups, views) goes along in refs/fxd/, where git leaves it
              alone, and comes back with git:import. With --worktree-only the files of the project
              are written as they are now, without a repository, into a folder that is empty or not
              there; with --force, files of the same path are replaced.""")
          .parameter("DIR", "the repository, or its work tree", Completion.FOLDER)
          .options(
              "--branch",
              "NAME",
              "only branches of this name; * stands for anything",
              Completion.BRANCH)
          .option(
              "--conflicts",
              "HOW",
              "of commits that hold conflicts: refuse (as without it), or render their markers",
              Completion.NONE)
          .flag("--bare", "makes a repository without a work tree, if it makes one")
          .flag("--plain", "leaves refs/fxd/ out")
          .flag("-f,--force", "moves branches that went another way; replaces files")
          .flag("--worktree-only", "writes the files alone")
          .changes()
          .example("git:export repository", "writes all branches and tags to a new repository")
          .example(
              "git:export mirror --bare --branch main", "one branch, to one without a work tree")
          .example("git:export files --worktree-only", "writes all files below files")
          .build();

  private final HistoryExporter exporter;
  private final Views views;

  /** Writes with the given services. */
  @Activate
  public ExportCommand(@Reference HistoryExporter exporter, @Reference Views views) {
    this.exporter = exporter;
    this.views = views;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    String typed = context.parameter("DIR").orElseThrow();
    if (context.flag("--worktree-only")) {
      for (String option : HISTORY_ONLY) {
        if (context.flag(option) || !context.options(option).isEmpty()) {
          throw new UsageException(option + " says nothing with --worktree-only");
        }
      }
      WriteAll.run(context, views, typed, context.flag("--force"));
      return;
    }
    Path folder = context.path(typed);
    ExportOptions options =
        new ExportOptions(
            context.options("--branch"),
            conflicts(context.option("--conflicts").orElse("refuse")),
            context.flag("--force"),
            !context.flag("--plain"),
            context.flag("--bare"));
    ExportReport report =
        exporter.export(
            context.workspace(),
            folder,
            options,
            context.origin(),
            context.progress(),
            context.cancellation());
    context.answer(data(folder, report), printer -> print(printer, folder, report));
  }

  private static Conflicts conflicts(String typed) {
    return switch (typed) {
      case "refuse" -> Conflicts.REFUSED;
      case "render" -> Conflicts.RENDERED;
      default ->
          throw new UsageException("--conflicts is either refuse or render, not '" + typed + "'");
    };
  }

  private static Map<String, Object> data(Path folder, ExportReport report) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("repository", folder.toString());
    data.put("commits", report.commits());
    data.put("objects", report.objects());
    List<Map<String, Object>> refs = new ArrayList<>();
    for (RefResult ref : report.refs()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", ref.name());
      one.put("outcome", word(ref.outcome()));
      one.put("id", ref.id().toString());
      refs.add(one);
    }
    data.put("refs", refs);
    data.put("notes", report.notes());
    return data;
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static void print(Printer printer, Path folder, ExportReport report) {
    printer.print("wrote " + Amounts.count(report.commits(), "commit"));
    printer.print(" (" + Amounts.count(report.objects(), "object") + ") to ");
    printer.print(Style.NAME, folder.toString()).line();
    report.refs().stream().limit(SHOWN).forEach(ref -> print(printer, ref));
    if (report.refs().size() > SHOWN) {
      printer.line("and " + (report.refs().size() - SHOWN) + " more; --json lists all");
    }
    Warnings.print(printer, "note", report.notes(), "more notes");
  }

  private static void print(Printer printer, RefResult ref) {
    printer.print("%-7s".formatted(word(ref.outcome()))).print(Style.FAINT, ref.id().brief());
    printer.line("  " + ref.name().replaceFirst("^refs/(heads/)?", ""));
  }
}
