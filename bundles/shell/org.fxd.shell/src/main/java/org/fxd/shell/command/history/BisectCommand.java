package org.fxd.shell.command.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.error.UsageException;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.ask.Bisect;
import org.fxd.history.api.ask.Bisect.Answer;
import org.fxd.history.api.ask.Bisect.Standing;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:bisect}: finds the commit that broke something. */
@Component(property = Command.NAME + "=fxd:bisect")
public final class BisectCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:bisect", "Finds the commit that broke something, by halves")
          .description(
              """
              start [BAD [GOOD...]]   begins: BAD is broken, the head if not given; GOOD are not
              good, bad, skip [REV]   says what a commit is; the one to try if not given
              run LINE                tries by itself: LINE is run by sh in a folder with the files
                                      of each commit; it ends with 0 if they are good, with 125 if
                                      they cannot be tried, with anything else if they are bad
              status                  says where the search stands
              reset                   ends it
              The project stays as it is; fxd:at REV COMMAND looks at the commit to try, and
              fxd:checkout turns the project to it.""")
          .parameter("ACTION", "start, good, bad, skip, run, status or reset", Completion.NONE)
          .repeated("WORD", "what it takes", Completion.REVISION)
          .changes()
          .example("fxd:bisect start @ @-", "the head is broken, the commit before it was not")
          .build();

  private final Trial trial;

  /** Tries with the given service. */
  @Activate
  public BisectCommand(@Reference Trial trial) {
    this.trial = trial;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) throws Exception {
    Bisect bisect = context.service(Bisect.class);
    List<String> words = context.parameters("WORD");
    String action = context.parameter("ACTION").orElseThrow();
    switch (action) {
      case "start" -> start(context, bisect, words);
      case "good" -> answer(context, bisect, words, Answer.GOOD);
      case "bad" -> answer(context, bisect, words, Answer.BAD);
      case "skip" -> answer(context, bisect, words, Answer.SKIPPED);
      case "run" -> run(context, bisect, words);
      case "status" -> tell(context, bisect.standing());
      case "reset" -> {
        bisect.reset(context.origin());
        context.answer(Map.of("reset", true), printer -> printer.line("the search has ended"));
      }
      default ->
          throw new UsageException(
              "fxd:bisect does not know '" + action + "'",
              "it knows start, good, bad, skip, run, status and reset");
    }
  }

  private static void start(CommandContext context, Bisect bisect, List<String> words) {
    History history = context.service(History.class);
    List<Commit> known = words.stream().map(history::resolve).toList();
    bisect.start(context.origin());
    if (!known.isEmpty()) {
      bisect.answer(known.get(0), Answer.BAD, context.origin());
      known
          .subList(1, known.size())
          .forEach(commit -> bisect.answer(commit, Answer.GOOD, context.origin()));
    }
    tell(context, bisect.standing());
  }

  private static void answer(
      CommandContext context, Bisect bisect, List<String> words, Answer answer) {
    History history = context.service(History.class);
    Optional<Commit> next = bisect.standing().flatMap(Standing::next);
    List<Commit> meant =
        words.isEmpty()
            ? List.of(next.or(history::head).orElseThrow(BisectCommand::nothing))
            : words.stream().map(history::resolve).toList();
    meant.forEach(commit -> bisect.answer(commit, answer, context.origin()));
    tell(context, bisect.standing());
  }

  private static UsageException nothing() {
    return new UsageException("There is no commit yet", "fxd:commit -m MESSAGE makes the first");
  }

  private void run(CommandContext context, Bisect bisect, List<String> words) throws Exception {
    if (words.isEmpty()) {
      throw new UsageException("fxd:bisect run needs a LINE to run", "such as 'make test'");
    }
    Optional<Standing> standing = bisect.standing();
    if (standing.isEmpty()) {
      throw new UsageException(
          "It is not known yet what is bad and what is good", "fxd:bisect start BAD GOOD says so");
    }
    String line = String.join(" ", words);
    while (standing.flatMap(Standing::next).isPresent()) {
      Commit commit = standing.get().next().get();
      context.progress().phase("trying " + commit.id().brief(), -1);
      Answer answer = trial.of(context, commit, line);
      standing = Optional.of(bisect.answer(commit, answer, context.origin()));
      context.answer(
          Map.of("tried", commit.id().toString(), "answer", answer.name()),
          printer -> said(printer, commit, answer));
    }
    tell(context, standing);
  }

  private static void said(Printer printer, Commit commit, Answer answer) {
    printer
        .print(
            answer == Answer.GOOD ? Style.GOOD : answer == Answer.BAD ? Style.BAD : Style.WARN,
            "%-8s".formatted(answer.name().toLowerCase(Locale.ROOT)))
        .print(Style.NAME, commit.id().brief())
        .print("  " + commit.summary())
        .line();
  }

  private static void tell(CommandContext context, Optional<Standing> standing) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("next", standing.flatMap(Standing::next).map(c -> c.id().toString()).orElse(null));
    data.put("found", standing.flatMap(Standing::found).map(c -> c.id().toString()).orElse(null));
    data.put("left", standing.map(Standing::left).orElse(null));
    context.answer(data, printer -> print(printer, standing));
  }

  private static void print(Printer printer, Optional<Standing> standing) {
    if (standing.isEmpty()) {
      printer.line("it is not known yet what is bad and what is good: fxd:bisect bad, good");
      return;
    }
    Standing at = standing.get();
    if (at.found().isPresent()) {
      printer.print("broken by ");
      commit(printer, at.found().get());
      printer.print(Style.FAINT, "fxd:show tells what it did; fxd:bisect reset ends").line();
    } else if (at.next().isPresent()) {
      printer.print("try ");
      commit(printer, at.next().get());
      printer.line(
          Amounts.count(at.left(), "commit") + " left, about " + at.steps() + " more to try");
    } else {
      printer.line(
          "broken by one of " + Amounts.count(at.left(), "commit") + "; what is left was skipped");
    }
  }

  private static void commit(Printer printer, Commit commit) {
    printer.print(Style.NAME, commit.id().brief()).print("  " + commit.summary()).line();
  }
}
