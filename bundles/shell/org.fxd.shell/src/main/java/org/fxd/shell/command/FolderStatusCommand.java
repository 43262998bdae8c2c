package org.fxd.shell.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxd.git.api.FolderImporter;
import org.fxd.git.api.FolderStatus;
import org.fxd.git.api.ImportOptions;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.UsageException;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.fxd.shell.print.Warnings;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.PathFilter;
import org.fxd.source.api.Sources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code git:status}: a folder beside the project. */
@Component(property = Command.NAME + "=git:status")
public final class FolderStatusCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("git:status", "Shows how a folder or Git work tree differs")
          .description(
              """
              Compares the folder with the project as it is now, by file and by snippet, and changes
              neither. "added" is what the folder has and the project has not. In a Git work tree,
              ignore files are honoured. Files that nobody touched since they were read last are not
              opened again.""")
          .optional("DIR", "the folder; the current one if not given", Completion.FOLDER)
          .flag("--no-ignore", "looks at what ignore files name, too")
          .flag("--stat", "names files only, which is faster where much differs")
          .flag("--lines", "shows the lines, too")
          .example("git:status tree", "by file and snippet")
          .example("git:status tree --stat --json", "by file, for a program")
          .build();

  private final FolderImporter importer;
  private final Nodes nodes;
  private final Sources sources;

  /** Compares with the given services. */
  @Activate
  public FolderStatusCommand(
      @Reference FolderImporter importer, @Reference Nodes nodes, @Reference Lookup lookup) {
    this.importer = importer;
    this.nodes = nodes;
    this.sources = lookup.sources();
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Detail detail = detail(context);
    String typed = context.parameter("DIR").orElse(".");
    FolderStatus status =
        importer.status(
            context.workspace(),
            context.path(typed),
            new ImportOptions(!context.flag("--no-ignore"), false),
            context.progress(),
            context.cancellation());
    TreeDiff diff =
        new TreeDiff(
            sources,
            new NodeChanges(
                nodes,
                status.before(),
                status.after(),
                Picking.all(sources, status.before(), status.after())),
            new PathFilter(List.of()),
            detail);
    Path folder = context.path(typed).normalize();
    context.answer(
        context.isJson() ? data(context, folder, status, diff) : null,
        printer -> print(context, printer, folder, status, diff));
  }

  private static Detail detail(CommandContext context) {
    if (context.flag("--stat") && context.flag("--lines")) {
      throw new UsageException(
          "--stat and --lines cannot be asked for together",
          "--stat names files, --lines shows what differs in them");
    }
    return context.flag("--stat")
        ? Detail.COUNTS
        : context.flag("--lines") ? Detail.LINES : Detail.SNIPPETS;
  }

  private static Map<String, Object> data(
      CommandContext context, Path folder, FolderStatus status, TreeDiff diff) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("folder", folder.toString());
    data.put("clean", status.isClean());
    data.put("files", status.report().files());
    data.put("ignored", status.report().ignored());
    data.put("changes", diff.data(context));
    data.put("skipped", status.report().skipped());
    return data;
  }

  private static void print(
      CommandContext context, Printer printer, Path folder, FolderStatus status, TreeDiff diff) {
    int differ = status.isClean() ? 0 : diff.print(context, printer);
    Warnings.print(printer, "left out", status.report().skipped(), "more");
    if (differ == 0) {
      printer.print("nothing differs in ").print(Style.NAME, folder.toString());
      printer.line(" (" + Amounts.count(status.report().files(), "file") + ")");
    } else if (!context.workspace().isReadOnly()) {
      printer.print(Style.FAINT, "git:import takes it in; git:export writes the project").line();
    }
  }
}
