package org.fxd.shell.command;

import java.nio.file.Path;
import java.util.Map;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.call.ProjectDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:open}: the project that commands work on from now on. */
@Component(property = Command.NAME + "=fxd:open")
public final class OpenCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:open", "Opens a project file")
          .description(
              """
              The project that was open in this shell is closed. With --read-only it may be open in
              another process, too: what is changed there shows here.""")
          .parameter("FILE", "the project file", Completion.FILE)
          .flag("--read-only", "only to read it; nothing can be changed")
          .example("fxd:open demo.fxd", "opens demo.fxd; commands work on it from now on")
          .example("fxd:open demo.fxd --read-only", "looks at demo.fxd, whoever has it open")
          .example("fxd:open demo.fxd --json", "tells a program")
          .build();

  private final ProjectDesk desk;

  /** Opens projects with the given service. */
  @Activate
  public OpenCommand(@Reference ProjectDesk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Path file = context.path(context.parameter("FILE").orElseThrow());
    boolean toRead = context.flag("--read-only");
    Workspace workspace = toRead ? desk.openToRead(file) : desk.open(file);
    context.use(workspace);
    boolean readOnly = workspace.isReadOnly();
    context.answer(
        Map.of("project", workspace.project(), "readOnly", readOnly),
        printer -> {
          printer.print("opened ").print(Style.NAME, file.toString());
          printer.line(readOnly ? ", only to be read" : "");
          if (toRead && !readOnly) {
            printer.line("it was open here already, and can be changed");
          }
          printer.print(Style.FAINT, "fxd:status shows how it stands; fxd:close closes it").line();
        });
  }
}
