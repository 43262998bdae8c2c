package org.fxd.shell.command;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.UsageException;
import org.fxd.history.api.Amendment;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitDraft;
import org.fxd.history.api.Header;
import org.fxd.history.api.History;
import org.fxd.history.api.Person;
import org.fxd.history.api.Selection;
import org.fxd.history.api.signature.Signatures;
import org.fxd.history.api.signature.Signer;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.command.history.Authorship;
import org.fxd.shell.command.history.WorkMeant;
import org.fxd.shell.project.Lookup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:commit}: keeps the workspace as it is, or a part of the work. */
@Component(property = Command.NAME + "=fxd:commit")
public final class CommitCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:commit", "Makes a commit of the project as it is, or of a part")
          .description(
              """
              With PATH, --snippet or --select, only what these name is committed, as far as it differs
              from the commit checked out; all else stays as it is, not committed. New folders around
              it, and the gaps beside a snippet that is new, come along. If the part cannot stand by
              itself, nothing happens and the exit code is 3.
              The author is the one of your Git configuration (user.name and user.email), else the name
              you are logged in with. --date is like 2026-03-04 or '2026-03-04 05:06 +02:00'.
              --amend makes a commit in the place of the one checked out, which stays in the operation
              log; what is not said is taken from there. --sign KEY signs with a key of fxd:key.""")
          .repeated("PATH", "paths, FILE#SNIPPET, files or #ID; all if not given", Completion.NODE)
          .option("-m,--message", "TEXT", "why; the first line is a summary", Completion.NONE)
          .option(
              "-F,--file", "FILE", "a file that holds the message; - is the input", Completion.FILE)
          .options("--snippet", "SNIPPET", "only this snippet", Completion.SNIPPET)
          .options("--select", "SELECTOR", "only what it finds", Completion.NONE)
          .flag("--amend", "in the place of the commit checked out")
          .flag("--no-work", "with --amend: takes none of the work")
          .option("--author", "PERSON", "who made it, as 'Name <address>'", Completion.NONE)
          .option("--date", "WHEN", "when the author made it", Completion.NONE)
          .options("--header", "KEY=VALUE", "says this of the commit, too", Completion.NONE)
          .option("--sign", "KEY", "signs it", Completion.NONE)
          .flag("--allow-empty", "even if nothing differs")
          .changes()
          .example("fxd:commit -m 'Greet louder'", "commits all changes")
          .example("fxd:commit -F new.txt", "takes the message from a file")
          .example("fxd:commit -m 'Greet louder' src/Hello.java", "commits what one file is now")
          .example(
              "fxd:commit -m 'Greet louder' --snippet 'src/Hello.java#Hello.greet'",
              "commits one method")
          .example("fxd:commit -m 'Methods only' --select .method", "commits what a selector finds")
          .example(
              "fxd:commit -m 'Add a test' --author 'Ada Lovelace <ada@example.org>'",
              "commits what somebody else made")
          .example("fxd:commit --amend -m 'Greet louder, please'", "commits again, all and better")
          .example("fxd:commit --amend --no-work -m 'Better said'", "changes the message only")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public CommitCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) throws IOException {
    History history = context.service(History.class);
    Selection selection = selection(context);
    Commit commit =
        context.flag("--amend")
            ? history.amend(amendment(context), selection, context.origin())
            : history.commit(draft(context), selection, context.origin());
    boolean part = !(selection instanceof Selection.All);
    context.answer(
        new CommitText(commit).data(),
        printer -> print(printer, commit, history.branch().orElse("no branch"), part));
  }

  private Selection selection(CommandContext context) {
    Selection selection = new WorkMeant(context, lookup).selection(context.parameters("PATH"));
    if (!context.flag("--no-work")) {
      return selection;
    }
    if (!context.flag("--amend") || !(selection instanceof Selection.All)) {
      throw new UsageException(
          "--no-work goes with --amend, and without PATH, --snippet and --select",
          "an empty commit is made by --allow-empty");
    }
    return Selection.none();
  }

  private static CommitDraft draft(CommandContext context) throws IOException {
    String message =
        new MessageGiven(context)
            .text()
            .orElseThrow(
                () ->
                    new UsageException(
                        "fxd:commit needs a message: --message TEXT, or --file FILE",
                        "such as fxd:commit -m 'What was changed, and why'"));
    Authorship authorship = new Authorship(context);
    CommitDraft draft =
        CommitDraft.of(message, authorship.caller()).withHeaders(authorship.headers());
    Optional<Person> author = authorship.author();
    Optional<OffsetDateTime> date = authorship.date();
    Optional<Signer> signer = signer(context);
    draft = author.map(draft::withAuthor).orElse(draft);
    draft = date.map(draft::withAuthored).orElse(draft);
    draft = signer.map(draft::signedBy).orElse(draft);
    return context.flag("--allow-empty") ? draft.allowingEmpty() : draft;
  }

  private static Amendment amendment(CommandContext context) throws IOException {
    Authorship authorship = new Authorship(context);
    Amendment amendment = Amendment.by(authorship.caller());
    List<Header> headers = authorship.headers();
    Optional<String> message = new MessageGiven(context).text();
    Optional<Person> author = authorship.author();
    Optional<OffsetDateTime> date = authorship.date();
    Optional<Signer> signer = signer(context);
    amendment = message.map(amendment::withMessage).orElse(amendment);
    amendment = author.map(amendment::withAuthor).orElse(amendment);
    amendment = date.map(amendment::withAuthored).orElse(amendment);
    amendment = signer.map(amendment::signedBy).orElse(amendment);
    return headers.isEmpty() ? amendment : amendment.withHeaders(headers);
  }

  private static Optional<Signer> signer(CommandContext context) {
    return context.option("--sign").map(context.service(Signatures.class)::signer);
  }

  private static void print(Printer printer, Commit commit, String branch, boolean part) {
    printer
        .print("committed ")
        .print(Style.NAME, commit.id().brief())
        .line(" on " + branch + ": " + commit.summary());
    if (part) {
      printer.print(Style.FAINT, "what else differs: fxd:status").line();
    } else if (!commit.parents().isEmpty()) {
      printer
          .print(Style.FAINT, "to go back: fxd:checkout " + commit.parents().get(0).brief())
          .line();
    }
  }
}
