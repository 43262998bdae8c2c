package org.fxd.shell.command;

import java.nio.file.Path;
import java.util.Map;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer.Style;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:open}: the project that commands work on from now on. */
@Component(property = Command.NAME + "=fxd:open")
public final class OpenCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:open", "Opens a project file")
          .description("The project that was open in this shell is closed.")
          .parameter("FILE", "the project file", Completion.FILE)
          .example("fxd:open demo.fxd", "opens demo.fxd; commands work on it from now on")
          .build();

  private final Projects projects;

  /** Opens projects with the given service. */
  @Activate
  public OpenCommand(@Reference Projects projects) {
    this.projects = projects;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Path file = context.path(context.parameter("FILE").orElseThrow());
    Workspace workspace = projects.open(file);
    context.use(workspace);
    context.answer(
        Map.of("project", workspace.project()),
        printer ->
            printer
                .print("opened ")
                .print(Style.NAME, file.toString())
                .line()
                .print(Style.FAINT, "fxd:status shows how it stands; fxd:close closes it")
                .line());
  }
}
