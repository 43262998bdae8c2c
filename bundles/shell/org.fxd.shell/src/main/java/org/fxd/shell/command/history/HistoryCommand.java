package org.fxd.shell.command.history;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fxd.graph.api.TreeChange;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.select.Match;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.ask.Log;
import org.fxd.history.api.ask.LogQuery;
import org.fxd.history.api.ask.NodeEvent;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.Numbers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:history}: what became of a snippet, a file or any other node. */
@Component(property = Command.NAME + "=fxd:history")
public final class HistoryCommand implements Command {
  private static final int USUAL = 50;

  private final CommandSpec spec =
      CommandSpec.named("fxd:history", "Tells what became of a snippet or file, newest first")
          .description(
              """
              Each commit that changed, renamed or moved it, wherever it stood then. What is gone now is
              meant as it was: with --at, a commit that still has it.""")
          .parameter("NODE", "a file, or FILE#SNIPPET, or #ID", Completion.NODE)
          .option(
              "--at", "REV", "the commit to begin with; the head if not given", Completion.REVISION)
          .option(
              "-n,--count", "N", "how many at most; 50 if not given, 0 for all", Completion.NONE)
          .example("fxd:history 'src/Hello.java#Hello.greet'", "tells what became of a method")
          .example("fxd:history bom.txt -n 1", "shows the last commit that changed a file")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public HistoryCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    long limit = Numbers.of(context, "--count", 0).orElse(USUAL);
    History history = context.service(History.class);
    Optional<Commit> at = context.option("--at").map(history::resolve);
    Commit from = at.or(history::head).orElseThrow(HistoryCommand::nothingYet);
    Match node =
        lookup
            .in(context, at.map(history::root).orElseGet(() -> context.workspace().root()))
            .node(context.parameter("NODE").orElseThrow());
    List<NodeEvent> events = new ArrayList<>();
    boolean more = false;
    for (NodeEvent event :
        context
            .service(Log.class)
            .of(node.id(), LogQuery.of(List.of(from.id())), context.cancellation())) {
      if (limit > 0 && events.size() == limit) {
        more = true;
        break;
      }
      events.add(event);
    }
    boolean left = more;
    context.answer(
        events.stream().map(HistoryCommand::data).toList(),
        printer -> print(printer, events, left));
  }

  private static FxdException nothingYet() {
    return new FxdException(
        FxdException.Category.FAILED,
        "There is no commit yet",
        "fxd:commit -m MESSAGE makes the first",
        null);
  }

  private static Map<String, Object> data(NodeEvent event) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("commit", event.commit().id().toString());
    data.put("summary", event.commit().summary());
    data.put("author", event.commit().author().toString());
    data.put("authored", event.commit().authored().toString());
    data.put("changes", EnumSet.copyOf(event.kinds()).stream().map(Enum::name).toList());
    data.put("before", event.before().map(match -> match.path().toString()).orElse(null));
    data.put("after", event.after().map(match -> match.path().toString()).orElse(null));
    return data;
  }

  private static void print(Printer printer, List<NodeEvent> events, boolean more) {
    if (events.isEmpty()) {
      printer.line("no commit has it yet");
    }
    for (NodeEvent event : events) {
      Commit commit = event.commit();
      printer
          .print(Style.NAME, commit.id().brief())
          .print(Style.WARN, "  " + words(event))
          .print("  " + commit.summary())
          .print(
              Style.FAINT, "  " + Amounts.time(commit.authored()) + "  " + commit.author().name())
          .line();
      if (event.before().isPresent() && event.after().isPresent() && stoodElsewhere(event)) {
        printer.print(Style.FAINT, "            was " + event.before().get().path()).line();
      }
    }
    if (more) {
      printer.print(Style.FAINT, "there are more; -n 0 lists all").line();
    }
  }

  private static boolean stoodElsewhere(NodeEvent event) {
    return event.kinds().contains(TreeChange.Kind.RENAMED)
        || event.kinds().contains(TreeChange.Kind.MOVED);
  }

  private static String words(NodeEvent event) {
    return EnumSet.copyOf(event.kinds()).stream()
        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
