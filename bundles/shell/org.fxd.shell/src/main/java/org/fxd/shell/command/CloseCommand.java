package org.fxd.shell.command;

import java.util.Map;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.Printer.Style;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:close}: no project from now on. */
@Component(property = Command.NAME + "=fxd:close")
public final class CloseCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:close", "Closes the project")
          .description("Nothing is lost: every change was durable when its command ended.")
          .example("fxd:close", "closes the project; fxd:open opens it again")
          .example("fxd:close --json", "tells a program")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    String project = context.workspace().project();
    context.use(null);
    context.answer(
        Map.of("project", project),
        printer -> printer.print("closed ").print(Style.NAME, project).line());
  }
}
