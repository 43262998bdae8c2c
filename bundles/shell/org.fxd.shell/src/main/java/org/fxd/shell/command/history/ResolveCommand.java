package org.fxd.shell.command.history;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.merge.api.Choice;
import org.fxd.merge.api.Conflict;
import org.fxd.merge.api.Conflicts;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.print.Amounts;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:resolve}: chooses a side of a conflict. */
@Component(property = Command.NAME + "=fxd:resolve")
public final class ResolveCommand implements Command {
  private static final int SHORTEST = 4;

  private final CommandSpec spec =
      CommandSpec.named("fxd:resolve", "Resolves conflicts by choosing a side")
          .description(
              """
              Of a file, all conflicts in it are resolved; of a line of a plain text, as
              fxd:conflicts shows it (notes.txt:12), the one that begins there. Editing the text
              until no marker line is left resolves it, too. With --both, texts have the lines of
              both sides where they differ.""")
          .parameter(
              "PATH", "a file, a line of it, a snippet or the start of an id", Completion.SNIPPET)
          .flag("--ours", "as on the side that was checked out")
          .flag("--theirs", "as on the side that was merged")
          .flag("--base", "as it was before both")
          .flag("--both", "the lines of both, ours first")
          .changes()
          .example("fxd:resolve bom.txt --theirs", "takes the other side's text")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Choice choice = choice(context);
    String path = context.parameter("PATH").orElseThrow();
    Conflicts conflicts = context.service(Conflicts.class);
    Set<NodeId> ids = meant(context, conflicts.all(), path);
    if (ids.isEmpty()) {
      throw new NotFoundException(
          "Nothing is in conflict at '" + path + "'.",
          "fxd:conflicts lists what is to be resolved.");
    }
    ids.forEach(id -> conflicts.resolve(id, choice, context.origin()));
    int left = conflicts.all().size();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("resolved", ids.stream().map(NodeId::toString).toList());
    data.put("left", left);
    context.answer(
        data,
        printer ->
            printer.line(
                "resolved "
                    + path
                    + "; "
                    + (left == 0
                        ? "nothing is in conflict any more; fxd:commit -m TEXT keeps it"
                        : Amounts.count(left, "conflict") + " left")));
  }

  private static Set<NodeId> meant(CommandContext context, List<Conflict> conflicts, String path) {
    ConflictText text = new ConflictText(context.workspace().root());
    Set<NodeId> ids = new LinkedHashSet<>();
    for (Conflict conflict : conflicts) {
      boolean byId =
          path.length() >= SHORTEST
              && conflict.id().toString().startsWith(path.toLowerCase(Locale.ROOT));
      if (byId || text.address(conflict).equals(path) || text.file(conflict).equals(path)) {
        ids.add(conflict.id());
      }
    }
    return ids;
  }

  private static Choice choice(CommandContext context) {
    Map<Choice, Boolean> given = new EnumMap<>(Choice.class);
    for (Choice choice : Choice.values()) {
      if (context.flag("--" + choice.name().toLowerCase(Locale.ROOT))) {
        given.put(choice, true);
      }
    }
    if (given.size() != 1) {
      throw new UsageException(
          "fxd:resolve takes one of --ours, --theirs, --base and --both.",
          "fxd:conflicts --json shows what each side says.");
    }
    return given.keySet().iterator().next();
  }
}
