package org.fxd.sample.todo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.error.UsageException;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.source.api.Sources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code todo:list}: the to-dos of the project that commands work on. */
@Component(property = Command.NAME + "=todo:list")
public final class ListCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("todo:list", "Lists the TODO, FIXME and XXX comments of the project")
          .optional("WORD", "only those with this word", Completion.NONE)
          .example("todo:list", "lists all of them")
          .example("todo:list FIXME", "lists those marked FIXME")
          .build();

  private final TodoScan scan;

  /** Reads files with the given service. */
  @Activate
  public ListCommand(@Reference Sources sources) {
    scan = new TodoScan(sources);
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Optional<String> word = context.parameter("WORD").map(w -> w.toUpperCase(Locale.ROOT));
    if (word.filter(w -> !TodoParser.WORDS.contains(w)).isPresent()) {
      throw new UsageException(
          "'" + word.get() + "' is no mark of a to-do",
          "The marks are " + String.join(", ", TodoParser.WORDS));
    }
    List<Map<String, Object>> data = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    scan.all(
        context.workspace().root(),
        context.cancellation(),
        (address, todo) -> {
          if (word.isEmpty() || word.get().equals(todo.word())) {
            data.add(
                Map.of(
                    "at", address, "line", todo.line(), "word", todo.word(), "text", todo.text()));
            rows.add(List.of(address, Integer.toString(todo.line()), todo.word(), todo.text()));
          }
        });
    context.answer(data, out -> print(out, rows));
  }

  private static void print(Printer out, List<List<String>> rows) {
    if (rows.isEmpty()) {
      out.line("Nothing to do.");
    } else {
      out.table(List.of("AT", "LINE", "WORD", "TEXT"), rows);
    }
  }
}
