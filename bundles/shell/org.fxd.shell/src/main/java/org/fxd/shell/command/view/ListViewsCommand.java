package org.fxd.shell.command.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.fxd.shell.project.PathFilter;
import org.fxd.shell.project.ProjectPath;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;
import org.fxd.source.api.view.ProjectViews;
import org.fxd.source.api.view.View;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code view:list}: the views there are. */
@Component(property = Command.NAME + "=view:list")
public final class ListViewsCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("view:list", "Lists the views: what can be rendered")
          .description(
              """
              First those that someone made (view:create), then the files: each is a view of its
              own.""")
          .optional("PATH", "only files, and only those below this", Completion.SOURCE)
          .flag("--made", "only those that someone made")
          .example("view:list", "lists all views")
          .example("view:list src", "lists the files below a folder")
          .build();

  private final Sources sources;

  /** Reads files with the given service. */
  @Activate
  public ListViewsCommand(@Reference Sources sources) {
    this.sources = sources;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Node root = context.workspace().root();
    List<Map<String, Object>> data = new ArrayList<>();
    List<List<String>> made = new ArrayList<>();
    if (context.parameter("PATH").isEmpty()) {
      context.service(ProjectViews.class).all(root).forEach((n, v) -> add(n, v, data, made));
    }
    List<List<String>> files = new ArrayList<>();
    if (!context.flag("--made")) {
      files(context, root, data, files);
    }
    context.answer(
        data,
        printer -> {
          if (!made.isEmpty()) {
            printer.table(List.of("VIEW", "RENDERER", "MEMBERS", "OPTIONS"), made);
          }
          if (!made.isEmpty() && !files.isEmpty()) {
            printer.line();
          }
          if (!files.isEmpty()) {
            printer.table(List.of("FILE", "LANGUAGE", "SIZE"), files);
          }
          long views = (long) made.size() + files.size();
          printer.print(Style.FAINT, Amounts.count(views, "view")).line();
        });
  }

  private static void add(
      Name name, View view, List<Map<String, Object>> data, List<List<String>> rows) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("view", name.toString());
    one.put("renderer", view.renderer());
    one.put("options", view.options());
    one.putAll(ViewMembers.data(view.members()));
    data.add(one);
    List<String> options = new ArrayList<>();
    view.options().forEach((key, value) -> options.add(key + "=" + value));
    rows.add(
        List.of(
            name.toString(),
            view.renderer(),
            ViewMembers.text(view.members()),
            String.join(" ", options)));
  }

  private void files(
      CommandContext context, Node root, List<Map<String, Object>> data, List<List<String>> rows) {
    FilePath below = context.parameter("PATH").map(ProjectPath::parse).orElse(FilePath.ROOT);
    for (SourceFile file : sources.files(root)) {
      context.cancellation().check();
      if (PathFilter.isBelow(file.path(), below)) {
        String language = sources.language(file.path().name());
        long size = size(file.entry().node());
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("view", file.path().toString());
        one.put("language", language);
        one.put("size", size);
        data.add(one);
        rows.add(List.of(file.path().toString(), language, Amounts.bytes(size)));
      }
    }
    if (rows.isEmpty() && !below.names().isEmpty()) {
      // Finding it tells an empty folder from one that is not there.
      ProjectPath.find(sources, root, below.toString());
    }
  }

  private static long size(Node node) {
    return node.metadata(FileMeta.SIZE) instanceof Value.Number number
        ? number.number().longValue()
        : node.value().toString().length();
  }
}
