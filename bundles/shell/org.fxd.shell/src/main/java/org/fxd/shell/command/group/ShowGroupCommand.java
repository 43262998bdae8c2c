package org.fxd.shell.command.group;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.group.Members;
import org.fxd.history.api.History;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.fxd.shell.project.Found;
import org.fxd.shell.project.HitList;
import org.fxd.shell.project.Lookup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code group:show}: the members of a group. */
@Component(property = Command.NAME + "=group:show")
public final class ShowGroupCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("group:show", "Shows a group and its members")
          .parameter("NAME", "the group", Completion.GROUP)
          .option("--at", "REV", "looks at a commit instead", Completion.REVISION)
          .option("--sum", "ATTRIBUTE", "adds up the numbers of an attribute", Completion.NONE)
          .example("group:show demo", "shows the members with path, type and lines")
          .example("group:show demo --sum size", "the same, and the sum of their sizes")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public ShowGroupCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Node root =
        context
            .option("--at")
            .map(at -> context.service(History.class).root(at))
            .orElseGet(() -> context.workspace().root());
    GroupEdit edit = GroupEdit.of(context);
    Group group = edit.in(root);
    Members members = edit.groups().members(root, group);
    HitList list = new HitList(lookup.hits(), Found.of(members.list()));
    Optional<BigDecimal> sum = context.option("--sum").map(members::sum);
    if (context.isJson()) {
      Map<String, Object> data = Selections.data(edit.name(), group);
      data.put("gone", group.members().size() - Selections.present(members, group));
      data.put("sum", sum.orElse(null));
      data.put("members", list.data());
      context.answer(data, printer -> {});
      return;
    }
    HitList.Table table = list.table(context, -1);
    context.answer(
        null,
        printer -> {
          group.includes().forEach(s -> printer.print(Style.FAINT, "include ").line(s));
          group.excludes().forEach(s -> printer.print(Style.FAINT, "exclude ").line(s));
          if (table.count() == 0) {
            printer.line("no members");
          } else {
            table.print(printer);
          }
          long gone = group.members().size() - Selections.present(members, group);
          if (gone > 0) {
            printer.print(Style.WARN, "not there any more: ").line(Amounts.count(gone, "node"));
          }
          sum.ifPresent(s -> printer.line("sum: " + s.toPlainString()));
        });
  }
}
