package org.fxd.shell.command;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Listing;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selector;
import org.fxd.history.api.History;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.project.Found;
import org.fxd.shell.project.HitList;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.Numbers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:query}: the nodes that a selector finds. */
@Component(property = Command.NAME + "=fxd:query")
public final class QueryCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:query", "Finds nodes by a selector")
          .description(
              """
              Selectors are those of CSS, over files, snippets and all other nodes:
                .method              of a kind or type: .file .snippet .class .group ...
                #1a2b3c4d            by marker id, or by id from six digits on
                [lang=java]          by attribute: = != *= ^= $= ~= < <= > >=, or [x] alone
                .class > .method     a child; with a space instead of >, anywhere below
                .class, .interface   either
                :not(S) :is(S) :has(S) :contains("text") :nth-child(2n+1) :first-child :empty
              Attributes are metadata and kind, type, name, id, path, file, lang, value. Quote the
              selector, so that it is one word. Files that were imported are looked into once.""")
          .parameter("SELECTOR", "what to find", Completion.NONE)
          .option("-n,--limit", "N", "stops after so many", Completion.NONE)
          .flag("-c,--count", "only counts")
          .option("--in", "MOUNT", "looks in what is mounted as that instead", Completion.NODE)
          .option("--at", "REV", "looks at a commit instead", Completion.REVISION)
          .example("fxd:query .method", "finds every method")
          .example("fxd:query '.class > .method[name^=get]'", "finds getters")
          .example("fxd:query '.snippet[lang=java][file$=\"Hello.java\"]' --json", "one file's")
          .example("fxd:query ':contains(\"return\")' --limit 5", "finds what holds a text")
          .example("fxd:query --in '$history' '.commit[author^=Ada]'", "finds Ada's commits")
          .example("fxd:query .file --count --at @-", "counts the files of an earlier commit")
          .build();

  private final Lookup lookup;
  private final Nodes nodes;

  /** Finds with the given services. */
  @Activate
  public QueryCommand(@Reference Lookup lookup, @Reference Nodes nodes) {
    this.lookup = lookup;
    this.nodes = nodes;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Node root = root(context);
    Selector selector = lookup.selector(context.parameter("SELECTOR").orElseThrow());
    OptionalLong limit = Numbers.of(context, "--limit", 0);
    Found found = Found.by(context, root, selector, limit.orElse(Long.MAX_VALUE));
    if (context.flag("--count")) {
      long count = found.each(match -> {});
      context.answer(Map.of("count", count), printer -> printer.line(String.valueOf(count)));
    } else {
      new HitList(lookup.hits(), found).answer(context, limit.orElse(-1));
    }
  }

  private Node root(CommandContext context) {
    Optional<String> mounted = context.option("--in");
    if (mounted.isEmpty()) {
      return context
          .option("--at")
          .map(at -> context.service(History.class).root(at))
          .orElseGet(() -> context.workspace().root());
    }
    if (context.option("--at").isPresent()) {
      throw new UsageException("--in and --at do not go together", "a mount shows what is now");
    }
    Match mount = lookup.mounted(context).node(mounted.get());
    if (mount.parent().isPresent()) {
      throw new UsageException(
          "'" + mounted.get() + "' stands in a mount, and --in takes the whole of one",
          "say in the selector where to look: '[name=branches] > .branch'");
    }
    return nodes.virtual(
        Kind.ROOT, Listing.of(() -> new TreeMap<>(Map.of(mount.name(), mount.entry()))));
  }
}
