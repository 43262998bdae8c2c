package org.fxd.shell.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.fxd.git.api.FolderImporter;
import org.fxd.git.api.ImportOptions;
import org.fxd.git.api.ImportReport;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code git:import}: a folder, taken in. */
@Component(property = Command.NAME + "=git:import")
public final class ImportCommand implements Command {
  private static final int SHOWN = 20;

  private final CommandSpec spec =
      CommandSpec.named("git:import", "Takes in a folder or a Git work tree")
          .description(
              """
              Makes the project's files equal to the folder's, in one step: what is gone there goes
              here too. Files and snippets keep their identity through edits, renames and moves. In a
              Git work tree, ignore files are honoured; .git is always left out. The folder is only
              read. A project file that was named at the start (-p) and is not there is created.
              Afterwards new files are looked into, so that their snippets are found; Ctrl-C ends that
              part alone, and what is left is done when first asked for.""")
          .parameter("DIR", "the folder", Completion.FOLDER)
          .flag("--no-ignore", "takes in what ignore files name, too")
          .flag("--no-scan", "leaves looking into files to the first question, which is faster")
          .changes()
          .example("git:import tree", "takes in the folder tree")
          .example("git:import tree --no-scan --json", "the same without looking into files")
          .build();

  private final FolderImporter importer;

  /** Imports with the given service. */
  @Activate
  public ImportCommand(@Reference FolderImporter importer) {
    this.importer = importer;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    String typed = context.parameter("DIR").orElseThrow();
    Path folder = context.path(typed);
    if (!Files.exists(folder)) {
      throw new NotFoundException(
          "There is no folder " + folder,
          "relative names are taken against " + context.directory());
    }
    if (!Files.isDirectory(folder)) {
      throw new UsageException(folder + " is not a folder");
    }
    Workspace workspace = context.workspaceOrNew();
    ImportReport report =
        importer.importFolder(
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
    report.skipped().stream()
        .limit(SHOWN)
        .forEach(skipped -> printer.print(Style.WARN, "left out: ").line(skipped));
    if (report.skipped().size() > SHOWN) {
      printer.line("and " + (report.skipped().size() - SHOWN) + " more; --json lists all");
    }
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
