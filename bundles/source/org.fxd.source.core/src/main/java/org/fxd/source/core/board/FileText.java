package org.fxd.source.core.board;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Sources;
import org.fxd.source.api.marker.Checksum;
import org.fxd.source.core.marker.MarkerText;
import org.fxd.source.core.marker.MarkerWords;

/** A file as text, with those of its outermost snippets that can stand between markers. */
final class FileText {
  /** A run of the text: a snippet's, or what stands between. */
  private record Run(String text, Optional<NodeId> snippet) {}

  private final Match match;
  private final Optional<String> text;
  private final List<Run> runs = new ArrayList<>();
  private final List<Member> members = new ArrayList<>();
  private final Map<String, Member> byWrittenId = new HashMap<>();

  private FileText(Match match, Optional<String> text) {
    this.match = match;
    this.text = text;
  }

  static FileText of(Node root, FilePath path, Sources sources, MemberReader reader) {
    Match stored = find(root, path);
    Match seen = stored.as(sources.scanned(stored.id(), stored.name(), stored.node()));
    Optional<String> text = reader.read(seen).map(member -> member.body().whole());
    FileText file = new FileText(seen, text);
    if (text.isPresent()) {
      file.cut(sources, reader);
    }
    return file;
  }

  private static Match find(Node root, FilePath path) {
    Optional<Match> at = root.entry(Name.of(Workspace.CODE)).map(e -> Match.below(root, e));
    for (Name name : path.names()) {
      at = at.flatMap(folder -> folder.node().entry(name).map(folder::child));
    }
    return at.filter(found -> found.node().kind().equals(Kind.FILE))
        .orElseThrow(
            () ->
                new NotFoundException(
                    "There is no file '" + path + "'.", "Look at the path with node:ls."));
  }

  private void cut(Sources sources, MemberReader reader) {
    boolean atStart = true;
    List<Entry> entries = new ArrayList<>();
    match.node().entries().forEach(entries::add);
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      String part = new String(sources.render(entry.node()), StandardCharsets.UTF_8);
      boolean atEnd = part.endsWith("\n") || i + 1 == entries.size() && !part.isEmpty();
      Optional<Member> member =
          atStart && atEnd && entry.node().kind().equals(Kind.SNIPPET)
              ? reader.read(match.child(entry))
              : Optional.empty();
      member.ifPresent(members::add);
      runs.add(new Run(part, member.map(Member::id)));
      atStart = part.isEmpty() ? atStart : part.endsWith("\n");
    }
    Rendering.tellApart(members);
    members.forEach(member -> byWrittenId.put(MarkerWords.escape(member.marked().id()), member));
  }

  Match match() {
    return match;
  }

  /** Whether it is text at all. */
  boolean isText() {
    return text.isPresent();
  }

  /** The text, empty if it is none. */
  String text() {
    return text.orElse("");
  }

  /** The snippets that can be marked, in order. */
  List<Member> members() {
    return Collections.unmodifiableList(members);
  }

  /** The same by their ids as markers have them. */
  Map<String, Member> byWrittenId() {
    return Collections.unmodifiableMap(byWrittenId);
  }

  /** How lines of the file end: as the first one does. */
  String eol() {
    int feed = text().indexOf('\n');
    return feed > 0 && text().charAt(feed - 1) == '\r' ? "\r\n" : "\n";
  }

  /**
   * The text with markers; just the text if no snippet can have any, for then nothing would tell
   * that other lines were written differently.
   */
  String marked() {
    if (members.isEmpty()) {
      return text();
    }
    StringBuilder out = new StringBuilder();
    int next = 0;
    for (Run run : runs) {
      String shown = MarkerText.escape(run.text());
      if (run.snippet().isEmpty()) {
        out.append(shown);
        continue;
      }
      Member member = members.get(next++);
      boolean broken = shown.endsWith("\n");
      out.append(MarkerText.begin(member.marked(), Checksum.of(member.body().text())))
          .append(eol())
          .append(shown)
          .append(broken ? "" : eol())
          .append(MarkerText.end(member.marked()))
          .append(broken ? eol() : "");
    }
    return out.toString();
  }
}
