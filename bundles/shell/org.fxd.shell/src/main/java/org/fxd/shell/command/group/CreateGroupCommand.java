package org.fxd.shell.command.group;

import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.select.Match;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.project.Lookup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code group:create}: makes a group. */
@Component(property = Command.NAME + "=group:create")
public final class CreateGroupCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("group:create", "Makes a group of nodes")
          .description(
              """
              Its members are the nodes that are added by hand, in their order, then those that an
              --include selector finds and no --exclude selector does, in the order of the project.""")
          .parameter("NAME", "what it is called", Completion.NONE)
          .options("--include", "SELECTOR", "what it finds belongs to it", Completion.NONE)
          .options("--exclude", "SELECTOR", "what it finds does not", Completion.NONE)
          .options("--add", "NODE", "belongs to it, whatever selectors find", Completion.NODE)
          .changes()
          .example("group:create api --include .interface --exclude '[name$=Test]'", "by selector")
          .example("group:create read-first --add src/Hello.java --add README.md", "by hand")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public CreateGroupCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    GroupEdit edit = GroupEdit.of(context);
    if (edit.groups().find(context.workspace().root(), edit.name()).isPresent()) {
      throw new FxdException(
          Category.FAILED,
          "There is a group '" + edit.name() + "' already",
          "group:show shows it, group:add and group:include change it",
          null);
    }
    Group group = Group.EMPTY;
    for (String selector : context.options("--include")) {
      group = group.include(lookup.selector(selector).text());
    }
    for (String selector : context.options("--exclude")) {
      group = group.exclude(lookup.selector(selector).text());
    }
    for (Match match : lookup.in(context).nodes(context.options("--add"))) {
      group = group.add(match.id());
    }
    Group made = group;
    edit.run("made", transaction -> edit.groups().put(transaction, edit.name(), made));
  }
}
