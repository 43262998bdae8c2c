package org.fxd.shell.command.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code view:list}: the views there are; so far every file has one, itself. */
@Component(property = Command.NAME + "=view:list")
public final class ListViewsCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("view:list", "Lists the views: what can be rendered")
          .description("Every file has a view of its own: itself.")
          .optional("PATH", "a folder or a file; all if not given", Completion.SOURCE)
          .example("view:list", "lists all views")
          .example("view:list src", "lists the views below a folder")
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
    FilePath below = context.parameter("PATH").map(ProjectPath::parse).orElse(FilePath.ROOT);
    List<Map<String, Object>> data = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
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
    context.answer(
        data,
        printer -> {
          printer.table(List.of("VIEW", "LANGUAGE", "SIZE"), rows);
          printer.print(Style.FAINT, Amounts.count(rows.size(), "view")).line();
        });
  }

  private static long size(Node node) {
    return node.metadata(FileMeta.SIZE) instanceof Value.Number number
        ? number.number().longValue()
        : node.value().toString().length();
  }
}
