package org.fxd.source.core.board;

import java.util.ArrayList;
import java.util.List;
import org.fxd.source.api.marker.Marked;
import org.fxd.source.api.view.ViewRenderer.Part;

/** The parts of a text as a renderer of FXD puts them together: hoisted imports, then members. */
final class PartList {
  private final Layout layout;
  private final List<Part> parts = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();

  PartList(Layout layout, List<Marked> members) {
    this.layout = layout;
    List<List<String>> all = new ArrayList<>();
    for (Marked member : members) {
      List<String> imports = layout.hoist() ? Hoisting.imports(member) : List.of();
      all.add(imports);
      shown.add(Hoisting.rest(member.body(), imports));
    }
    List<String> top = Hoisting.together(all);
    if (!top.isEmpty()) {
      add(String.join("\n", top), -1);
      add("\n\n", -1);
    }
  }

  /** What is shown of a member between its neighbours: its body less what was hoisted. */
  String shown(int member) {
    return shown.get(member);
  }

  /** Separates a member from the one before it, if there is one. */
  void between(int member) {
    if (member > 0) {
      add(layout.separator(), -1);
    }
  }

  void add(String text, int member) {
    parts.add(new Part(layout.lines(text), member));
  }

  List<Part> list() {
    return parts;
  }
}
