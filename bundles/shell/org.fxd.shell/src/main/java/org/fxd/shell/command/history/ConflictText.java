package org.fxd.shell.command.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.merge.api.Conflict;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.source.api.FileMeta;

/** How a conflict is named and told. */
public final class ConflictText {
  private static final Value BLOCK = Value.of(FileMeta.BLOCK);

  private final Node root;

  /** For conflicts of a root. */
  public ConflictText(Node root) {
    this.root = root;
  }

  /** A table of conflicts, with what each is about. */
  public void print(Printer printer, List<Conflict> conflicts) {
    List<List<String>> rows = new ArrayList<>();
    for (Conflict conflict : conflicts) {
      rows.add(List.of("  " + address(conflict), what(conflict), conflict.id().brief()));
    }
    printer.table(List.of(), rows);
    printer
        .print(Style.FAINT, "fxd:resolve PATH --ours, --theirs, --base or --both; or edit the text")
        .line();
  }

  /** A conflict for a program. */
  public Map<String, Object> data(Conflict conflict) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", conflict.id().toString());
    data.put("path", address(conflict));
    data.put("file", file(conflict));
    OptionalInt line = line(conflict);
    data.put("line", line.isPresent() ? line.getAsInt() : null);
    data.put("about", conflict.sort().name());
    data.put("key", conflict.key().isEmpty() ? null : conflict.key());
    data.put("sides", conflict.adds().stream().map(ConflictText::value).toList());
    data.put("bases", conflict.removes().stream().map(ConflictText::value).toList());
    return data;
  }

  private static Object value(Value value) {
    return value.equals(Value.NONE) || value.equals(Value.NULL) ? null : value.toString();
  }

  /**
   * Where its node stands: a file's path, and behind a hash the snippets, with dots. In a plain
   * text, whose snippets have no names that anyone gave them, the line behind a colon.
   */
  public String address(Conflict conflict) {
    OptionalInt line = line(conflict);
    if (line.isPresent() && isPlain(conflict)) {
      return file(conflict) + ":" + line.getAsInt();
    }
    int file = steps(conflict).size();
    List<String> inner = texts(conflict.path().subList(file, conflict.path().size()));
    return file(conflict) + (inner.isEmpty() ? "" : "#" + String.join(".", inner));
  }

  /** The line in which its markers begin, counted from 1; empty if there are none. */
  private OptionalInt line(Conflict conflict) {
    return file(steps(conflict))
        .filter(file -> conflict.sort() == Conflict.Sort.VALUE)
        .map(file -> ConflictLine.of(file, conflict.id()))
        .orElse(OptionalInt.empty());
  }

  /** Whether it is about a file itself, or a block of lines in one. */
  private boolean isPlain(Conflict conflict) {
    List<Entry> steps = steps(conflict);
    int inner = conflict.path().size() - steps.size();
    return inner == 0
        || inner == 1
            && file(steps)
                .flatMap(file -> file.node().entry(conflict.id()))
                .filter(entry -> entry.node().metadata(FileMeta.TYPE).equals(BLOCK))
                .isPresent();
  }

  /** The path of its file or folder below the code; of what is not code, from the root. */
  String file(Conflict conflict) {
    List<String> names = texts(conflict.path().subList(0, steps(conflict).size()));
    boolean code = names.size() > 1 && names.get(0).equals(Workspace.CODE);
    return String.join("/", code ? names.subList(1, names.size()) : names);
  }

  private static List<String> texts(List<Name> names) {
    return names.stream().map(Name::toString).collect(Collectors.toList());
  }

  /** The entries that lead to the file; one that is not there ends them. */
  private List<Entry> steps(Conflict conflict) {
    List<Entry> steps = new ArrayList<>();
    Node at = root;
    for (Name name : conflict.path()) {
      Optional<Entry> entry = at.entry(name);
      if (entry.isEmpty()) {
        break;
      }
      steps.add(entry.get());
      at = entry.get().node();
      if (at.kind().equals(Kind.FILE)) {
        break;
      }
    }
    return steps;
  }

  private static Optional<Entry> file(List<Entry> steps) {
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(steps.get(steps.size() - 1))
            .filter(entry -> entry.node().kind().equals(Kind.FILE));
  }

  private static String what(Conflict conflict) {
    int sides = conflict.adds().size();
    String each = sides == 2 ? "both sides" : sides + " sides";
    return switch (conflict.sort()) {
      case VALUE -> each + " changed its text or value";
      case METADATA -> each + " changed its '" + conflict.key() + "'";
      case NAME -> "named " + list(conflict);
      case PARENT -> each + " moved it to different places";
      case PRESENCE -> "changed on one side, removed on the other";
      case NODE -> "it became something else on one side";
    };
  }

  private static String list(Conflict conflict) {
    return conflict.adds().stream()
        .map(name -> "'" + name + "'")
        .distinct()
        .collect(Collectors.joining(" or "));
  }
}
