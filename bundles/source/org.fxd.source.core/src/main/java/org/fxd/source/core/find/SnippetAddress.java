package org.fxd.source.core.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SourceFile;

/** Finds the one snippet that a person means by {@code path#name}. */
public final class SnippetAddress {
  private static final Pattern NUMBERED = Pattern.compile("(.+)~([1-9][0-9]{0,8})");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{6,32}");
  private static final int MAX_LISTED = 10;
  private static final int MAX_NEAR = 3;

  /** In a project with more files only these are looked at for a hint. */
  private static final int MAX_FILES = 200_000;

  private final Node root;
  private final Function<SourceFile, List<Snippet>> snippets;

  public SnippetAddress(Node root, Function<SourceFile, List<Snippet>> snippets) {
    this.root = root;
    this.snippets = snippets;
  }

  /** The snippet at an address; see {@code Sources.snippet}. */
  public Snippet find(String address) {
    // A file's name may hold the sign too: the first part before one that is a file's path.
    for (int at = address.indexOf('#'); at >= 0; at = address.indexOf('#', at + 1)) {
      FilePath path = FilePath.parse(address.substring(0, at));
      Optional<SourceFile> file = FileWalk.at(root, path);
      if (file.isPresent()) {
        return find(file.get(), address.substring(at + 1));
      }
    }
    throw noFile(address);
  }

  private Snippet find(SourceFile file, String name) {
    List<Snippet> all = snippets.apply(file);
    for (Snippet snippet : all) {
      if (snippet.ordinal() == 1 && snippet.qualifiedName().equals(name)) {
        return snippet;
      }
    }
    Matcher numbered = NUMBERED.matcher(name);
    int ordinal = numbered.matches() ? Integer.parseInt(numbered.group(2)) : 0;
    String plain = numbered.matches() ? numbered.group(1) : name;
    for (Snippet snippet : all) {
      if (snippet.ordinal() == ordinal && snippet.qualifiedName().equals(plain)) {
        return snippet;
      }
    }
    List<Snippet> found = new ArrayList<>();
    for (Snippet snippet : all) {
      boolean counts = ordinal == 0 || snippet.ordinal() == ordinal;
      if (counts && snippet.entry().name().toString().equals(plain)) {
        found.add(snippet);
      }
    }
    if (found.isEmpty() && ID.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
      String digits = name.toLowerCase(Locale.ROOT);
      all.stream().filter(s -> s.entry().id().toString().startsWith(digits)).forEach(found::add);
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    throw found.isEmpty() ? noSnippet(file, name, all) : several(file, name, found);
  }

  private static FxdException several(SourceFile file, String name, List<Snippet> found) {
    return new FxdException(
        FxdException.Category.FAILED,
        file.path() + " has " + found.size() + " snippets called '" + name + "'.",
        "Say which: " + list(found.stream().map(Snippet::address).toList()),
        null);
  }

  private static NotFoundException noSnippet(SourceFile file, String name, List<Snippet> all) {
    String message = file.path() + " has no snippet '" + name + "'.";
    if (all.isEmpty()) {
      return new NotFoundException(message, "It has no snippets at all.");
    }
    List<String> names = new ArrayList<>();
    for (Snippet snippet : all) {
      names.add(snippet.qualifiedName());
      names.add(snippet.entry().name().toString());
    }
    List<String> near = Nearest.of(name, names);
    return near.isEmpty()
        ? new NotFoundException(message, "It has " + list(distinctNames(all)) + ".")
        : new NotFoundException(message, "Did you mean " + list(near) + "?");
  }

  private static List<String> distinctNames(List<Snippet> all) {
    return all.stream().map(Snippet::qualifiedName).distinct().toList();
  }

  private FxdException noFile(String address) {
    int at = address.indexOf('#');
    String written = at < 0 ? address : address.substring(0, at);
    Optional<SourceFile> whole = FileWalk.at(root, FilePath.parse(address));
    if (whole.isPresent()) {
      List<String> some =
          snippets.apply(whole.get()).stream().map(Snippet::address).limit(3).toList();
      return new UsageException(
          "'" + address + "' is a file, not a snippet.",
          some.isEmpty() ? "It has no snippets." : "Its snippets are, for example, " + list(some));
    }
    if (at < 0) {
      return new NotFoundException(
          "There is no snippet '" + address + "'.", "A snippet's address is PATH#NAME.");
    }
    List<String> near = near(written);
    return new NotFoundException(
        "There is no file '" + written + "'.",
        near.isEmpty() ? null : "Did you mean " + list(near) + "?");
  }

  /** Files of that name in other folders; if there are none, files whose paths come close. */
  private List<String> near(String written) {
    List<String> paths = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>();
    for (SourceFile file : FileWalk.of(root)) {
      String path = file.path().toString();
      paths.add(path);
      if (path.endsWith("/" + written) && elsewhere.size() < MAX_NEAR) {
        elsewhere.add(path);
      }
      if (paths.size() >= MAX_FILES) {
        break;
      }
    }
    return elsewhere.isEmpty() ? Nearest.of(written, paths) : elsewhere;
  }

  private static String list(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(names.size(), MAX_LISTED)));
    return names.size() > MAX_LISTED
        ? first + " and " + (names.size() - MAX_LISTED) + " more"
        : first;
  }
}
