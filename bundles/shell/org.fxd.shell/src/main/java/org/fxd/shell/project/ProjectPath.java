package org.fxd.shell.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.NearMisses;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;

/**
 * What a person means by a path: a folder, a file, or a snippet of a file. A file whose name holds
 * a {@code #} goes before a snippet.
 */
public sealed interface ProjectPath {
  /** What stands for bytes that are no character. */
  char REPLACEMENT = '\ufffd';

  /** A folder; the outermost one too. */
  record Folder(FilePath path, Node node) implements ProjectPath {}

  /** A file, a symbolic link or a gitlink. */
  record File(SourceFile file) implements ProjectPath {}

  /** A snippet of a file. */
  record InFile(SourceFile file, Snippet snippet) implements ProjectPath {}

  /**
   * Finds it.
   *
   * @throws NotFoundException if there is none; the hint names what comes close
   */
  static ProjectPath find(Sources sources, Node root, String text) {
    FilePath path = real(root, parse(text));
    Optional<Entry> whole = walk(root, path);
    if (path.names().isEmpty()) {
      return new Folder(path, root.child(Workspace.CODE));
    }
    if (whole.isPresent()) {
      Entry entry = whole.get();
      return entry.node().kind().equals(Kind.FOLDER)
          ? new Folder(path, entry.node())
          : new File(new SourceFile(path, entry));
    }
    if (text.indexOf('#') > 0) {
      Snippet snippet = sources.snippet(root, text);
      SourceFile file =
          sources.file(root, snippet.file()).orElseThrow(() -> missing(root, snippet.file()));
      return new InFile(file, snippet);
    }
    throw missing(root, path);
  }

  /** A path as typed. */
  static FilePath parse(String text) {
    try {
      return FilePath.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("'" + text + "' is no path: " + e.getMessage(), e);
    }
  }

  /** Says that there is nothing at a path. */
  static NotFoundException missing(Node root, FilePath path) {
    Node parent = root.child(Workspace.CODE);
    FilePath there = FilePath.ROOT;
    for (Name name : path.names()) {
      Node child = parent.child(name);
      if (!child.exists() || !child.kind().equals(Kind.FOLDER)) {
        break;
      }
      parent = child;
      there = there.child(name);
    }
    List<String> names = new ArrayList<>();
    for (Entry entry : parent.entries()) {
      names.add(entry.name().toString());
      if (names.size() == 10_000) {
        break;
      }
    }
    FilePath folder = there;
    String typed = path.names().get(folder.names().size()).toString();
    return new NotFoundException(
        "There is no '" + path + "' in the project",
        NearMisses.of(typed, names, 1).stream()
            .findFirst()
            .map(name -> "did you mean " + folder.child(Name.of(name)) + "?")
            .orElse(
                "node:ls "
                    + (folder.names().isEmpty() ? "" : folder + " ")
                    + "shows what is there"));
  }

  /**
   * The path with the names that are there. One that is no valid Unicode is shown with replacement
   * characters and cannot be typed in any other way: so it is meant, if nothing else looks like it.
   */
  private static FilePath real(Node root, FilePath typed) {
    if (typed.toString().indexOf(REPLACEMENT) < 0) {
      return typed;
    }
    Node node = root.child(Workspace.CODE);
    FilePath real = FilePath.ROOT;
    for (Name name : typed.names()) {
      Name there = node.child(name).exists() ? name : lookalike(node, name);
      real = real.child(there);
      node = node.child(there);
    }
    return real;
  }

  private static Name lookalike(Node folder, Name name) {
    List<Name> alike = new ArrayList<>();
    for (Entry entry : folder.entries()) {
      if (!entry.name().isText() && entry.name().toString().equals(name.toString())) {
        alike.add(entry.name());
      }
    }
    return alike.size() == 1 ? alike.get(0) : name;
  }

  private static Optional<Entry> walk(Node root, FilePath path) {
    Node node = root.child(Workspace.CODE);
    Optional<Entry> entry = Optional.empty();
    for (Name name : path.names()) {
      if (!node.exists() || !node.kind().equals(Kind.FOLDER)) {
        return Optional.empty();
      }
      entry = node.entry(name);
      if (entry.isEmpty()) {
        return entry;
      }
      node = entry.get().node();
    }
    return entry;
  }
}
