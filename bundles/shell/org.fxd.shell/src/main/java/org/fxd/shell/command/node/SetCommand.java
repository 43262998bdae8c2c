package org.fxd.shell.command.node;

import java.util.Optional;
import java.util.function.Function;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.workspace.Cursor;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.Meant;
import org.fxd.shell.project.ValueText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code node:set}: another value, or another metadatum. */
@Component(property = Command.NAME + "=node:set")
public final class SetCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("node:set", "Sets a node's value, or one of its metadata")
          .description(
              """
              A value is a text unless --type says otherwise: text, number, bool, null, none (which
              removes it), json, bytes (hexadecimal) or ref (VALUE is another node). A text that
              begins with - goes behind --: node:set config.x -- --y""")
          .parameter("PATH", "the node, as node:get has it", Completion.NODE)
          .optional("VALUE", "the value; not for null and none", Completion.NONE)
          .option("-t,--type", "TYPE", "what the value is; text if not given", Completion.NONE)
          .option("--meta", "KEY", "sets this metadatum instead", Completion.NONE)
          .flag("-c,--create", "makes the node if it is not there")
          .changes()
          .example("node:set config.editor.width 100 --type number --create", "sets a number")
          .example("node:set 'src/Hello.java#Hello' important --meta tag", "tags a class")
          .example("node:set src --meta team --type none", "removes a metadatum")
          .build();

  private final Lookup lookup;
  private final Nodes nodes;

  /** Finds and reads with the given services. */
  @Activate
  public SetCommand(@Reference Lookup lookup, @Reference Nodes nodes) {
    this.lookup = lookup;
    this.nodes = nodes;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Meant meant = lookup.in(context);
    String typed = context.parameter("PATH").orElseThrow();
    Value value = value(context, meant);
    Function<Transaction, Cursor> node = node(context, meant, typed);
    Optional<String> key = context.option("--meta");
    new NodeEdit(context, "set")
        .run(
            "set " + typed + key.map(k -> " (" + k + ")").orElse(""),
            t -> {
              Cursor cursor = node.apply(t);
              return key.isPresent() ? cursor.metadata(key.get(), value) : cursor.set(value);
            });
  }

  private static Function<Transaction, Cursor> node(
      CommandContext context, Meant meant, String typed) {
    if (context.flag("--create")) {
      Optional<Match> there = meant.find(typed);
      if (there.isEmpty()) {
        NodePath path = Meant.newPath(typed);
        return t -> t.at(path).create();
      }
    }
    NodeId id = meant.node(typed).id();
    return t -> t.at(id);
  }

  private Value value(CommandContext context, Meant meant) {
    String type = context.option("--type").orElse("text");
    Optional<String> typed = context.parameter("VALUE");
    if (ValueText.TYPES.contains(type) && ValueText.isBare(type) == typed.isPresent()) {
      throw new UsageException(
          typed.isPresent()
              ? "node:set takes no VALUE with --type " + type
              : "node:set needs a VALUE, or --type null or none");
    }
    return ValueText.parse(type, typed.orElse(""), nodes, word -> meant.node(word).id());
  }
}
