package org.fxd.shell.command.group;

import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.project.Lookup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code group:include}: a selector more or less. */
@Component(property = Command.NAME + "=group:include")
public final class IncludeCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("group:include", "What a selector finds belongs to the group")
          .parameter("NAME", "the group", Completion.GROUP)
          .parameter("SELECTOR", "as fxd:query explains it", Completion.NONE)
          .flag("--remove", "takes that selector away instead")
          .changes()
          .example("group:include demo '.section'", "adds a selector")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public IncludeCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    String selector = lookup.selector(context.parameter("SELECTOR").orElseThrow()).text();
    GroupEdit edit = GroupEdit.of(context);
    if (context.flag("--remove")) {
      edit.change(
          "no longer includes " + selector, group -> Selections.withoutInclude(group, selector));
    } else {
      edit.change("includes " + selector, group -> group.include(selector));
    }
  }
}
