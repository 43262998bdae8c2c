package org.fxd.shell.command.history;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.error.UsageException;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.ref.Annotation;
import org.fxd.history.api.ref.Tag;
import org.fxd.history.api.ref.Tags;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer.Style;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:tag}: lists, shows, creates, moves and deletes tags. */
@Component(property = Command.NAME + "=fxd:tag")
public final class TagCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:tag", "Lists tags, creates, shows, moves or deletes one")
          .description(
              """
              A tag stays with its commit. With a message it is an annotated one, which also says who
              made it and when. --force puts a tag in the place of one that there is.""")
          .optional("NAME", "the tag; without it, tags are listed", Completion.TAG)
          .optional("REV", "the commit to tag; the head if not given", Completion.REVISION)
          .option("-m,--message", "TEXT", "what to say with it", Completion.NONE)
          .flag("-s,--show", "shows the tag")
          .flag("-d,--delete", "deletes the tag")
          .flag(
              "-f,--force",
              "moves a tag that there is; deletes also where commits are left without a name")
          .changes()
          .example("fxd:tag", "lists the tags")
          .example("fxd:tag v1.0", "tags the head")
          .example("fxd:tag v1.0 @- -m 'The first release'", "tags another commit, and says why")
          .example("fxd:tag v0.9 @- --force", "moves a tag")
          .example("fxd:tag --show v0.9", "shows what it says and where it stands")
          .example("fxd:tag -d v0.9", "deletes one")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Optional<String> name = context.parameter("NAME");
    if (context.flag("--delete") && context.flag("--show")) {
      throw new UsageException("--delete and --show do not go together");
    }
    if (name.isEmpty()) {
      if (context.flag("--delete") || context.flag("--show")) {
        throw new UsageException("fxd:tag needs the name of a tag here", "fxd:tag lists them");
      }
      TagText.list(context);
    } else if (context.flag("--show")) {
      TagText text = TagText.of(context, context.service(Tags.class).get(name.get()));
      context.answer(text.data(), text::print);
    } else if (context.flag("--delete")) {
      delete(context, name.get());
    } else {
      create(context, name.get());
    }
  }

  private static void delete(CommandContext context, String name) {
    Tags tags = context.service(Tags.class);
    Tag tag = tags.get(name);
    TagText text = TagText.of(context, tag);
    if (context.flag("--force")) {
      tags.drop(tag, context.origin());
    } else {
      tags.delete(tag, context.origin());
    }
    context.answer(
        text.data(),
        printer ->
            printer
                .print("deleted tag ")
                .print(Style.NAME, name)
                .line(", which was at " + tag.commit().brief())
                .print(Style.FAINT, "to go back: fxd:tag " + name + " " + tag.commit().brief())
                .line());
  }

  private static void create(CommandContext context, String name) {
    Tags tags = context.service(Tags.class);
    Commit at = commit(context);
    Optional<Annotation> annotation =
        context
            .option("--message")
            .map(
                message ->
                    new Annotation(
                        message,
                        OriginPerson.of(context.origin()),
                        OffsetDateTime.now(ZoneId.systemDefault())));
    Optional<Tag> before = context.flag("--force") ? tags.find(name) : Optional.empty();
    Tag tag =
        before.isPresent()
            ? tags.replace(before.get(), at, annotation, context.origin())
            : tags.create(name, at, annotation, context.origin());
    context.answer(
        TagText.of(context, tag).data(),
        printer -> {
          printer.print(before.isPresent() ? "moved tag " : "created tag ").print(Style.NAME, name);
          before.ifPresent(old -> printer.print(" from " + old.commit().brief()));
          printer
              .print(before.isPresent() ? " to " : " at ")
              .line(at.id().brief() + "  " + at.summary());
        });
  }

  private static Commit commit(CommandContext context) {
    History history = context.service(History.class);
    return context
        .parameter("REV")
        .map(history::resolve)
        .or(history::head)
        .orElseThrow(
            () ->
                new FxdException(
                    Category.FAILED,
                    "There is no commit yet that could be tagged",
                    "fxd:commit -m TEXT makes the first",
                    null));
  }
}
