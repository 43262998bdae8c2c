package org.fxd.shell.command.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.select.Match;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.Names;
import org.fxd.source.api.view.ProjectViews;
import org.fxd.source.api.view.View;
import org.fxd.source.api.view.ViewRenderer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code view:create}: snippets of many files as one text. */
@Component(property = Command.NAME + "=view:create")
public final class CreateViewCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("view:create", "Makes a view: snippets of any files as one text")
          .description(
              """
              Renderers are markers (if not given) and plain, and those of plugins. Options of both:
              separator (\\n is a line break), eol (lf, crlf), hoist (true: imports go to the top), sort
              (order, group).""")
          .parameter("NAME", "what it is called", Completion.NONE)
          .options("--select", "SELECTOR", "shows what it finds", Completion.NONE)
          .options("--exclude", "SELECTOR", "but not what this finds", Completion.NONE)
          .options("--add", "NODE", "shows this snippet", Completion.NODE)
          .option("--group", "GROUP", "shows this group instead", Completion.GROUP)
          .option("--renderer", "NAME", "how it is written", Completion.NONE)
          .options("--option", "KEY=VALUE", "an option of the renderer", Completion.NONE)
          .changes()
          .example("view:create greetings --select '.method[name=greet]'", "one feature")
          .example("view:create outline --select .section --renderer plain", "all sections")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public CreateViewCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Name name = Names.parse(context.parameter("NAME").orElseThrow());
    ProjectViews views = context.service(ProjectViews.class);
    Node root = context.workspace().root();
    if (views.find(root, name).isPresent()) {
      throw new FxdException(
          Category.FAILED,
          "There is a view '" + name + "' already",
          "view:delete deletes it; its snippets stay",
          null);
    }
    View view = options(context, new View(members(context), renderer(context), new TreeMap<>()));
    // Written once, to nowhere: a renderer or a group that is not there shows now.
    int members = views.render(root, view).members().size();
    context
        .workspace()
        .session(context.origin())
        .change("create view " + name, transaction -> views.put(transaction, name, view));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("view", name.toString());
    data.put("members", members);
    context.answer(
        data,
        printer -> {
          printer.print("made ").print(Style.NAME, name.toString());
          printer.line(": " + Amounts.count(members, "snippet"));
          printer.print(Style.FAINT, "view:render writes it, view:apply takes it back").line();
        });
  }

  private static String renderer(CommandContext context) {
    return context.option("--renderer").orElse(ViewRenderer.MARKERS);
  }

  private View.Members members(CommandContext context) {
    Optional<String> group = context.option("--group");
    boolean own = !context.options("--select").isEmpty() || !context.options("--add").isEmpty();
    if (group.isPresent() == own) {
      throw new UsageException(
          "view:create needs either --group, or --select and --add",
          "help fxd:query explains selectors");
    }
    if (group.isPresent()) {
      return new View.Members.Named(Names.parse(group.get()));
    }
    Group members = Group.EMPTY;
    for (String selector : context.options("--select")) {
      members = members.include(lookup.selector(selector).text());
    }
    for (String selector : context.options("--exclude")) {
      members = members.exclude(lookup.selector(selector).text());
    }
    for (Match match : lookup.in(context).nodes(context.options("--add"))) {
      members = members.add(match.id());
    }
    return new View.Members.Own(members);
  }

  private static View options(CommandContext context, View view) {
    View result = view;
    for (String option : context.options("--option")) {
      List<String> parts = List.of(option.split("=", 2));
      if (parts.size() < 2 || parts.get(0).isBlank()) {
        throw new UsageException("'" + option + "' is not KEY=VALUE", "such as eol=crlf");
      }
      result = result.option(parts.get(0), parts.get(1));
    }
    return result;
  }
}
