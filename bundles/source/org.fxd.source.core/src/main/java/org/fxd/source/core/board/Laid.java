package org.fxd.source.core.board;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fxd.source.api.marker.Marked;
import org.fxd.source.api.view.ViewRenderer.Part;

/**
 * A view of a root, written.
 *
 * @param members the members in it, in order
 * @param parts the text
 * @param hoisted the imports of each member that stand at the top instead; of none if none do
 */
record Laid(List<Member> members, List<Part> parts, List<List<String>> hoisted) {
  static Laid of(List<Member> members, List<Part> parts, boolean hoist) {
    List<List<String>> hoisted = new ArrayList<>();
    for (Member member : members) {
      hoisted.add(hoist ? Hoisting.imports(member.marked()) : List.of());
    }
    return new Laid(members, parts, hoisted);
  }

  String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }

  List<Marked> marked() {
    return members.stream().map(Member::marked).toList();
  }

  /** The imports at the top. */
  List<String> top() {
    return Hoisting.together(hoisted);
  }
}
