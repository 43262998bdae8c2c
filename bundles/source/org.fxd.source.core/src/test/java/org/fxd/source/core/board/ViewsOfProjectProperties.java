package org.fxd.source.core.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.group.Group;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.marker.Marked;
import org.fxd.source.api.view.ProjectViews.Patched;
import org.fxd.source.api.view.View;
import org.fxd.source.api.view.ViewOptions;
import org.fxd.source.api.view.ViewRenderer;
import org.fxd.source.core.marker.MarkerText;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** What holds of views of whatever files and notes there are. */
class ViewsOfProjectProperties {
  private static final String[] BITS = {
    "x",
    "\n",
    "\r\n",
    "\n\n",
    " ",
    "import a from 'a'\n",
    "import b from 'b'\n",
    "\r",
    "\u00e9",
    "# FX:BEGIN id=n0",
    "\n// FX:END id=n0\n",
    "/* FX:\\END id=n1 */\n",
    "y",
    "z\n",
    "\ufeff"
  };

  private static String text(Choices choices, int most) {
    StringBuilder text = new StringBuilder();
    for (int left = choices.below(most); left > 0; left--) {
      text.append(BITS[choices.below(BITS.length)]);
    }
    return text.toString();
  }

  private static String file(Choices choices) {
    String eol = choices.below(3) == 0 ? "\r\n" : "\n";
    StringBuilder text = new StringBuilder(choices.below(2) == 0 ? "import os\n\n" : "");
    for (int i = 1 + choices.below(3); i > 0; i--) {
      text.append("def f").append(i).append("():\n  pass # ").append(choices.below(5)).append("\n");
      text.append("\n".repeat(choices.below(3)));
    }
    if (choices.below(3) == 0) {
      text.append("def last():\n  return");
    }
    return text.toString().replace("\n", eol);
  }

  /** A desk with files and notes, and a view of some of them. */
  private static View view(Desk desk, Choices choices) {
    List<NodeId> members = new ArrayList<>();
    for (int i = choices.below(3); i > 0; i--) {
      String path = "f" + i + ".py";
      desk.file(path, file(choices));
      for (Snippet snippet : desk.snippets(path)) {
        if (choices.below(3) > 0) {
          members.add(choices.below(members.size() + 1), snippet.entry().id());
        }
      }
    }
    for (int i = choices.below(4); i > 0; i--) {
      members.add(desk.note("n" + i, choices.below(2) == 0 ? "js" : "lua", text(choices, 8)));
    }
    return View.of(Group.EMPTY.withMembers(members))
        .renderer(choices.below(2) == 0 ? ViewRenderer.MARKERS : ViewRenderer.PLAIN)
        .option(ViewOptions.EOL, choices.below(2) == 0 ? "lf" : "crlf")
        .option(ViewOptions.HOIST, choices.below(2) == 0 ? "true" : null)
        .option(ViewOptions.SEPARATOR, choices.below(3) == 0 ? "\\n-----\\n" : null);
  }

  @Test
  void nothingEditedIsNoChange() {
    Property.seeded(51)
        .runs(100)
        .check(
            choices -> {
              try (Desk desk = new Desk()) {
                View view = view(desk, choices);
                String text = desk.render(view);
                Hash before = desk.root().hash();
                Patched patched = desk.apply(view, text);
                assertEquals(before, desk.root().hash());
                assertEquals(List.of(), patched.changed());
                assertEquals(
                    desk.views.render(desk.root(), view).members().size(), patched.unchanged());
                if (view.renderer().equals(ViewRenderer.MARKERS)) {
                  desk.applyMarked(text);
                  assertEquals(before, desk.root().hash());
                  String plain = desk.render(view.renderer(ViewRenderer.PLAIN));
                  desk.apply(view, MarkerText.escape(plain));
                  assertEquals(before, desk.root().hash());
                }
              }
            });
  }

  private static Map<NodeId, String> bodies(Desk desk, View view) {
    Map<NodeId, String> bodies = new LinkedHashMap<>();
    MemberReader reader = new MemberReader(desk.sample.sources);
    for (NodeId id : ((View.Members.Own) view.members()).group().members()) {
      bodies.put(id, reader.read(desk.find(id).orElseThrow()).orElseThrow().body().text());
    }
    return bodies;
  }

  @Test
  void oneBodyEditedIsThatSnippetChanged() {
    Property.seeded(52)
        .runs(100)
        .check(
            choices -> {
              try (Desk desk = new Desk()) {
                View view = view(desk, choices).option(ViewOptions.HOIST, null);
                List<NodeId> members = desk.views.render(desk.root(), view).members();
                if (members.isEmpty()) {
                  return;
                }
                NodeId target = members.get(choices.below(members.size()));
                Map<NodeId, String> before = bodies(desk, view);
                String body = before.get(target);
                List<String> lines = new ArrayList<>(List.of(body.split("\n", -1)));
                int at = choices.below(lines.size());
                lines.set(at, lines.get(at) + " # edited");
                String edited = String.join("\n", lines);
                Laid laid = laid(desk, view, target, edited);
                Patched patched = desk.apply(view, laid.text());
                assertEquals(List.of(target), patched.changed());
                before.put(target, edited);
                assertEquals(before, bodies(desk, view));
              }
            });
  }

  /** The view as it is rendered, but for one member's body. */
  private static Laid laid(Desk desk, View view, NodeId target, String body) {
    MemberReader reader = new MemberReader(desk.sample.sources);
    List<Member> members = new ArrayList<>();
    for (NodeId id : desk.views.render(desk.root(), view).members()) {
      Member member = reader.read(desk.find(id).orElseThrow()).orElseThrow();
      Member shown =
          id.equals(target)
              ? new Member(member.match(), withBody(member, body), new Body(body))
              : member;
      members.add(shown);
    }
    List<ViewRenderer.Part> parts =
        FixedRenderers.own()
            .named(view.renderer())
            .render(members.stream().map(Member::marked).toList(), view.options());
    return Laid.of(members, parts, false);
  }

  private static Marked withBody(Member member, String body) {
    return new Marked(
        member.marked().id(),
        member.marked().lang(),
        member.marked().file(),
        "",
        member.marked().order(),
        member.marked().version(),
        body);
  }

  @Test
  void anyTextIsTakenOrRefusedAndNeverHalf() {
    Property.seeded(53)
        .runs(100)
        .check(
            choices -> {
              try (Desk desk = new Desk()) {
                View view = view(desk, choices);
                StringBuilder text = new StringBuilder(desk.render(view));
                for (int edits = 1 + choices.below(4); edits > 0; edits--) {
                  int at = choices.below(text.length() + 1);
                  int end = Math.min(text.length(), at + choices.below(30));
                  text.replace(at, end, text(choices, 4));
                }
                Hash before = desk.root().hash();
                try {
                  Patched patched = desk.apply(view, text.toString());
                  boolean still = patched.changed().isEmpty() && patched.created().isEmpty();
                  assertEquals(still, before.equals(desk.root().hash()), patched.toString());
                } catch (FxdException refused) {
                  assertFalse(refused.getMessage().isBlank());
                  assertEquals(before, desk.root().hash());
                }
              }
            });
  }
}
