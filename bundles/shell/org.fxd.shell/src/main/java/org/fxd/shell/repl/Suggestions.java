package org.fxd.shell.repl;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.group.Groups;
import org.fxd.graph.api.mount.Mounts;
import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.History;
import org.fxd.history.api.ref.Tags;
import org.fxd.plugin.api.Plugin;
import org.fxd.plugin.api.PluginHost;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.call.Commands;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.Sources;
import org.fxd.source.api.view.ProjectViews;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What could stand at a place of a line, by the command's spec and by what there is. */
@Component(service = Suggestions.class)
public final class Suggestions {
  private static final int MOST = 500;

  /** What stands beside a project file while it is open or made: nobody's to name. */
  private static final Pattern BESIDE_PROJECT =
      Pattern.compile(
          ".*\\.fxd(-wal|-shm|(\\.new)?-journal|\\.lock|\\.holder|\\.new)", Pattern.DOTALL);

  private final Commands commands;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile ComponentServiceObjects<Sources> sources;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile ComponentServiceObjects<PluginHost> plugins;

  /** Suggests the given commands and what they take. */
  @Activate
  public Suggestions(@Reference Commands commands) {
    this.commands = commands;
  }

  /** Whether there is a command of that name. */
  public boolean isCommand(String name) {
    return name.equals("help")
        || name.equals("exit")
        || name.equals("quit")
        || name.startsWith("gogo:")
        || commands.names().contains(name);
  }

  /**
   * Suggests words.
   *
   * @param words the words before the one to complete
   * @param typed what there is of that one
   * @param directory the folder against which file names are taken
   */
  public List<Suggestion> of(List<String> words, String typed, Whereabouts where, Path directory) {
    if (words.isEmpty()) {
      return commands(true);
    }
    if (words.get(0).equals("help")) {
      return commands(false);
    }
    Optional<CommandSpec> spec = commands.spec(words.get(0));
    if (spec.isEmpty()) {
      return List.of();
    }
    List<String> given = words.subList(1, words.size());
    if (typed.startsWith("-") && !given.contains("--")) {
      return options(spec.get());
    }
    return values(new ArgumentPlace(spec.get(), given).completion(), typed, where, directory);
  }

  private List<Suggestion> values(
      Completion completion, String typed, Whereabouts where, Path directory) {
    return switch (completion) {
      case NONE -> List.of();
      case COMMAND -> commands(false);
      case FILE -> files(typed, directory, false);
      case FOLDER -> files(typed, directory, true);
      case SOURCE -> sources(typed, where, true);
      case SNIPPET ->
          typed.indexOf('#') > 0 ? snippets(typed, where) : sources(typed, where, false);
      case REVISION -> revisions(typed, where);
      case BRANCH -> branches(where);
      case TAG -> tags(where);
      case PLUGIN -> plugins();
      case NODE -> nodes(typed, where);
      case GROUP -> groups(where);
      case VIEW -> views(typed, where);
      case OPERATION -> operations(where);
    };
  }

  private List<Suggestion> commands(boolean words) {
    List<Suggestion> found = new ArrayList<>();
    commands.specs().forEach(s -> found.add(new Suggestion(s.name(), s.summary(), true)));
    if (words) {
      found.add(new Suggestion("help", "Lists all commands, or explains one", true));
      found.add(new Suggestion("exit", "Ends the shell", true));
    }
    return found;
  }

  private static List<Suggestion> options(CommandSpec spec) {
    List<Suggestion> found = new ArrayList<>();
    for (CommandSpec.Option option : spec.options()) {
      String last = option.names().get(option.names().size() - 1);
      found.add(new Suggestion(last, option.description(), true));
    }
    found.add(new Suggestion("--json", "answers in JSON", true));
    found.add(new Suggestion("--help", "explains the command", true));
    return found;
  }

  private static List<Suggestion> files(String typed, Path directory, boolean foldersOnly) {
    int slash = typed.lastIndexOf('/');
    String parent = typed.substring(0, slash + 1);
    String begin = typed.substring(slash + 1);
    List<Suggestion> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory.resolve(parent))) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        boolean hidden = name.startsWith(".") && !begin.startsWith(".");
        boolean folder = Files.isDirectory(entry);
        boolean meant = folder || !foldersOnly && !BESIDE_PROJECT.matcher(name).matches();
        if (name.startsWith(begin) && !hidden && meant && found.size() < MOST) {
          found.add(new Suggestion(parent + name + (folder ? "/" : ""), "", !folder));
        }
      }
    } catch (IOException | InvalidPathException e) {
      return List.of(); // A folder that cannot be read has nothing to suggest.
    }
    return found;
  }

  /**
   * Folders and files of the project.
   *
   * @param last whether a word ends with a file; if not, a {@code #} and a snippet may follow it
   */
  private static List<Suggestion> sources(String typed, Whereabouts where, boolean last) {
    Optional<Workspace> workspace = where.workspace();
    if (workspace.isEmpty()) {
      return List.of();
    }
    int slash = typed.lastIndexOf('/');
    String parent = typed.substring(0, slash + 1);
    String begin = typed.substring(slash + 1);
    Node folder = workspace.get().root().child(Workspace.CODE);
    for (Name name : FilePath.parse(parent).names()) {
      folder = folder.child(name);
    }
    List<Suggestion> found = new ArrayList<>();
    for (Entry entry : folder.entries()) {
      String name = entry.name().toString();
      if (name.startsWith(begin) && entry.name().isText()) {
        boolean isFolder = entry.node().kind().equals(Kind.FOLDER);
        found.add(new Suggestion(parent + name + (isFolder ? "/" : ""), "", last && !isFolder));
        if (found.size() == MOST) {
          break;
        }
      }
    }
    return found;
  }

  private List<Suggestion> snippets(String typed, Whereabouts where) {
    String path = typed.substring(0, typed.indexOf('#'));
    return where
        .workspace()
        .map(
            workspace ->
                with(
                    sources,
                    service ->
                        service
                            .file(workspace.root(), FilePath.parse(path))
                            .map(service::snippets)
                            .orElse(List.of())
                            .stream()
                            .limit(MOST)
                            .map(Suggestions::suggestion)
                            .toList()))
        .orElse(List.of());
  }

  private static Suggestion suggestion(Snippet snippet) {
    return new Suggestion(
        snippet.address(), snippet.type() + ", line " + snippet.firstLine(), true);
  }

  private List<Suggestion> nodes(String typed, Whereabouts where) {
    if (typed.indexOf('#') > 0) {
      return snippets(typed, where);
    }
    List<Suggestion> found = new ArrayList<>(sources(typed, where, false));
    where.workspace().ifPresent(w -> found.addAll(new NodeSuggestions(w.root()).of(typed, MOST)));
    where
        .service(Mounts.class)
        .ifPresent(m -> found.addAll(new NodeSuggestions(m.root()).of(typed, MOST)));
    return found;
  }

  private static List<Suggestion> groups(Whereabouts where) {
    return names(where, Groups.class, "group", groups -> groups.all(root(where)).keySet());
  }

  private static List<Suggestion> views(String typed, Whereabouts where) {
    List<Suggestion> found = new ArrayList<>();
    found.addAll(
        names(where, ProjectViews.class, "view", views -> views.all(root(where)).keySet()));
    found.addAll(sources(typed, where, true));
    return found;
  }

  private static Node root(Whereabouts where) {
    return where.workspace().orElseThrow().root();
  }

  private static <T> List<Suggestion> names(
      Whereabouts where, Class<T> type, String what, Function<T, Set<Name>> names) {
    return where
        .service(type)
        .map(
            service ->
                names.apply(service).stream()
                    .limit(MOST)
                    .map(name -> new Suggestion(name.toString(), what, true))
                    .toList())
        .orElse(List.of());
  }

  private static List<Suggestion> branches(Whereabouts where) {
    return where
        .service(History.class)
        .map(
            history ->
                history.branches().entrySet().stream()
                    .limit(MOST)
                    .map(branch -> new Suggestion(branch.getKey(), branch.getValue().brief(), true))
                    .toList())
        .orElse(List.of());
  }

  private static List<Suggestion> tags(Whereabouts where) {
    return where
        .service(Tags.class)
        .map(
            tags ->
                tags.all().stream()
                    .limit(MOST)
                    .map(tag -> new Suggestion(tag.name(), "tag, " + tag.commit().brief(), true))
                    .toList())
        .orElse(List.of());
  }

  private static List<Suggestion> revisions(String typed, Whereabouts where) {
    List<Suggestion> found = new ArrayList<>(branches(where));
    found.addAll(tags(where));
    where
        .service(History.class)
        .ifPresent(
            history -> {
              history
                  .head()
                  .ifPresent(head -> found.add(new Suggestion("@", head.summary(), true)));
              found.add(new Suggestion("@-", "the commit before the head", true));
            });
    found.addAll(sources(typed, where, true));
    return found;
  }

  private static List<Suggestion> operations(Whereabouts where) {
    List<Suggestion> found = new ArrayList<>();
    where
        .service(OperationLog.class)
        .ifPresent(
            log -> {
              for (Operation operation : log.from(log.newest())) {
                if (found.size() == MOST) {
                  break;
                }
                found.add(new Suggestion(operation.id().brief(), operation.description(), true));
              }
            });
    return found;
  }

  private List<Suggestion> plugins() {
    return with(
        plugins,
        host ->
            host.plugins().stream()
                .map((Plugin p) -> new Suggestion(p.name(), p.state().name(), true))
                .toList());
  }

  private static <T> List<Suggestion> with(
      ComponentServiceObjects<T> offer, Function<T, List<Suggestion>> work) {
    T service = offer == null ? null : offer.getService();
    if (service == null) {
      return List.of();
    }
    try {
      return work.apply(service);
    } finally {
      offer.ungetService(service);
    }
  }
}
