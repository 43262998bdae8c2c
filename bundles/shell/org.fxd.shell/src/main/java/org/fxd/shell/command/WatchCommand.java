package org.fxd.shell.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.watch.NodeChange;
import org.fxd.graph.api.watch.Watch;
import org.fxd.graph.api.watch.WatchEvent;
import org.fxd.graph.api.watch.WatchTarget;
import org.fxd.graph.api.watch.Watchers;
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

/** {@code fxd:watch}: changes as they happen. */
@Component(property = Command.NAME + "=fxd:watch")
public final class WatchCommand implements Command {
  private static final int QUEUE = 16;
  private static final long LOOK_MILLIS = 50;

  private final CommandSpec spec =
      CommandSpec.named("fxd:watch", "Shows changes of nodes as they happen, until Ctrl-C")
          .description(
              """
              All nodes, or those that a selector finds: one that it finds now and did not is
              created, one that it does not find any more is removed. Told is what plugins and other
              sessions of this process do; in a project that is open only to be read, also what the
              process does that has it open. With --json, each change is a line of its own.""")
          .optional("SELECTOR", "what to watch; all if not given", Completion.NONE)
          .option("-n,--count", "N", "ends after so many changes", Completion.NONE)
          .example("fxd:watch --count 0", "ends at once, as after no changes")
          .example("fxd:watch '.class > .method' --count 0", "the same, of methods only")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public WatchCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) throws IOException, InterruptedException {
    WatchTarget target =
        context
            .parameter("SELECTOR")
            .<WatchTarget>map(text -> new WatchTarget.OfSelector(lookup.selector(text)))
            .orElseGet(WatchTarget.OfAll::new);
    long most = Numbers.of(context, "--count", 0).orElse(Long.MAX_VALUE);
    BlockingQueue<WatchEvent> events = new ArrayBlockingQueue<>(QUEUE);
    AtomicBoolean over = new AtomicBoolean();
    long told = 0;
    try (Watch watch =
        context
            .service(Watchers.class)
            .watch("fxd:watch", target, event -> offer(events, event, over))) {
      if (!context.isJson()) {
        context.answer(null, p -> p.print(Style.FAINT, "watching; Ctrl-C ends it").line());
        context.bytes().flush();
      }
      while (told < most && !context.cancellation().isCancelled()) {
        WatchEvent event = events.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (event != null) {
          told += tell(context, event, most - told);
        }
      }
    } finally {
      over.set(true);
    }
    long count = told;
    if (!context.isJson() || count == 0) {
      context.answer(
          Map.of("changes", count),
          printer -> printer.print(Style.FAINT, Amounts.count(count, "change")).line());
    }
  }

  /** Waits while the one who prints is slow: then changes are folded into one behind this. */
  private static void offer(
      BlockingQueue<WatchEvent> events, WatchEvent event, AtomicBoolean over) {
    try {
      while (!over.get() && !events.offer(event, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        Thread.onSpinWait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long tell(CommandContext context, WatchEvent event, long most) throws IOException {
    long told = 0;
    for (NodeChange change : event.nodes()) {
      if (told == most || context.cancellation().isCancelled()) {
        break;
      }
      context.answer(data(event, change), printer -> print(printer, change));
      told++;
    }
    context.bytes().flush(); // Whoever reads from a pipe waits for it.
    return told;
  }

  private static Map<String, Object> data(WatchEvent event, NodeChange change) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("change", what(change));
    data.put("id", change.id().toString());
    data.put("kind", either(change).node().kind().name());
    data.put("path", either(change).path().toString());
    data.put("before", was(change));
    data.put("operation", event.change().operation().id().toString());
    data.put("by", event.change().operation().origin().principal());
    data.put("through", event.change().operation().origin().source());
    return data;
  }

  private static void print(Printer printer, NodeChange change) {
    Style style =
        switch (change.kind()) {
          case CREATED -> Style.GOOD;
          case REMOVED -> Style.BAD;
          case CHANGED, MOVED -> Style.WARN;
        };
    printer.print(style, "%-8s".formatted(what(change)));
    printer.print(Style.FAINT, " " + change.id().brief() + "  ");
    was(change).ifPresent(path -> printer.print(path + " -> "));
    printer.print(Style.NAME, either(change).path().toString()).line();
  }

  /** The path it had, if it moved. */
  private static Optional<String> was(NodeChange change) {
    return change.kind() == NodeChange.Kind.MOVED
        ? change.before().map(match -> match.path().toString())
        : Optional.empty();
  }

  private static Match either(NodeChange change) {
    return change.after().or(change::before).orElseThrow();
  }

  private static String what(NodeChange change) {
    return change.kind().name().toLowerCase(Locale.ROOT);
  }
}
