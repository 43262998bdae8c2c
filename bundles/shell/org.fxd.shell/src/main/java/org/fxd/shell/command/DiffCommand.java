package org.fxd.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.select.Selector;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.History;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.PathFilter;
import org.fxd.shell.project.ProjectPath;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Sources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:diff}: what differs, by file, snippet and line. */
@Component(property = Command.NAME + "=fxd:diff")
public final class DiffCommand implements Command {
  private static final int REVISIONS = 2;

  private final CommandSpec spec =
      CommandSpec.named("fxd:diff", "Shows what differs, by file, snippet and line")
          .description(
              """
              Without a revision: from the head to the project as it is. With one: from there to the
              project as it is. With two: from the first to the second. What follows, or what is no
              revision but a path, limits the answer to those folders and files; --select to the nodes
              that a selector finds, before or after. op:OP is how all was after an operation, with
              work that was not committed; a date is what was committed by then.""")
          .optional("FROM", "a revision, or the first path", Completion.REVISION)
          .optional("TO", "a revision, or the next path", Completion.REVISION)
          .repeated("PATH", "folders and files", Completion.SOURCE)
          .options("--select", "SELECTOR", "only what it finds", Completion.NONE)
          .flag("--stat", "only counts lines")
          .flag("--words", "marks words within lines: [-went-] and {+came+}")
          .example("fxd:diff", "shows what is not committed")
          .example("fxd:diff @- @ --stat", "counts what the last commit changed")
          .example("fxd:diff @- @ --words", "shows which words the last commit changed")
          .example("fxd:diff op:@-", "shows what the last operation changed")
          .example("fxd:diff @- src", "shows what has changed below src since the commit before")
          .example("fxd:diff @- @ --select .method", "shows what changed in methods")
          .example("fxd:diff @{2100-01-01}", "shows what differs from what was committed by a day")
          .build();

  private final Lookup lookup;
  private final Sources sources;
  private final Nodes nodes;

  /** Compares with the given services. */
  @Activate
  public DiffCommand(@Reference Lookup lookup, @Reference Nodes nodes) {
    this.lookup = lookup;
    this.sources = lookup.sources();
    this.nodes = nodes;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Workspace workspace = context.workspace();
    History history = context.service(History.class);
    List<String> given = new ArrayList<>();
    List.of("FROM", "TO", "PATH").forEach(name -> given.addAll(context.parameters(name)));
    List<Node> roots = new ArrayList<>();
    List<FilePath> paths = new ArrayList<>();
    for (String word : given) {
      Optional<Node> root =
          roots.size() < REVISIONS && paths.isEmpty() ? root(context, word) : Optional.empty();
      root.ifPresentOrElse(roots::add, () -> paths.add(ProjectPath.parse(word)));
    }
    Node before =
        roots.isEmpty()
            ? history.head().map(history::root).orElseGet(() -> nodes.builder(Kind.ROOT).build())
            : roots.get(0);
    Node after = roots.size() < REVISIONS ? workspace.root() : roots.get(1);
    for (FilePath path : paths) {
      check(before, after, path);
    }
    List<Selector> selectors = context.options("--select").stream().map(lookup::selector).toList();
    TreeDiff diff =
        new TreeDiff(
            sources,
            new NodeChanges(nodes, before, after, new Picking(sources, selectors, before, after)),
            new PathFilter(paths),
            Detail.of(context));
    context.answer(
        context.isJson() ? diff.data(context) : null,
        printer -> {
          if (diff.print(context, printer) == 0) {
            printer.line("nothing differs");
          }
        });
  }

  /** The tree of a revision; empty if the word is a path instead. */
  private static Optional<Node> root(CommandContext context, String word) {
    try {
      return Optional.of(context.service(History.class).root(word));
    } catch (NotFoundException | UsageException e) {
      Node node = context.workspace().root().child(Workspace.CODE);
      for (var name : ProjectPath.parse(word).names()) {
        node = node.child(name);
      }
      if (node.exists() || word.contains("/")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static void check(Node before, Node after, FilePath path) {
    boolean somewhere = false;
    for (Node root : List.of(before, after)) {
      Node node = root.child(Workspace.CODE);
      for (var name : path.names()) {
        node = node.child(name);
      }
      somewhere |= node.exists();
    }
    if (!somewhere) {
      throw ProjectPath.missing(after, path);
    }
  }
}
