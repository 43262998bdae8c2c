package org.fxd.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:branch}: lists branches, or makes one. */
@Component(property = Command.NAME + "=fxd:branch")
public final class BranchCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:branch", "Lists branches, or creates one")
          .description("A new branch is not checked out; fxd:checkout does that.")
          .optional("NAME", "the new branch; without it, branches are listed", Completion.NONE)
          .option(
              "--at", "REV", "the commit it begins at; the head if not given", Completion.REVISION)
          .changes()
          .example("fxd:branch", "lists the branches; * marks the one that is checked out")
          .example("fxd:branch try-it", "creates a branch at the head")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    History history = context.service(History.class);
    Optional<String> name = context.parameter("NAME");
    if (name.isEmpty()) {
      list(context, history);
      return;
    }
    Commit at =
        context
            .option("--at")
            .map(history::resolve)
            .or(history::head)
            .orElseThrow(
                () ->
                    new FxdException(
                        Category.FAILED,
                        "There is no commit yet that a branch could begin at",
                        "fxd:commit -m TEXT makes the first",
                        null));
    history.createBranch(name.get(), at, context.origin());
    context.answer(
        Map.of("branch", name.get(), "commit", at.id().toString()),
        printer ->
            printer
                .print("created branch ")
                .print(Style.NAME, name.get())
                .line(" at " + at.id().brief() + "  " + at.summary())
                .print(Style.FAINT, "next: fxd:checkout " + name.get())
                .line());
  }

  private static void list(CommandContext context, History history) {
    Optional<String> current = history.branch();
    Map<String, Hash> branches = history.branches();
    List<Map<String, Object>> data = new ArrayList<>();
    branches.forEach(
        (name, hash) -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("branch", name);
          one.put("commit", hash.toString());
          one.put("current", current.filter(name::equals).isPresent());
          data.add(one);
        });
    context.answer(data, printer -> print(printer, branches, current.orElse("")));
  }

  private static void print(Printer printer, Map<String, Hash> branches, String current) {
    List<List<String>> rows = new ArrayList<>();
    branches.forEach(
        (name, hash) -> rows.add(List.of(name.equals(current) ? "*" : "", name, hash.brief())));
    if (rows.isEmpty()) {
      printer.line("no branches yet; the first commit makes one");
    }
    printer.table(List.of(), rows);
  }
}
