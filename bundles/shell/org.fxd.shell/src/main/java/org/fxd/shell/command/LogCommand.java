package org.fxd.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.error.UsageException;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.signature.Signatures;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.command.history.SignatureText;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:log}: commits, newest first. */
@Component(property = Command.NAME + "=fxd:log")
public final class LogCommand implements Command {
  private static final int USUAL = 50;

  private final CommandSpec spec =
      CommandSpec.named("fxd:log", "Lists commits, newest first")
          .option(
              "-n,--count", "N", "how many at most; 50 if not given, 0 for all", Completion.NONE)
          .flag("--signature", "tells what each commit's signature is worth")
          .optional("REV", "the commit to begin with; the head if not given", Completion.REVISION)
          .example("fxd:log", "lists the newest commits")
          .example("fxd:log -n 1 main", "shows the newest commit of a branch")
          .example("fxd:log --signature", "tells who vouches for the newest commits")
          .example("fxd:log -n 0 --json", "lists all commits for a program")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    int limit = context.option("--count").map(LogCommand::count).orElse(USUAL);
    History history = context.service(History.class);
    Optional<Commit> from = context.parameter("REV").map(history::resolve).or(history::head);
    List<Commit> commits = new ArrayList<>();
    boolean more = false;
    if (from.isPresent()) {
      for (Commit commit : history.log(from.get())) {
        context.cancellation().check();
        if (limit > 0 && commits.size() == limit) {
          more = true;
          break;
        }
        commits.add(commit);
      }
    }
    boolean left = more;
    context.answer(
        commits.stream().map(commit -> data(context, commit)).toList(),
        printer -> print(context, printer, commits, left));
  }

  private static Map<String, Object> data(CommandContext context, Commit commit) {
    Map<String, Object> data = new CommitText(commit).data();
    signature(context, commit).ifPresent(known -> data.putAll(known.data()));
    return data;
  }

  private static Optional<SignatureText> signature(CommandContext context, Commit commit) {
    return context.flag("--signature")
        ? Optional.of(new SignatureText(context.service(Signatures.class).verify(commit)))
        : Optional.empty();
  }

  private static void print(
      CommandContext context, Printer printer, List<Commit> commits, boolean more) {
    if (commits.isEmpty()) {
      printer.line("no commits yet; fxd:commit -m TEXT makes the first");
    }
    for (Commit commit : commits) {
      new CommitText(commit).line(printer);
      signature(context, commit).ifPresent(known -> known.line(printer.print("    ")));
    }
    if (more) {
      printer.print(Style.FAINT, "there are more; -n 0 lists all").line();
    }
  }

  private static int count(String text) {
    try {
      int count = Integer.parseInt(text);
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw new UsageException("--count is not a number: '" + text + "'; 0 lists all", e);
    }
    throw new UsageException("--count is below 0: " + text, "0 lists all commits");
  }
}
