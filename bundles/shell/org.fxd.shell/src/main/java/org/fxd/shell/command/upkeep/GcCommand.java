package org.fxd.shell.command.upkeep;

import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.upkeep.CollectOptions;
import org.fxd.graph.api.upkeep.CollectReport;
import org.fxd.graph.api.upkeep.Upkeep;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:gc}: makes the project small. */
@Component(property = Command.NAME + "=fxd:gc")
public final class GcCommand implements Command {
  private static final long MOST_DAYS = 365_000;

  private final CommandSpec spec =
      CommandSpec.named("fxd:gc", "Removes what nothing leads to, and stores the rest compactly")
          .description(
              """
              Commits stay, with all that they lead to; so do the newest state and every operation
              of the last 90 days. Older operations are forgotten: they can be undone no more.
              Others read and write meanwhile, and it may be stopped at any time. --dry-run counts
              exactly what would be kept as of now; how much would be removed is an estimate, as
              what stands in the file twice counts twice, and how small the file gets is not
              known before it is done.""")
          .option(
              "--keep",
              "DAYS",
              "forgets operations that are older; 90 if not given",
              Completion.NONE)
          .flag("--dry-run", "only says what would be kept, and about how much removed")
          .changes()
          .example("fxd:gc --dry-run", "says what would be kept, and about how much removed")
          .example("fxd:gc", "makes the project small; operations of 90 days stay")
          .example("fxd:gc --keep 7", "forgets all operations that are older than a week")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Duration keep = context.option("--keep").map(GcCommand::days).orElse(CollectOptions.KEEP);
    CollectReport report =
        context
            .service(Upkeep.class)
            .collect(
                new CollectOptions(keep, context.flag("--dry-run")),
                context.progress(),
                context.cancellation());
    context.answer(data(report), printer -> print(printer, report));
  }

  private static Duration days(String text) {
    try {
      long days = Long.parseLong(text);
      if (days >= 0 && days <= MOST_DAYS) {
        return Duration.ofDays(days);
      }
    } catch (NumberFormatException e) {
      throw notDays(text);
    }
    throw notDays(text);
  }

  private static UsageException notDays(String text) {
    return new UsageException(
        "'" + text + "' is not a number of days.", "Such as: fxd:gc --keep 30");
  }

  private static Map<String, Object> data(CollectReport report) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("done", report.done());
    data.put("kept", report.kept());
    data.put("removed", report.removed());
    data.put("estimated", !report.done());
    data.put("commits", report.commits());
    data.put("operations", report.operations());
    data.put("since", report.since().toString());
    data.put("bytesBefore", report.bytesBefore());
    data.put("bytesAfter", report.bytesAfter());
    return data;
  }

  private static void print(Printer printer, CollectReport report) {
    String since = Amounts.time(report.since().atZone(ZoneId.systemDefault()).toOffsetDateTime());
    String content =
        Amounts.count(report.kept(), "object")
            + ", of which "
            + Amounts.count(report.commits(), "commit")
            + " and "
            + Amounts.count(report.operations(), "operation");
    String removed = Amounts.count(report.removed(), "object");
    if (!report.done()) {
      printer.line("would keep    " + content);
      printer.line("would remove  about " + removed + ", an estimate");
      printer.line("size          " + Amounts.bytes(report.bytesBefore()) + " now");
      String next = "undo would reach back to " + since + "; without --dry-run it is done";
      printer.print(Style.FAINT, next).line();
      return;
    }
    printer.line("kept     " + content);
    printer.line("removed  " + removed);
    printer
        .print("size     " + Amounts.bytes(report.bytesBefore()) + " -> ")
        .print(Style.STRONG, Amounts.bytes(report.bytesAfter()))
        .line();
    String undo = "gc cannot be undone; undo reaches back to " + since;
    printer.print(Style.FAINT, undo).line();
  }
}
