package org.fxd.shell.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code node:ls}: what is in a folder, a file or a snippet. */
@Component(property = Command.NAME + "=node:ls")
public final class ListNodesCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("node:ls", "Lists what is in a folder, a file or a snippet")
          .optional(
              "PATH", "a folder, a file, or FILE#SNIPPET; all if not given", Completion.SNIPPET)
          .example("node:ls", "lists the outermost folders and files")
          .example("node:ls src/Hello.java", "lists a file's snippets with types and lines")
          .example("node:ls 'src/Hello.java#Hello'", "lists the snippets in a snippet")
          .build();

  private final Sources sources;

  /** Reads files with the given service. */
  @Activate
  public ListNodesCommand(@Reference Sources sources) {
    this.sources = sources;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Node root = context.workspace().root();
    ProjectPath path = ProjectPath.find(sources, root, context.parameter("PATH").orElse(""));
    if (path instanceof ProjectPath.Folder folder) {
      folder(context, folder);
    } else if (path instanceof ProjectPath.File file) {
      snippets(context, sources.snippets(file.file()), 0);
    } else if (path instanceof ProjectPath.InFile in) {
      snippets(context, within(in.file(), in.snippet()), in.snippet().depth() + 1);
    }
  }

  private void folder(CommandContext context, ProjectPath.Folder folder) {
    List<Map<String, Object>> data = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (Entry entry : folder.node().entries()) {
      context.cancellation().check();
      boolean isFile = entry.node().kind().equals(Kind.FILE);
      String language = isFile ? sources.language(entry.name()) : "";
      data.add(data(folder.path(), entry, language));
      rows.add(
          List.of(
              entry.node().kind().name(),
              entry.name() + (entry.node().kind().equals(Kind.FOLDER) ? "/" : target(entry.node())),
              isFile ? size(entry.node()) : "",
              language));
    }
    context.answer(
        data,
        printer -> {
          if (rows.isEmpty()) {
            printer.line("empty");
          } else {
            printer.table(List.of("KIND", "NAME", "SIZE", "LANGUAGE"), rows);
          }
        });
  }

  private static Map<String, Object> data(FilePath parent, Entry entry, String language) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", entry.name().toString());
    data.put("path", parent.child(entry.name()).toString());
    data.put("kind", entry.node().kind().name());
    data.put("id", entry.id().toString());
    if (entry.node().kind().equals(Kind.FILE)) {
      data.put("language", language);
      data.put("size", number(entry.node()));
      data.put("executable", entry.node().metadata(FileMeta.EXECUTABLE).equals(Value.of(true)));
    } else if (!entry.node().kind().equals(Kind.FOLDER)) {
      data.put("target", pointedAt(entry.node()));
    }
    return data;
  }

  private static void snippets(CommandContext context, List<Snippet> snippets, int outermost) {
    context.answer(
        snippets.stream().map(snippet -> new SnippetText(snippet).data()).toList(),
        printer -> {
          if (snippets.isEmpty()) {
            printer.line("no snippets");
          } else {
            printer.table(
                List.of("TYPE", "NAME", "LINES", "ID"),
                snippets.stream().map(s -> new SnippetText(s).row(outermost)).toList());
          }
        });
  }

  /** The snippets in one: those that follow it and are deeper. */
  private List<Snippet> within(SourceFile file, Snippet outer) {
    List<Snippet> inner = new ArrayList<>();
    boolean inside = false;
    for (Snippet snippet : sources.snippets(file)) {
      if (snippet.entry().id().equals(outer.entry().id())) {
        inside = true;
      } else if (inside && snippet.depth() <= outer.depth()) {
        break;
      } else if (inside) {
        inner.add(snippet);
      }
    }
    return inner;
  }

  private static String target(Node node) {
    return node.kind().equals(Kind.FILE) ? "" : " -> " + pointedAt(node);
  }

  /** What a symbolic link says, or a gitlink's commit. */
  private static String pointedAt(Node node) {
    return node.kind().equals(Kind.SYMLINK) && node.value() instanceof Value.Bytes path
        ? new String(path.bytes(), StandardCharsets.UTF_8)
        : node.value().toString();
  }

  private static String size(Node file) {
    Long number = number(file);
    return number == null ? "" : Amounts.bytes(number);
  }

  private static Long number(Node file) {
    return file.metadata(FileMeta.SIZE) instanceof Value.Number size
        ? (Long) size.number().longValue()
        : null;
  }
}
