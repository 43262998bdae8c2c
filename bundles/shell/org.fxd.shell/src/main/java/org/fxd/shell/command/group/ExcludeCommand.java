package org.fxd.shell.command.group;

import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.project.Lookup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code group:exclude}: a selector more or less. */
@Component(property = Command.NAME + "=group:exclude")
public final class ExcludeCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named(
              "group:exclude",
              "What a selector finds does not belong to the group, unless it was added by hand")
          .parameter("NAME", "the group", Completion.GROUP)
          .parameter("SELECTOR", "as fxd:query explains it", Completion.NONE)
          .flag("--remove", "takes that selector away instead")
          .changes()
          .example("group:exclude demo '[name$=Test]'", "adds a selector")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public ExcludeCommand(@Reference Lookup lookup) {
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
          "no longer excludes " + selector, group -> Selections.withoutExclude(group, selector));
    } else {
      edit.change("excludes " + selector, group -> group.exclude(selector));
    }
  }
}
