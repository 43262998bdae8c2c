package org.fxd.shell.command.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.history.api.History;
import org.fxd.history.api.Stash;
import org.fxd.history.api.Stashed;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.project.Lookup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:stash}: work put away, to be taken up again. */
@Component(property = Command.NAME + "=fxd:stash")
public final class StashCommand implements Command {
  /** What is done to a piece. */
  @FunctionalInterface
  private interface Taking {
    Change take(int number, Origin origin);
  }

  private final CommandSpec spec =
      CommandSpec.named("fxd:stash", "Puts work away, and takes it up again")
          .description(
              """
              push puts away all that is not committed, or the part given; the project goes back to the
              commit checked out there. list shows what is put away, show one piece. pop does a piece
              again on the project as it is, and takes it out; apply does it and keeps it; drop only
              takes it out. WHAT is for push what to put away (paths, FILE#SNIPPET, files or #ID), and
              for the others the piece's number; the newest if not given. If a piece contradicts the
              project, nothing happens and the exit code is 3.""")
          .optional(
              "ACTION", "push, list, show, pop, apply or drop; push if not given", Completion.NONE)
          .repeated("WHAT", "what to put away, or the number of a piece", Completion.NODE)
          .option("-m,--message", "TEXT", "what it is about", Completion.NONE)
          .options("--select", "SELECTOR", "put away what it finds", Completion.NONE)
          .options("--snippet", "SNIPPET", "put away this snippet", Completion.SNIPPET)
          .changes()
          .example("fxd:stash", "puts all work away")
          .example("fxd:stash push -m 'half done' src", "puts away what was done below src")
          .example("fxd:stash list", "lists what is put away")
          .build();

  private final Lookup lookup;
  private final StashText text;

  /** Finds with the given services. */
  @Activate
  public StashCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
    this.text = new StashText(lookup.sources());
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Stash stash = context.service(Stash.class);
    String action = context.parameter("ACTION").orElse("push");
    if (!action.equals("push")
        && (context.option("--message").isPresent()
            || !context.options("--select").isEmpty()
            || !context.options("--snippet").isEmpty())) {
      throw new UsageException(
          "-m, --select and --snippet are for fxd:stash push, not for " + action);
    }
    switch (action) {
      case "push" -> push(context, stash);
      case "list" -> list(context, stash);
      case "show" -> text.show(context, context.service(History.class), piece(context, stash));
      case "pop" -> take(context, stash, "taken up again", stash::pop);
      case "apply" -> take(context, stash, "done again, and kept", stash::apply);
      case "drop" -> take(context, stash, "dropped", stash::drop);
      default ->
          throw new UsageException(
              "fxd:stash does not know '" + action + "'",
              "it can push, list, show, pop, apply and drop; to put away a part: fxd:stash push "
                  + action);
    }
  }

  private void push(CommandContext context, Stash stash) {
    Stashed piece =
        stash.push(
            context.option("--message").orElse(""),
            new WorkMeant(context, lookup).selection(context.parameters("WHAT")),
            new Authorship(context).caller(),
            context.origin());
    context.answer(
        StashText.data(piece),
        printer ->
            printer
                .print("put away as ")
                .print(Style.NAME, Integer.toString(piece.number()))
                .line(": " + piece.commit().summary())
                .print(Style.FAINT, "to take it up again: fxd:stash pop")
                .line());
  }

  private static void list(CommandContext context, Stash stash) {
    List<Stashed> pieces = stash.list();
    List<Map<String, Object>> data = new ArrayList<>();
    pieces.forEach(piece -> data.add(StashText.data(piece)));
    context.answer(
        data,
        printer -> {
          if (pieces.isEmpty()) {
            printer.line("nothing is put away");
          }
          pieces.forEach(piece -> StashText.line(printer, piece));
        });
  }

  private static void take(CommandContext context, Stash stash, String done, Taking action) {
    Stashed piece = piece(context, stash);
    action.take(piece.number(), context.origin());
    context.answer(
        StashText.data(piece),
        printer ->
            printer
                .print(done + ": ")
                .print(Style.NAME, Integer.toString(piece.number()))
                .line("  " + piece.commit().summary()));
  }

  private static Stashed piece(CommandContext context, Stash stash) {
    List<String> words = context.parameters("WHAT");
    if (words.isEmpty()) {
      return stash.list().stream()
          .findFirst()
          .orElseThrow(
              () -> new NotFoundException("The stash is empty", "fxd:stash puts work there"));
    }
    if (words.size() > 1 || !words.get(0).matches("[0-9]{1,9}")) {
      throw new UsageException(
          "fxd:stash " + context.parameter("ACTION").orElseThrow() + " takes one number",
          "fxd:stash list shows the numbers");
    }
    return stash.get(Integer.parseInt(words.get(0)));
  }
}
