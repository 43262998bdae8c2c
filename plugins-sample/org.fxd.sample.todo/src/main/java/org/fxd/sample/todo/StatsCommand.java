package org.fxd.sample.todo;

import java.util.Map;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code todo:stats}: what the {@link Counter} has counted. */
@Component(property = Command.NAME + "=todo:stats")
public final class StatsCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("todo:stats", "Counts the to-dos that came and went")
          .description("Counts since the plugin was started.")
          .example("todo:stats", "says how many were added and removed")
          .build();

  private final Counter counter;

  /** Shows what a counter has counted. */
  @Activate
  public StatsCommand(@Reference Counter counter) {
    this.counter = counter;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Counter.Counts counts = counter.of(context.workspace());
    context.answer(
        Map.of("added", counts.added(), "removed", counts.removed()),
        out -> out.line(counts.added() + " added, " + counts.removed() + " removed"));
  }
}
