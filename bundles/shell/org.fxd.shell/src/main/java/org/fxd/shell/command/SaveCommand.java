package org.fxd.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.error.Quoting;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:save}: everything in the file itself, or in another one from now on. */
@Component(property = Command.NAME + "=fxd:save")
public final class SaveCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:save", "Brings everything into the file, or goes on in another one")
          .description(
              """
              Nothing is ever unsaved: every change is durable when its command ends. Without FILE,
              what is in a log beside the project file while it is open is brought into the file, so
              that it can be copied by other means. With FILE, all of the project is written there,
              and this shell works on that from now on.""")
          .optional("FILE", "the new project file", Completion.FILE)
          .flag("--force", "replaces FILE, if it is a project that nobody has open")
          .changes()
          .example("fxd:save", "everything is in the project file itself")
          .example("fxd:save copy.fxd", "goes on in copy.fxd")
          .example("fxd:save copy.fxd --force", "the same, in place of what is there")
          .build();

  private final Projects projects;

  /** Saves with the given service. */
  @Activate
  public SaveCommand(@Reference Projects projects) {
    this.projects = projects;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) throws IOException {
    Workspace workspace = context.workspace();
    Optional<Path> file = context.parameter("FILE").map(context::path);
    if (file.isPresent() && !isIn(file.get(), workspace)) {
      saveAs(context, workspace, file.get());
    } else if (file.isEmpty() && context.flag("--force")) {
      throw new UsageException("fxd:save takes --force only with FILE");
    } else {
      save(context, workspace);
    }
  }

  private static boolean isIn(Path file, Workspace workspace) throws IOException {
    return Files.exists(file) && workspace.file().filter(file.toRealPath()::equals).isPresent();
  }

  private void save(CommandContext context, Workspace workspace) throws IOException {
    Path file =
        workspace
            .file()
            .orElseThrow(
                () ->
                    new UsageException(
                        "The project lives in memory, and has no file yet", "fxd:save FILE"));
    projects.save(workspace);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("project", workspace.project());
    data.put("bytes", Files.size(file));
    context.answer(
        data,
        printer -> {
          printer.print("everything is in ").print(Style.NAME, file.toString());
          printer.line(": " + Amounts.bytes((Long) data.get("bytes")));
          String why = "nothing was unsaved: every change is durable when its command ends";
          printer.print(Style.FAINT, why).line();
        });
  }

  private void saveAs(CommandContext context, Workspace workspace, Path file) throws IOException {
    CopyTarget target = new CopyTarget(file, context.flag("--force"));
    // Others may work on the project in other sessions: for them it stays where it is.
    target.write(projects, workspace, context);
    Workspace saved = projects.open(file);
    context.use(saved);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("project", saved.project());
    data.put("before", workspace.project());
    data.put("bytes", Files.size(file));
    context.answer(
        data,
        printer -> {
          printer.print("saved as ").print(Style.NAME, file.toString());
          printer.line(": " + Amounts.bytes((Long) data.get("bytes")));
          String back =
              workspace.file().isPresent()
                  ? "; to go back: fxd:open " + Quoting.quote(workspace.project())
                  : "";
          printer.print(Style.FAINT, "commands work on it from now on" + back).line();
        });
  }
}
