package org.fxd.source.core.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.select.Match;
import org.fxd.source.api.marker.Checksum;
import org.fxd.source.api.marker.Marked;
import org.fxd.source.api.marker.Markers.Inside;
import org.fxd.source.api.marker.Markers.Outside;
import org.fxd.source.api.marker.Markers.Piece;
import org.fxd.source.core.marker.MarkerWords;

/**
 * What a text with markers says of the snippets in it. Imports that stand at the top because they
 * were hoisted go back into the bodies.
 */
final class MarkedReturn {
  /** A snippet of the text. */
  private static final class Said {
    private final Inside inside;
    private final Optional<Member> base;
    private final Optional<Member> now;
    private List<String> hoisted = List.of();

    Said(Inside inside, Optional<Member> base, Optional<Member> now) {
      this.inside = inside;
      this.base = base;
      this.now = now;
    }

    Optional<Marked> reference() {
      return base.or(() -> now).map(Member::marked);
    }

    boolean isKnown() {
      return base.isPresent() || now.isPresent();
    }
  }

  private final MarkerIds ids;
  private final MemberReader reader;
  private final List<Said> said = new ArrayList<>();
  private final List<String> top = new ArrayList<>();

  MarkedReturn(MarkerIds ids, MemberReader reader) {
    this.ids = ids;
    this.reader = reader;
  }

  /**
   * Reads the pieces of a text.
   *
   * @param root the tree to look for snippets in, as it is now
   * @param rendered the view that the text was rendered of, if that is known
   */
  void read(List<Piece> pieces, Node root, Optional<Laid> rendered) {
    Map<String, Member> base = new HashMap<>();
    for (Member member : rendered.map(Laid::members).orElse(List.of())) {
      base.put(MarkerWords.escape(member.marked().id()), member);
    }
    Map<NodeId, Integer> lines = new HashMap<>();
    for (Piece piece : pieces) {
      if (piece instanceof Inside inside) {
        Optional<Member> before = Optional.ofNullable(base.get(inside.writtenId()));
        Optional<Match> match =
            before.isPresent() ? now(before.get(), root) : ids.find(root, inside.writtenId());
        Optional<Member> now = match.map(found -> readable(inside, found));
        now.ifPresent(member -> once(lines, member.id(), inside));
        said.add(new Said(inside, before, now));
      } else if (said.isEmpty() && piece instanceof Outside outside) {
        readTop(outside.text());
      }
    }
    hoist(rendered.map(laid -> !laid.top().isEmpty()));
  }

  private Optional<Match> now(Member before, Node root) {
    return before.match().root().equals(root)
        ? Optional.of(before.match())
        : ids.lookup().byId(root, before.id());
  }

  private Member readable(Inside inside, Match match) {
    return reader
        .read(match)
        .orElseThrow(
            () ->
                new UsageException(
                    "The marker in line "
                        + inside.line()
                        + " names "
                        + match
                        + ", which is no text.",
                    "Only snippets and text files are set through markers. Nothing was changed."));
  }

  private static void once(Map<NodeId, Integer> lines, NodeId id, Inside inside) {
    Integer first = lines.putIfAbsent(id, inside.line());
    if (first != null) {
      throw new UsageException(
          "The markers in line " + first + " and line " + inside.line() + " name the same snippet.",
          "Leave one of them. Nothing was changed.");
    }
  }

  private void readTop(String text) {
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    for (String line : plain.split("\r?\n", -1)) {
      if (Hoisting.isImport(line)) {
        top.add(line);
      }
    }
  }

  private void hoist(Optional<Boolean> hoisted) {
    Set<String> all = new HashSet<>();
    List<List<String>> missing = new ArrayList<>();
    for (Said one : said) {
      List<String> imports = one.reference().map(Hoisting::imports).orElse(List.of());
      Set<String> there = new HashSet<>(Hoisting.imports(one.inside.snippet()));
      all.addAll(imports);
      missing.add(imports.stream().filter(line -> !there.contains(line)).toList());
    }
    List<String> together = Hoisting.together(missing);
    if (hoisted.orElseGet(() -> together.stream().anyMatch(top::contains))) {
      for (int i = 0; i < said.size(); i++) {
        said.get(i).hoisted = missing.get(i);
      }
      top.removeIf(line -> all.contains(line) && !together.contains(line));
    }
  }

  /** What each known snippet's body is to be. */
  List<Wanted> wanted() {
    List<List<String>> edited =
        Hoisting.edited(said.stream().map(one -> one.hoisted).toList(), top);
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      if (said.get(i).isKnown()) {
        wanted.add(wanted(said.get(i), edited.get(i)));
      }
    }
    return wanted;
  }

  private static Wanted wanted(Said one, List<String> back) {
    Marked marker = one.inside.snippet();
    String before = one.reference().map(Marked::body).orElse("");
    String body =
        one.hoisted.isEmpty()
            ? marker.body()
            : Hoisting.joined(before, one.hoisted, back, marker.body());
    String checksum = marker.checksum();
    String now = one.now.map(Member::marked).map(Marked::body).orElse("");
    boolean edited =
        one.base.isPresent()
            ? !body.equals(before)
            : checksum.isEmpty() || !checksum.equals(Checksum.of(body));
    boolean outdated =
        one.base.isPresent()
            ? !now.equals(before)
            : !checksum.isEmpty() && !checksum.equals(Checksum.of(now));
    return new Wanted(one.inside.line(), marker.id(), one.now, body, edited, outdated);
  }

  /** The snippets of which nothing is known. */
  List<Marked> unknown() {
    return said.stream().filter(one -> !one.isKnown()).map(one -> one.inside.snippet()).toList();
  }
}
