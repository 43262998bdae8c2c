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

/** {@code fxd:init}: a new, empty project. */
@Component(property = Command.NAME + "=fxd:init")
public final class InitCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:init", "Creates an empty project file and opens it")
          .description("A file that exists already is left as it is.")
          .parameter("FILE", "the project file, by custom *.fxd", Completion.FILE)
          .changes()
          .example("fxd:init new.fxd", "creates new.fxd here and opens it")
          .build();

  private final Projects projects;

  /** Creates projects with the given service. */
  @Activate
  public InitCommand(@Reference Projects projects) {
    this.projects = projects;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Path file = context.path(context.parameter("FILE").orElseThrow());
    Workspace workspace = projects.create(file);
    context.use(workspace);
    context.answer(
        Map.of("project", workspace.project()),
        printer ->
            printer
                .print("created ")
                .print(Style.NAME, file.toString())
                .line()
                .print(Style.FAINT, "next: git:import DIR; to go back, delete the file")
                .line());
  }
}
