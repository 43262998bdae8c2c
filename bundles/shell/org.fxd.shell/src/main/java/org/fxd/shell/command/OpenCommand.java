package org.fxd.shell.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.call.ProjectDesk;
import org.fxd.store.api.HeldException;
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
              another process, too: what is changed there shows here. Once that process has closed
              it, fxd:open without --read-only opens it to be changed.""")
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
  public void run(CommandContext context) throws IOException {
    Path file = context.path(context.parameter("FILE").orElseThrow());
    boolean toRead = context.flag("--read-only");
    Workspace workspace = toRead ? desk.openToRead(file) : openToChange(context, file);
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

  /** Opens a file; if it is this session alone that reads it here, it lets go of it first. */
  private Workspace openToChange(CommandContext context, Path file) throws IOException {
    try {
      return desk.open(file);
    } catch (HeldException e) {
      if (!e.isHere() || !isReadOnlyBy(context, file)) {
        throw e;
      }
    }
    context.use(null);
    try {
      return desk.open(file);
    } catch (FxdException e) {
      readOn(context, file, e);
      throw e instanceof HeldException held && !held.isHere() ? stillHeld(held) : e;
    }
  }

  /** Whether a file is what commands work on, and nobody else in this process. */
  private boolean isReadOnlyBy(CommandContext context, Path file) throws IOException {
    return context.hasWorkspace()
        && context.workspace().isReadOnly()
        && context.workspace().file().filter(file.toRealPath()::equals).isPresent()
        && desk.isAlone(context.workspace());
  }

  private void readOn(CommandContext context, Path file, FxdException refused) {
    try {
      context.use(desk.openToRead(file));
    } catch (FxdException e) {
      refused.addSuppressed(e);
    }
  }

  private static HeldException stillHeld(HeldException refused) {
    return new HeldException(
        refused.getMessage(),
        "it stays open here to be read; close it there, then fxd:open it again",
        false);
  }
}
