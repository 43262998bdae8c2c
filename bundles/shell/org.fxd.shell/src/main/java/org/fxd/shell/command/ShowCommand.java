package org.fxd.shell.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.signature.Signatures;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.command.history.SignatureText;
import org.fxd.shell.project.PathFilter;
import org.fxd.source.api.Sources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:show}: one commit and what it changed. */
@Component(property = Command.NAME + "=fxd:show")
public final class ShowCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:show", "Shows a commit and what it changed")
          .description("What it changed is what differs from its first parent.")
          .optional("REV", "the commit; the head if not given", Completion.REVISION)
          .flag("--stat", "only counts lines")
          .flag("--signature", "tells what the commit's signature is worth")
          .flag("--words", "marks words within lines: [-went-] and {+came+}")
          .example("fxd:show", "shows the head")
          .example("fxd:show main --stat", "shows the newest commit of a branch, lines counted")
          .example("fxd:show --stat --signature", "shows whether someone vouches for the head")
          .build();

  private final Sources sources;
  private final Nodes nodes;

  /** Compares with the given services. */
  @Activate
  public ShowCommand(@Reference Sources sources, @Reference Nodes nodes) {
    this.sources = sources;
    this.nodes = nodes;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    History history = context.service(History.class);
    Commit commit =
        context
            .parameter("REV")
            .map(history::resolve)
            .or(history::head)
            .orElseThrow(
                () ->
                    new FxdException(
                        Category.FAILED,
                        "There is no commit yet",
                        "fxd:commit -m TEXT makes the first",
                        null));
    Node before =
        commit.parents().isEmpty()
            ? nodes.builder(Kind.ROOT).build()
            : history.root(history.commit(commit.parents().get(0)));
    Node after = history.root(commit);
    TreeDiff diff =
        new TreeDiff(
            sources,
            new NodeChanges(nodes, before, after, Picking.all(sources, before, after)),
            new PathFilter(List.of()),
            Detail.of(context));
    CommitText text = new CommitText(commit);
    Optional<SignatureText> signature =
        context.flag("--signature")
            ? Optional.of(new SignatureText(context.service(Signatures.class).verify(commit)))
            : Optional.empty();
    context.answer(
        context.isJson() ? data(context, text, signature, diff) : null,
        printer -> {
          text.print(printer);
          signature.ifPresent(known -> known.line(printer));
          printer.line();
          diff.print(context, printer);
        });
  }

  private static Map<String, Object> data(
      CommandContext context, CommitText text, Optional<SignatureText> signature, TreeDiff diff) {
    Map<String, Object> data = text.data();
    signature.ifPresent(known -> data.putAll(known.data()));
    data.put("files", diff.data(context));
    return data;
  }
}
