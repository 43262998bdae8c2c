package org.fxd.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.TreeChange;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.source.api.FileMeta;

/**
 * What differs between two trees besides the text of files: groups, views, data, metadata. Files
 * and what is in their text are {@link TreeDiff}'s to tell.
 *
 * @param picking which nodes are of interest
 */
record NodeChanges(Nodes nodes, Node before, Node after, Picking picking) {
  private static final Set<Kind> FILES = Set.of(Kind.FILE, Kind.SYMLINK, Kind.GITLINK);
  private static final Set<String> OF_TEXT = Set.of(FileMeta.CONTENT, FileMeta.SIZE);

  /** Tells of each. */
  void forEach(CommandContext context, Predicate<TreeChange> visitor) {
    nodes.compare(
        before,
        after,
        change -> {
          context.cancellation().check();
          return !isOther(change) || !picking.picks(change) || visitor.test(change);
        });
  }

  /** All of them, for a program. */
  List<Map<String, Object>> data(CommandContext context) {
    List<Map<String, Object>> data = new ArrayList<>();
    forEach(
        context,
        change -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("change", change.kind().name());
          one.put("node", path(change).toString());
          one.put("kind", entry(change).node().kind().name());
          one.put("id", entry(change).id().toString());
          return data.add(one);
        });
    return data;
  }

  /** Writes one line for each; returns how many there are. */
  int print(CommandContext context, Printer printer) {
    int[] count = {0};
    forEach(
        context,
        change -> {
          count[0]++;
          Style style =
              switch (change.kind()) {
                case ADDED -> Style.GOOD;
                case REMOVED -> Style.BAD;
                case CHANGED, RENAMED, MOVED -> Style.WARN;
              };
          String word = change.kind().name().toLowerCase(Locale.ROOT);
          printer.print(style, "%-8s".formatted(word)).print(" ");
          printer.print(Style.STRONG, path(change).toString());
          printer.line("  " + entry(change).node().kind());
          return true;
        });
    return count[0];
  }

  private boolean isOther(TreeChange change) {
    List<Name> names = names(change);
    if (names.isEmpty()) {
      return true;
    }
    Entry entry = entry(change);
    if (!names.get(0).equals(Name.of(Workspace.CODE)) || names.size() == 1) {
      return change.kind() == TreeChange.Kind.CHANGED || !holdsFile(entry);
    }
    boolean changed = change.kind() == TreeChange.Kind.CHANGED;
    if (FILES.contains(entry.node().kind())) {
      return changed && sameText(change);
    }
    return isInFile(change) ? changed && !sameMetadata(change) : changed || !holdsFile(entry);
  }

  /** Files are told by themselves, and so is a folder with them. */
  private static boolean holdsFile(Entry entry) {
    if (!entry.node().kind().equals(Kind.FOLDER)) {
      return FILES.contains(entry.node().kind());
    }
    for (Entry inner : entry.node().entries()) {
      if (holdsFile(inner)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameText(TreeChange change) {
    Node was = change.from().orElseThrow().node();
    Node is = change.to().orElseThrow().node();
    return !was.metadata(FileMeta.CONTENT).equals(Value.NONE)
        && was.metadata(FileMeta.CONTENT).equals(is.metadata(FileMeta.CONTENT))
        && was.metadata(FileMeta.EXECUTABLE).equals(is.metadata(FileMeta.EXECUTABLE));
  }

  private static boolean sameMetadata(TreeChange change) {
    return lasting(change.from().orElseThrow()).equals(lasting(change.to().orElseThrow()));
  }

  private static Map<String, Value> lasting(Entry entry) {
    Map<String, Value> metadata = new LinkedHashMap<>(entry.node().metadata());
    metadata.keySet().removeAll(OF_TEXT);
    return metadata;
  }

  private boolean isInFile(TreeChange change) {
    Node at = change.to().isPresent() ? after : before;
    for (Name name : names(change)) {
      at = at.child(name);
      if (at.kind().equals(Kind.FILE)) {
        return true;
      }
    }
    return false;
  }

  private static List<Name> names(TreeChange change) {
    return change.to().isPresent() ? change.after() : change.before();
  }

  private static Entry entry(TreeChange change) {
    return change.to().or(change::from).orElseThrow();
  }

  private static NodePath path(TreeChange change) {
    NodePath path = NodePath.ROOT;
    for (Name name : names(change)) {
      path = path.child(name);
    }
    return path;
  }
}
