package org.fxd.shell.command.group;

import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.group.Group;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.Meant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code group:remove}: nodes taken off a group's list. */
@Component(property = Command.NAME + "=group:remove")
public final class RemoveFromGroupCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("group:remove", "Takes nodes off the list of a group")
          .description("A selector of the group may still find them; group:exclude prevents that.")
          .parameter("NAME", "the group", Completion.GROUP)
          .repeated("NODE", "paths, FILE#SNIPPET, files or #ID", Completion.NODE)
          .changes()
          .example("group:remove demo README.md", "takes one file off")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public RemoveFromGroupCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    if (context.parameters("NODE").isEmpty()) {
      throw new UsageException("group:remove needs NODE: what to take off the list");
    }
    GroupEdit edit = GroupEdit.of(context);
    Meant meant = lookup.in(context);
    edit.change(
        "nodes taken off",
        group -> {
          Group result = group;
          for (String typed : context.parameters("NODE")) {
            // One that is gone from the project can only be named by its id.
            NodeId id = GroupEdit.listed(group, typed).orElseGet(() -> meant.node(typed).id());
            result = result.remove(id);
          }
          return result;
        });
  }
}
