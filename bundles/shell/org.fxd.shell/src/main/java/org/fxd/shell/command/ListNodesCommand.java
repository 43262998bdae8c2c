package org.fxd.shell.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selector;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.print.Amounts;
import org.fxd.shell.project.Found;
import org.fxd.shell.project.HitList;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.NodeList;
import org.fxd.shell.project.ProjectPath;
import org.fxd.shell.project.SelectorProblem;
import org.fxd.shell.project.SnippetText;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code node:ls}: what is in a folder, a file, a snippet or any other node, or what is found. */
@Component(property = Command.NAME + "=node:ls")
public final class ListNodesCommand implements Command {
  private static final Pattern SURELY_SELECTOR = Pattern.compile("^\\s*[.#\\[*:]|[>\\[\\]]");
  private static final Pattern SELECTOR = Pattern.compile("^\\s*[.#\\[*:]|[ >\\[\\],]");

  private final CommandSpec spec =
      CommandSpec.named("node:ls", "Lists what is in a node, or what a selector finds")
          .description(
              """
              PATH is a folder or a file, FILE#SNIPPET, #ID, or the path of any other node, such as
              groups or code.src, or of history as nodes: '$history.branches'. What is at no such
              place is taken for a selector if it looks like one: fxd:query tells more of those.""")
          .optional("PATH", "what to look into, or a selector; all if not given", Completion.NODE)
          .example("node:ls", "lists the outermost folders and files")
          .example("node:ls src/Hello.java", "lists a file's snippets with types and lines")
          .example("node:ls 'src/Hello.java#Hello'", "lists the snippets in a snippet")
          .example("node:ls '.class > .method'", "lists what a selector finds")
          .example("node:ls '$history.branches'", "lists the branches as nodes")
          .example("node:ls code.src", "lists the nodes at a path")
          .build();

  private final Sources sources;
  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public ListNodesCommand(@Reference Lookup lookup) {
    this.sources = lookup.sources();
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Node root = context.workspace().root();
    String typed = context.parameter("PATH").orElse("");
    if (Lookup.isMounted(typed)) {
      new NodeList(lookup.seen(context, typed)).answer(context);
      return;
    }
    ProjectPath path;
    try {
      path = ProjectPath.find(sources, root, typed);
    } catch (NotFoundException | UsageException e) {
      elsewhere(context, root, typed, e);
      return;
    }
    if (path instanceof ProjectPath.Folder folder) {
      folder(context, folder);
    } else if (path instanceof ProjectPath.File file) {
      snippets(context, sources.snippets(file.file()), 0);
    } else if (path instanceof ProjectPath.InFile in) {
      snippets(context, within(in.file(), in.snippet()), in.snippet().depth() + 1);
    }
  }

  /** What is at no place below {@code code}: another node, or a selector. */
  private void elsewhere(CommandContext context, Node root, String typed, FxdException missing) {
    Optional<Match> node = lookup.in(context, root).find(typed);
    if (node.isPresent()) {
      new NodeList(node.get()).answer(context);
    } else if (SELECTOR.matcher(typed).find()) {
      Found found = Found.by(context, root, selector(typed, missing), Long.MAX_VALUE);
      new HitList(lookup.hits(), found).answer(context, -1);
    } else {
      throw missing;
    }
  }

  private Selector selector(String typed, FxdException missing) {
    try {
      return lookup.selector(typed);
    } catch (SelectorProblem e) {
      // What only holds a space or a comma may be a mistyped path as well.
      throw SURELY_SELECTOR.matcher(typed).find() ? e : missing;
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
