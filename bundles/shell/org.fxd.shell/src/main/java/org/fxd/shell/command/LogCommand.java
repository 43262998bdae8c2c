package org.fxd.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.error.UsageException;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.ask.Log;
import org.fxd.history.api.ask.LogQuery;
import org.fxd.history.api.signature.Signatures;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.command.history.GraphLines;
import org.fxd.shell.command.history.LogAsked;
import org.fxd.shell.command.history.SignatureText;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.Numbers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:log}: commits, newest first. */
@Component(property = Command.NAME + "=fxd:log")
public final class LogCommand implements Command {
  private static final int USUAL = 50;

  private final CommandSpec spec =
      CommandSpec.named("fxd:log", "Lists commits, newest first")
          .description(
              """
              REV is a commit to begin with. ^REV leaves it and what comes before it out; A..B is B
              without A; A...B is what only one of the two has. What is no revision but a file or folder
              is a PATH. With --path or --snippet, a merge that took these as one of its parents had
              them is passed over, and only that parent followed. Patterns are regular expressions, in
              which case does not count.""")
          .repeated("REV", "where to begin; the head if not given", Completion.REVISION)
          .option(
              "-n,--count", "N", "how many at most; 50 if not given, 0 for all", Completion.NONE)
          .option("--skip", "N", "passes over so many first", Completion.NONE)
          .flag("--graph", "draws what follows what")
          .flag("--all", "begins with every branch and tag")
          .options(
              "--path",
              "PATH",
              "only what changed a file or folder, there or gone",
              Completion.SOURCE)
          .option("--snippet", "NODE", "only what changed it, wherever it stood", Completion.NODE)
          .option("--select", "SELECTOR", "only what changed such a snippet", Completion.NONE)
          .option("--author", "PATTERN", "only by such authors", Completion.NONE)
          .option("--message", "PATTERN", "only with such a message", Completion.NONE)
          .option("--added", "TEXT", "only what added this text", Completion.NONE)
          .option("--removed", "TEXT", "only what removed this text", Completion.NONE)
          .option("--touched", "TEXT", "only what added or removed this text", Completion.NONE)
          .option("--since", "DATE", "only what was committed then or later", Completion.NONE)
          .option("--until", "DATE", "only what was committed then or earlier", Completion.NONE)
          .flag("--merges", "only merges")
          .flag("--no-merges", "no merges")
          .flag("--first-parent", "follows only the first parent of each")
          .flag("--signature", "tells what each commit's signature is worth")
          .example("fxd:log", "lists the newest commits")
          .example("fxd:log -n 1 main", "shows the newest commit of a branch")
          .example("fxd:log --graph --all", "draws all branches")
          .example("fxd:log main src --no-merges", "lists what changed a folder on a branch")
          .example("fxd:log --snippet 'src/Hello.java#Hello.greet'", "lists what changed a method")
          .example("fxd:log --added greet --since 2020-01-01", "finds where a text came in")
          .example("fxd:log --signature", "tells who vouches for the newest commits")
          .example("fxd:log -n 0 --json", "lists all commits for a program")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public LogCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    long limit = Numbers.of(context, "--count", 0).orElse(USUAL);
    long skip = Numbers.of(context, "--skip", 0).orElse(0);
    Optional<LogQuery> query = new LogAsked(context, lookup).query();
    if (context.flag("--graph") && query.isPresent() && !LogAsked.isWhole(query.get())) {
      throw new UsageException(
          "--graph draws all commits, and does not go with what leaves some out",
          "REV, ^REV, --all and --first-parent go with it");
    }
    List<Commit> commits = new ArrayList<>();
    boolean more = false;
    long passed = 0;
    if (query.isPresent()) {
      Log log = context.service(Log.class);
      for (Commit commit : log.find(query.get(), context.cancellation())) {
        if (passed++ < skip) {
          continue;
        }
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
      printer.line(
          context.service(History.class).head().isEmpty()
              ? "no commits yet; fxd:commit -m TEXT makes the first"
              : "no such commit");
    }
    Optional<GraphLines> graph =
        context.flag("--graph") ? Optional.of(new GraphLines()) : Optional.empty();
    for (Commit commit : commits) {
      for (String line : graph.map(lines -> lines.next(commit)).orElse(List.of("*"))) {
        if (line.indexOf('*') < 0) {
          printer.line(line);
          continue;
        }
        graph.ifPresent(drawn -> printer.print(line + " "));
        new CommitText(commit).line(printer);
      }
      signature(context, commit).ifPresent(known -> known.line(printer.print("    ")));
    }
    if (more) {
      printer.print(Style.FAINT, "there are more; -n 0 lists all").line();
    }
  }
}
