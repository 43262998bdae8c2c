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
              read. A project file that was named at the start (-p) and is not there is created.""")
          .parameter("DIR", "the folder", Completion.FOLDER)
          .flag("--no-ignore", "takes in what ignore files name, too")
          .flag("--no-scan", "does not count the snippets of new files, which is faster")
          .changes()
          .example("git:import tree", "takes in the folder tree")
          .example("git:import tree --no-scan --json", "the same without counting snippets")
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
    ImportOptions options =
        new ImportOptions(!context.flag("--no-ignore"), !context.flag("--no-scan"));
    Workspace workspace = context.workspaceOrNew();
    ImportReport report =
        importer.importFolder(
            workspace,
            folder,
            options,
            context.origin(),
            context.progress(),
            context.cancellation());
    context.answer(data(folder, report), printer -> print(printer, folder, report, options));
  }

  private static Map<String, Object> data(Path folder, ImportReport report) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("folder", folder.toString());
    data.put("files", report.files());
    data.put("folders", report.folders());
    data.put("bytes", report.bytes());
    data.put("snippets", report.snippets());
    data.put("languages", report.languages());
    data.put("added", report.added());
    data.put("changed", report.changed());
    data.put("moved", report.moved());
    data.put("removed", report.removed());
    data.put("ignored", report.ignored());
    data.put("skipped", report.skipped());
    return data;
  }

  private static void print(
      Printer printer, Path folder, ImportReport report, ImportOptions options) {
    printer.print("took in ").print(Style.NAME, folder.toString());
    printer.print(": " + Amounts.count(report.files(), "file"));
    printer.print(" in " + Amounts.count(report.folders(), "folder"));
    printer.line(", " + Amounts.bytes(report.bytes()));
    if (options.scan()) {
      String where = report.added() == report.files() ? "" : " in new, changed and moved files";
      printer.line(Amounts.count(report.snippets(), "snippet") + where + languages(report));
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
