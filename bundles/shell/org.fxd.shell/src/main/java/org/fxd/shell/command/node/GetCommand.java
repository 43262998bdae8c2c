package org.fxd.shell.command.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.NearMisses;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.print.Amounts;
import org.fxd.shell.project.Hit;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.ValueText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code node:get}: what is known of a node. */
@Component(property = Command.NAME + "=node:get")
public final class GetCommand implements Command {
  private static final int NEAR = 3;

  private final CommandSpec spec =
      CommandSpec.named("node:get", "Shows a node: value, types, metadata, where it stands")
          .description(
              """
              PATH is a path with dots, such as code.src."Main.java".Main.run, in which a name that
              holds a dot is quoted and ~2 is the second of a name; or FILE#SNIPPET, a file, or #ID
              with six digits or more. The shell takes one pair of quotes away: quote such a path again
              with ' around it. '$history' and what is in it is the project's history as nodes.""")
          .parameter("PATH", "the node", Completion.NODE)
          .option("--meta", "KEY", "writes only this metadatum", Completion.NONE)
          .flag("--value", "writes only the value")
          .example("node:get 'src/Hello.java#Hello.greet'", "shows a method's node")
          .example("node:get '$history.head'", "shows what is checked out")
          .example("node:get 'code.src.\"Hello.java\"' --meta size", "writes a file's size")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public GetCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) throws IOException {
    Match match = lookup.seen(context, context.parameter("PATH").orElseThrow());
    Optional<String> key = context.option("--meta");
    if (key.isPresent()) {
      one(context, metadatum(match, key.get()));
    } else if (context.flag("--value")) {
      one(context, match.node().value());
    } else {
      all(context, match);
    }
  }

  private static Value metadatum(Match match, String key) {
    Value value = match.node().metadata(key);
    if (value instanceof Value.None) {
      List<String> near = NearMisses.of(key, match.node().metadata().keySet(), NEAR);
      throw new NotFoundException(
          match.path() + " has no metadatum '" + key + "'",
          match.node().metadata().isEmpty()
              ? "it has none"
              : near.isEmpty()
                  ? "it has " + String.join(", ", match.node().metadata().keySet())
                  : "did you mean " + String.join(" or ", near) + "?");
    }
    return value;
  }

  private static void one(CommandContext context, Value value) throws IOException {
    if (context.isJson()) {
      context.answer(data(new ValueText(value)), printer -> {});
    } else if (value instanceof Value.OfBlob blob) {
      context.bytes().write(blob.blob().bytes());
    } else {
      context.bytes().write((value + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Map<String, Object> data(ValueText value) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("type", value.type());
    data.put("value", value.data());
    return data;
  }

  private void all(CommandContext context, Match match) {
    Hit hit = lookup.hits().of(match);
    ValueText value = new ValueText(match.node().value());
    Optional<Match> target =
        match
            .node()
            .value()
            .asReference()
            .flatMap(id -> context.service(Finder.class).find(match.root(), id));
    Map<String, Object> data = hit.data();
    data.put("valueType", value.type());
    data.put("value", value.data());
    data.put("target", target.map(t -> t.path().toString()).orElse(null));
    Map<String, Object> metadata = new LinkedHashMap<>();
    match.node().metadata().forEach((key, v) -> metadata.put(key, new ValueText(v).data()));
    data.put("metadata", metadata);
    data.put("children", match.node().size());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("path", match.path().toString()));
    rows.add(List.of("id", match.id().toString()));
    rows.add(List.of("types", String.join(" ", hit.types())));
    hit.file()
        .ifPresent(
            file -> rows.add(List.of("file", file + hit.lines().map(l -> ":" + l).orElse(""))));
    if (!value.type().equals("none")) {
      rows.add(
          List.of(
              "value (" + value.type() + ")",
              value.brief() + target.map(t -> " -> " + t.path()).orElse("")));
    }
    match
        .node()
        .metadata()
        .forEach((key, v) -> rows.add(List.of("[" + key + "]", new ValueText(v).brief())));
    if (match.node().size() > 0) {
      rows.add(List.of("children", Amounts.number(match.node().size())));
    }
    context.answer(data, printer -> printer.table(List.of(), rows));
  }
}
