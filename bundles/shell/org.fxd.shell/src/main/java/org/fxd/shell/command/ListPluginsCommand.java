package org.fxd.shell.command;

import java.util.ArrayList;
import java.util.List;
import org.fxd.plugin.api.Plugin;
import org.fxd.plugin.api.PluginHost;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.Printer.Style;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code plugin:list}: the plugins and where they stand. */
@Component(property = Command.NAME + "=plugin:list")
public final class ListPluginsCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("plugin:list", "Lists the plugins and where they stand")
          .description("A jar dropped into the plugins folder is taken in while all else runs.")
          .example("plugin:list", "lists all plugins")
          .example("plugin:list --json", "lists them for a program")
          .build();

  private final PluginHost host;

  /** Asks the given host. */
  @Activate
  public ListPluginsCommand(@Reference PluginHost host) {
    this.host = host;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) throws InterruptedException {
    host.awaitSettled(PluginText.SETTLE);
    List<Plugin> plugins = host.plugins();
    context.answer(
        plugins.stream().map(plugin -> new PluginText(plugin).data()).toList(),
        printer -> {
          if (plugins.isEmpty()) {
            printer.line("no plugins; drop a jar into " + host.folder());
            return;
          }
          List<List<String>> rows = new ArrayList<>();
          for (Plugin plugin : plugins) {
            rows.add(List.of(plugin.name(), plugin.version(), plugin.state().name(), plugin.jar()));
          }
          printer.table(List.of("NAME", "VERSION", "STATE", "JAR"), rows);
          if (plugins.stream().anyMatch(plugin -> plugin.reason().isPresent())) {
            printer.print(Style.FAINT, "plugin:why NAME tells why one is not active").line();
          }
        });
  }
}
