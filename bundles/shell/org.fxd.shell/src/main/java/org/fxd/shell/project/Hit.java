package org.fxd.shell.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.select.Match;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Snippet;

/**
 * A node that was found, as a row of a table and as data.
 *
 * @param match the node
 * @param file the file that it is or stands in
 * @param language that file's; empty if none
 * @param snippet where it stands in that file, if it is a snippet
 */
public record Hit(
    Match match, Optional<FilePath> file, String language, Optional<Snippet> snippet) {
  /** What the cells of a {@link #row} are. */
  public static final List<String> HEADER = List.of("ID", "TYPE", "LINES", "PATH", "FILE");

  /** The kind and the types. */
  public SortedSet<String> types() {
    return new NodeTypes(match.node()).all();
  }

  /** Such as {@code 12-20}; empty for what is no snippet. */
  public Optional<String> lines() {
    return snippet.map(s -> new SnippetText(s).lines());
  }

  /** The types, else the kind. */
  String type() {
    return new NodeTypes(match.node()).main();
  }

  /** The path from its file on; the whole path of what is in none, and of a file. */
  NodePath inner() {
    NodePath path = match.path();
    int above =
        file.isEmpty() || match.node().kind().equals(Kind.FILE)
            ? 0
            : match.nearest(Kind.FILE).map(f -> f.way().size()).orElse(0);
    return new NodePath(path.steps().subList(above, path.steps().size()));
  }

  /** For a person. */
  public List<String> row() {
    return List.of(
        match.id().brief(),
        type(),
        lines().orElse(""),
        match.path().toString(),
        file.map(FilePath::toString).orElse(""));
  }

  /** For a program. */
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("path", match.path().toString());
    data.put("id", match.id().toString());
    data.put("kind", match.node().kind().name());
    data.put("types", types());
    data.put("name", match.name().toString());
    data.put("file", file.map(FilePath::toString).orElse(null));
    data.put("firstLine", snippet.map(Snippet::firstLine).orElse(null));
    data.put("lastLine", snippet.map(Snippet::lastLine).orElse(null));
    data.put("lang", language.isEmpty() ? null : language);
    return data;
  }
}
