package org.fxd.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.error.NearMisses;
import org.fxd.graph.api.error.UsageException;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.call.Commands;
import org.fxd.shell.call.HelpPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code help}: what there is, by scope, and what one command takes. */
@Component(property = Command.NAME + "=sys:help")
public final class HelpCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("sys:help", "Lists all commands, or explains one")
          .description(
              """
              'help' alone is enough. Lines are split as a POSIX shell would split them ('…', "…" and
              \\ quote), and nothing else is special: # > [ ] $ | ; & * ! reach a command as typed.
              'exit' or Ctrl-D ends the shell. A line that begins with 'gogo:' goes to Felix Gogo.""")
          .optional("COMMAND", "a command or a scope; all if not given", Completion.COMMAND)
          .example("help", "lists all commands by scope")
          .example("help fxd:commit", "explains one command")
          .example("help node", "lists the commands of one scope")
          .build();

  private final Commands commands;

  /** Explains the given commands. */
  @Activate
  public HelpCommand(@Reference Commands commands) {
    this.commands = commands;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) throws InterruptedException {
    commands.awaitPlugins();
    Optional<String> asked = context.parameter("COMMAND").map(HelpCommand::full);
    if (asked.isEmpty()) {
      list(context, List.copyOf(commands.specs()));
      return;
    }
    String name = asked.get();
    String scope = name.endsWith(":") ? name.substring(0, name.length() - 1) : name;
    List<String> inScope = commands.inScope(scope);
    if (!inScope.isEmpty()) {
      list(context, inScope.stream().map(commands::spec).flatMap(Optional::stream).toList());
      return;
    }
    CommandSpec found =
        commands
            .spec(name)
            .orElseThrow(
                () ->
                    new UsageException(
                        "There is no command '" + name + "'",
                        NearMisses.of(name, commands.names(), 1).stream()
                            .findFirst()
                            .map(nearest -> "did you mean " + nearest + "?")
                            .orElse("help lists all commands")));
    HelpPage page = new HelpPage(found);
    context.answer(page.data(), page::print);
  }

  private static String full(String name) {
    return name.equals("help") ? "sys:help" : name;
  }

  private static void list(CommandContext context, List<CommandSpec> specs) {
    List<Map<String, Object>> data = new ArrayList<>();
    for (CommandSpec each : specs) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", each.name());
      one.put("summary", each.summary());
      one.put("synopsis", new HelpPage(each).synopsis());
      data.add(one);
    }
    context.answer(data, printer -> print(printer, specs));
  }

  private static void print(Printer printer, List<CommandSpec> specs) {
    List<List<String>> rows = new ArrayList<>();
    String scope = "";
    for (CommandSpec each : specs) {
      String its = each.name().substring(0, each.name().indexOf(':'));
      if (!scope.isEmpty() && !scope.equals(its)) {
        rows.add(List.of(""));
      }
      scope = its;
      rows.add(List.of(each.name(), each.summary()));
    }
    printer.table(List.of(), rows);
    printer.line();
    printer.print(Style.FAINT, "help COMMAND explains one; exit ends the shell").line();
  }
}
