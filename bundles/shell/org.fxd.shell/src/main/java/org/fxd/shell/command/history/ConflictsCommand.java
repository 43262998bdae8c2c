package org.fxd.shell.command.history;

import java.util.List;
import org.fxd.merge.api.Conflict;
import org.fxd.merge.api.Conflicts;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:conflicts}: what is to be resolved. */
@Component(property = Command.NAME + "=fxd:conflicts")
public final class ConflictsCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:conflicts", "Lists what merges left to be resolved")
          .description(
              """
              A conflict is listed until it is resolved by fxd:resolve, or what it is about is
              edited, renamed, moved or removed: a text, until none of the merge's marker lines is
              left in it, or in its file, if the snippet was lost over them.""")
          .example("fxd:conflicts", "lists conflicts")
          .example("fxd:conflicts --json", "lists them with all sides, for a program")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    ConflictText text = new ConflictText(context.workspace().root());
    List<Conflict> conflicts = context.service(Conflicts.class).all();
    context.answer(
        conflicts.stream().map(text::data).toList(),
        printer -> {
          if (conflicts.isEmpty()) {
            printer.line("no conflicts");
          } else {
            text.print(printer, conflicts);
          }
        });
  }
}
