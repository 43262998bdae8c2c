package org.fxd.shell.command;

import java.time.Duration;
import java.util.Map;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.plugin.api.PluginHost;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.shell.print.Amounts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code plugin:rescan}: looks at the plugins folder now. */
@Component(property = Command.NAME + "=plugin:rescan")
public final class RescanCommand implements Command {
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  private final CommandSpec spec =
      CommandSpec.named(
              "plugin:rescan", "Looks at the plugins folder now, and waits for its plugins")
          .description(
              """
              Jars are noticed without it. In a script it makes sure that a plugin that was just
              copied is there before the next line.""")
          .changes()
          .example("plugin:rescan", "waits until every jar has been dealt with")
          .build();

  private final PluginHost host;

  /** Asks the given host. */
  @Activate
  public RescanCommand(@Reference PluginHost host) {
    this.host = host;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) throws InterruptedException {
    if (!host.rescan(AT_MOST)) {
      throw new FxdException(
          Category.FAILED,
          "Not every jar in "
              + host.folder()
              + " could be dealt with in "
              + AT_MOST.toSeconds()
              + " s",
          "plugin:list shows where they stand",
          null);
    }
    int plugins = host.plugins().size();
    context.answer(
        Map.of("plugins", plugins),
        printer -> printer.line(Amounts.count(plugins, "plugin") + " in " + host.folder()));
  }
}
