package org.fxd.shell.command.view;

import java.util.Map;
import org.fxd.graph.api.Name;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.source.api.view.ProjectViews;
import org.osgi.service.component.annotations.Component;

/** {@code view:delete}: a view less. */
@Component(property = Command.NAME + "=view:delete")
public final class DeleteViewCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("view:delete", "Deletes a view that someone made; its snippets stay")
          .parameter("NAME", "the view", Completion.VIEW)
          .changes()
          .example("view:delete demo", "deletes it")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    ProjectViews views = context.service(ProjectViews.class);
    Name name = MeantView.named(context, context.parameter("NAME").orElseThrow()).name();
    context
        .workspace()
        .session(context.origin())
        .change("delete view " + name, transaction -> views.remove(transaction, name));
    context.answer(
        Map.of("view", name.toString()),
        printer -> printer.print("deleted: ").print(Style.NAME, name.toString()).line());
  }
}
