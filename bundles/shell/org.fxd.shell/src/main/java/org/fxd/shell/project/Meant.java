package org.fxd.shell.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.error.NearMisses;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selector;
import org.fxd.graph.api.select.SelectorException;
import org.fxd.graph.api.select.Selectors;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.source.api.Sources;

/**
 * Which node a person means by a word. Of what the word may be, the first that is there counts:
 *
 * <ol>
 *   <li>{@code #ID}: the node's marker id, or its id from six digits on;
 *   <li>a path such as {@code code.src."Main.java".Main.run};
 *   <li>a file or a snippet as {@link ProjectPath} has it: {@code src/Main.java#Main.run}.
 * </ol>
 */
public final class Meant {
  private static final Pattern WHOLE_ID = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern WORD_SIGN = Pattern.compile("[^\\p{L}\\p{N}_-]");
  private static final int SEVERAL = 6;
  private static final int LOOKED_AT = 10_000;
  private static final int MISSES = 3;

  private final Sources sources;
  private final Selectors selectors;
  private final Finder finder;
  private final Node root;

  Meant(Sources sources, Selectors selectors, Finder finder, Node root) {
    this.sources = sources;
    this.selectors = selectors;
    this.finder = finder;
    this.root = root;
  }

  /**
   * The node.
   *
   * @throws NotFoundException if there is none; the hint names what comes close
   * @throws FxdException if there are several; the hint lists them
   */
  public Match node(String typed) {
    return find(typed).orElseThrow(() -> missing(typed));
  }

  /** The nodes, in that order. */
  public List<Match> nodes(List<String> typed) {
    return typed.stream().map(this::node).toList();
  }

  /** The node, if there is one. */
  public Optional<Match> find(String typed) {
    Optional<Match> found = typed.startsWith("#") ? byId(typed.substring(1)) : byPath(typed);
    return found.isPresent() ? found : inFiles(typed);
  }

  /**
   * The path of a node that is still to be made.
   *
   * @throws UsageException if it is no path that a node could be made at
   */
  public static NodePath newPath(String typed) {
    if (typed.startsWith("#")) {
      throw new UsageException(
          "There is nothing at '" + typed + "', and nothing can be made by id",
          "a new node needs a path, such as config.editor.width");
    }
    if (typed.indexOf('/') >= 0 && typed.indexOf('"') < 0) {
      NodePath meant = NodePath.of(Workspace.CODE);
      for (Name name : ProjectPath.parse(typed).names()) {
        meant = meant.child(name);
      }
      throw new UsageException(
          "There is nothing at '" + typed + "', and a new node needs a path with dots",
          "such as " + meant);
    }
    NodePath path = NodePath.parse(typed);
    if (path.isRoot()) {
      throw new UsageException("The root is there already; a new node needs a path");
    }
    return path;
  }

  private Optional<Match> byId(String id) {
    if (WHOLE_ID.matcher(id).matches()) {
      return finder.find(root, NodeId.parse(id));
    }
    List<Match> found = new ArrayList<>();
    finder.select(
        root,
        idSelector(id),
        Progress.NONE,
        Cancellation.none(),
        match -> found.add(match) && found.size() < SEVERAL);
    List<Match> exact =
        found.stream().filter(m -> m.node().metadata("id").equals(Value.of(id))).toList();
    if (exact.size() == 1) {
      return Optional.of(exact.get(0));
    }
    if (found.size() > 1) {
      throw new FxdException(
          Category.FAILED,
          "'#" + id + "' may be several nodes",
          found.stream()
              .map(match -> "#" + match.id() + "  " + match.path())
              .collect(Collectors.joining("\n")),
          null);
    }
    return found.stream().findFirst();
  }

  private Selector idSelector(String id) {
    try {
      return selectors.compile("#" + WORD_SIGN.matcher(id).replaceAll("\\\\$0"));
    } catch (SelectorException e) {
      throw new UsageException("'#" + id + "' is no id", e.hint().orElse(null));
    }
  }

  private Optional<Match> byPath(String typed) {
    try {
      return finder.find(root, NodePath.parse(typed));
    } catch (UsageException | IllegalArgumentException e) {
      return Optional.empty(); // It may be a file all the same; else missing() says it again.
    }
  }

  private Optional<Match> inFiles(String typed) {
    ProjectPath path;
    try {
      path = ProjectPath.find(sources, root, typed);
    } catch (NotFoundException | UsageException e) {
      return Optional.empty();
    }
    if (path instanceof ProjectPath.InFile in) {
      return finder.find(root, in.snippet().entry().id());
    }
    if (path instanceof ProjectPath.File file) {
      return finder.find(root, file.file().entry().id());
    }
    NodePath folder = NodePath.of(Workspace.CODE);
    for (Name name : ((ProjectPath.Folder) path).path().names()) {
      folder = folder.child(name);
    }
    return finder.find(root, folder);
  }

  private FxdException missing(String typed) {
    if (typed.startsWith("#")) {
      return new NotFoundException(
          "There is no node with the id '" + typed.substring(1) + "'",
          typed.length() < SEVERAL + 1
              ? "an id may be cut, but not below six digits"
              : "fxd:query finds nodes and shows their ids");
    }
    if (typed.indexOf('#') > 0 || typed.indexOf('/') >= 0) {
      return inFilesMissing(typed);
    }
    NodePath path = NodePath.parse(typed);
    NodePath there = NodePath.ROOT;
    Node node = root;
    for (NodePath.Step step : path.steps()) {
      NodePath further = there.child(step.name(), step.ordinal());
      Optional<Match> match = finder.find(root, further);
      if (match.isEmpty()) {
        boolean elsewhere = there.isRoot() && near(root, step.name()).isEmpty();
        return !elsewhere
            ? missing(path, there, node)
            : Lookup.isMounted(typed) ? notMounted(typed) : inFilesMissing(typed);
      }
      there = further;
      node = match.get().node();
    }
    return new NotFoundException("There is no '" + typed + "' in the project");
  }

  private static FxdException notMounted(String typed) {
    return new NotFoundException(
        "There is no '" + typed + "' in the project's own tree",
        "what is mounted, such as $history, can only be read: node:get, node:ls, fxd:query --in");
  }

  private static FxdException missing(NodePath path, NodePath there, Node node) {
    NodePath.Step step = path.steps().get(there.steps().size());
    long same = 0;
    for (Entry entry : node.entries()) {
      same += entry.name().equals(step.name()) ? 1 : 0;
    }
    List<String> near = near(node, step.name());
    String hint =
        same > 0
            ? "there " + (same == 1 ? "is only one" : "are only " + same) + " of that name"
            : near.isEmpty()
                ? "node:ls '" + there + "' shows what is there"
                : "did you mean "
                    + near.stream()
                        .map(name -> there.child(Name.of(name)).toString())
                        .collect(Collectors.joining(" or "))
                    + "?";
    return new NotFoundException("There is no node " + path, hint);
  }

  private static List<String> near(Node node, Name name) {
    List<String> names = new ArrayList<>();
    for (Entry entry : node.entries()) {
      names.add(entry.name().toString());
      if (names.size() == LOOKED_AT) {
        break;
      }
    }
    return NearMisses.of(name.toString(), names, MISSES);
  }

  private FxdException inFilesMissing(String typed) {
    try {
      ProjectPath.find(sources, root, typed);
    } catch (NotFoundException | UsageException e) {
      return e;
    }
    return new NotFoundException("There is no '" + typed + "' in the project");
  }
}
