package org.fxd.shell.command.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.ask.Blame;
import org.fxd.history.api.ask.BlamedLine;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.fxd.shell.project.Lookup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:blame}: which commit each line comes from. */
@Component(property = Command.NAME + "=fxd:blame")
public final class BlameCommand implements Command {
  private static final String UNCOMMITTED = "not committed";

  private final CommandSpec spec =
      CommandSpec.named("fxd:blame", "Says which commit each line of a file or snippet comes from")
          .description(
              """
              Lines are followed through renames and moves of what they stand in. Lines that are not
              committed say so. fxd:history tells what became of a file or snippet as a whole.""")
          .parameter("NODE", "a file, or FILE#SNIPPET, or #ID", Completion.NODE)
          .option(
              "--at", "REV", "as it is in a commit; as it is now if not given", Completion.REVISION)
          .example("fxd:blame bom.txt", "says who wrote which line")
          .example("fxd:blame 'src/Hello.java#Hello.greet'", "of a snippet only")
          .example("fxd:blame bom.txt --at @-", "as it was in the commit before the head")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public BlameCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    History history = context.service(History.class);
    Optional<Commit> at = context.option("--at").map(history::resolve);
    Node root = at.map(history::root).orElseGet(() -> context.workspace().root());
    Match node = lookup.in(context, root).node(context.parameter("NODE").orElseThrow());
    Blame blame = context.service(Blame.class);
    NodeId id = node.id();
    List<BlamedLine> lines =
        at.map(commit -> blame.lines(commit, id, context.progress(), context.cancellation()))
            .orElseGet(() -> blame.lines(id, context.progress(), context.cancellation()));
    context.answer(data(lines), printer -> print(printer, lines));
  }

  private static List<Map<String, Object>> data(List<BlamedLine> lines) {
    List<Map<String, Object>> data = new ArrayList<>();
    for (BlamedLine line : lines) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("line", data.size() + 1);
      one.put("commit", line.commit().map(c -> c.id().toString()).orElse(null));
      one.put("author", line.commit().map(c -> c.author().toString()).orElse(null));
      one.put("authored", line.commit().map(c -> c.authored().toString()).orElse(null));
      one.put("lineThen", line.number());
      one.put("text", line.text());
      data.add(one);
    }
    return data;
  }

  private static void print(Printer printer, List<BlamedLine> lines) {
    int widest =
        lines.stream().mapToInt(line -> who(line).length()).max().orElse(UNCOMMITTED.length());
    int digits = String.valueOf(lines.size()).length();
    int number = 0;
    for (BlamedLine line : lines) {
      number++;
      printer
          .print(Style.NAME, line.commit().map(c -> c.id().brief()).orElse(".".repeat(10)))
          .print(Style.FAINT, ("  %-" + widest + "s").formatted(who(line)))
          .print(("  %" + digits + "d  ").formatted(number) + line.text())
          .line();
    }
  }

  private static String who(BlamedLine line) {
    return line.commit()
        .map(commit -> commit.author().name() + "  " + Amounts.time(commit.authored()))
        .orElse(UNCOMMITTED);
  }
}
