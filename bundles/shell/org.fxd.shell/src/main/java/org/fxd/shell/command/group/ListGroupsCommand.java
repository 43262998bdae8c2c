package org.fxd.shell.command.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.group.Groups;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.shell.print.Amounts;
import org.osgi.service.component.annotations.Component;

/** {@code group:list}: the groups there are. */
@Component(property = Command.NAME + "=group:list")
public final class ListGroupsCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("group:list", "Lists the groups")
          .example("group:list", "lists all groups")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Groups groups = context.service(Groups.class);
    List<Map<String, Object>> data = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    groups
        .all(context.workspace().root())
        .forEach(
            (name, group) -> {
              data.add(Selections.data(name, group));
              rows.add(
                  List.of(
                      name.toString(),
                      Amounts.number(group.members().size()),
                      String.join(", ", group.includes()),
                      String.join(", ", group.excludes())));
            });
    context.answer(
        data,
        printer -> {
          if (rows.isEmpty()) {
            printer.line("no groups yet; group:create NAME makes one");
          } else {
            printer.table(List.of("GROUP", "BY HAND", "INCLUDES", "EXCLUDES"), rows);
          }
        });
  }
}
