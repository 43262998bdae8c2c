package org.fxd.shell.command;

import java.time.temporal.ChronoUnit;
import org.fxd.plugin.api.Plugin;
import org.fxd.plugin.api.PluginHost;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code plugin:why}: where one plugin stands, and why. */
@Component(property = Command.NAME + "=plugin:why")
public final class WhyCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("plugin:why", "Tells where a plugin stands, and why")
          .parameter("NAME", "its name or its jar, or the beginning of either", Completion.PLUGIN)
          .example("plugin:why org.fxd.sample.todo", "tells what a plugin waits for, or brings")
          .build();

  private final PluginHost host;

  /** Asks the given host. */
  @Activate
  public WhyCommand(@Reference PluginHost host) {
    this.host = host;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) throws InterruptedException {
    host.awaitSettled(PluginText.SETTLE);
    Plugin plugin = host.plugin(context.parameter("NAME").orElseThrow());
    context.answer(new PluginText(plugin).data(), printer -> print(printer, plugin));
  }

  private static void print(Printer printer, Plugin plugin) {
    String version = plugin.version().isEmpty() ? "" : " " + plugin.version();
    printer.print(Style.NAME, plugin.name()).print(version).print(" is ");
    printer
        .print(style(plugin), plugin.state().name())
        .line(" since " + plugin.since().truncatedTo(ChronoUnit.SECONDS));
    plugin.reason().ifPresent(reason -> reason.lines().forEach(line -> printer.line("  " + line)));
    if (!plugin.services().isEmpty()) {
      printer.line("  it brings: " + String.join(", ", plugin.services()));
    }
    printer.print(Style.FAINT, "  " + plugin.jar() + ", generation " + plugin.generation()).line();
  }

  private static Style style(Plugin plugin) {
    return switch (plugin.state()) {
      case ACTIVE -> Style.GOOD;
      case FAILED -> Style.BAD;
      default -> Style.WARN;
    };
  }
}
