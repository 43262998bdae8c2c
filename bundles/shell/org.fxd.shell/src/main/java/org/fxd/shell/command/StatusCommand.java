package org.fxd.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.merge.api.Conflict;
import org.fxd.merge.api.Conflicts;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.command.history.ConflictText;
import org.fxd.shell.print.Amounts;
import org.fxd.source.api.FileChange;
import org.fxd.source.api.Sources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:status}: how the project stands. */
@Component(property = Command.NAME + "=fxd:status")
public final class StatusCommand implements Command {
  private static final int SHOWN = 20;

  private final CommandSpec spec =
      CommandSpec.named("fxd:status", "Shows the project, its branch and what is not committed")
          .example("fxd:status", "shows how the project stands")
          .example("fxd:status --json", "tells a program")
          .build();

  private final Sources sources;
  private final Nodes nodes;

  /** Compares with the given services. */
  @Activate
  public StatusCommand(@Reference Sources sources, @Reference Nodes nodes) {
    this.sources = sources;
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
    Optional<Commit> head = history.head();
    Node before = head.map(history::root).orElseGet(() -> nodes.builder(Kind.ROOT).build());
    List<FileChange> changes = new ArrayList<>();
    if (!before.hash().equals(workspace.root().hash())) {
      sources.diffFiles(
          before,
          workspace.root(),
          change -> {
            context.cancellation().check();
            return changes.add(change);
          });
    }
    List<Conflict> conflicts = context.service(Conflicts.class).all();
    ConflictText inConflict = new ConflictText(workspace.root());
    Node after = workspace.root();
    NodeChanges others = new NodeChanges(nodes, before, after, Picking.all(sources, before, after));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("project", workspace.project());
    data.put("notices", workspace.notices());
    data.put("readOnly", workspace.isReadOnly());
    data.put("branch", history.branch().orElse(null));
    data.put("head", head.map(commit -> new CommitText(commit).data()).orElse(null));
    data.put("changes", changes.stream().map(StatusCommand::data).toList());
    data.put("conflicts", conflicts.stream().map(inConflict::data).toList());
    if (context.isJson()) {
      data.put("nodes", others.data(context));
    }
    context.answer(
        data,
        printer -> {
          print(printer, workspace, history, head, changes);
          if (!conflicts.isEmpty()) {
            printer.line("in conflict: " + Amounts.count(conflicts.size(), "thing"));
            inConflict.print(printer, conflicts);
          }
          if (others.print(context, printer) + changes.size() == 0) {
            printer.line("nothing to commit");
          } else {
            String next =
                "fxd:diff shows the lines"
                    + (workspace.isReadOnly() ? "" : "; fxd:commit -m TEXT keeps them");
            printer.print(Style.FAINT, next).line();
          }
        });
  }

  private static Map<String, Object> data(FileChange change) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("change", change.kind().name());
    data.put("path", path(change));
    data.put("oldPath", oldPath(change).orElse(null));
    return data;
  }

  private static void print(
      Printer printer,
      Workspace workspace,
      History history,
      Optional<Commit> head,
      List<FileChange> changes) {
    printer.print("project  ").print(Style.NAME, workspace.project()).line();
    workspace.notices().forEach(notice -> printer.line("         " + notice));
    if (workspace.isReadOnly()) {
      printer.line("         open only to be read");
    }
    printer.print("branch   ").print(Style.STRONG, history.branch().orElse("none")).line();
    printer.print("head     ");
    head.ifPresentOrElse(
        commit -> new CommitText(commit).line(printer), () -> printer.line("no commits yet"));
    if (changes.isEmpty()) {
      return;
    }
    printer.line("to commit: " + Amounts.count(changes.size(), "file"));
    List<List<String>> rows = new ArrayList<>();
    for (FileChange change : changes.subList(0, Math.min(SHOWN, changes.size()))) {
      String from = oldPath(change).map(old -> old + " -> ").orElse("");
      rows.add(List.of("  " + TreeDiff.word(change.kind()), from + path(change)));
    }
    printer.table(List.of(), rows);
    if (changes.size() > SHOWN) {
      printer.line("  and " + Amounts.count(changes.size() - SHOWN, "more file"));
    }
  }

  /** The path before, if it was another. */
  private static Optional<String> oldPath(FileChange change) {
    return change
        .before()
        .map(file -> file.path().toString())
        .filter(old -> change.after().isPresent() && !old.equals(path(change)));
  }

  private static String path(FileChange change) {
    return change.after().or(change::before).orElseThrow().path().toString();
  }
}
