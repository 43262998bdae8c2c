package org.fxd.source.core.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.source.api.marker.Checksum;
import org.fxd.source.api.marker.Marked;
import org.fxd.source.api.view.ProjectViews.PatchOptions;
import org.fxd.source.api.view.ProjectViews.Patched;
import org.fxd.source.api.view.View;
import org.fxd.source.api.view.ViewOptions;
import org.fxd.source.api.view.ViewRenderer;
import org.fxd.source.core.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Views are written, edited and taken back. */
class ViewsOfProjectTest {
  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  private NodeId js(String name, String text) {
    return desk.note(name, "js", text);
  }

  @Test
  void markersToTheByte() {
    NodeId z = js("s-z", "last");
    NodeId py = desk.note("s-py", "py", "def f():\n    return 1");
    NodeId html = desk.note("s-html", "html", "<div/>");
    NodeId script = js("s-js", "import x from './x'\nimport './side'\nconst a = 1;");
    desk.metadata(py, "order", Value.of(1));
    desk.metadata(html, "order", Value.of(1));
    desk.metadata(script, "order", Value.of(2));
    desk.metadata(py, "file", Value.of("src/f.py"));
    View view = Desk.view(z, script, py, html);
    String text =
        """
        # FX:BEGIN id=s-py lang=py file=src/f.py checksum=a8ee809d order=1 version=1
        def f():
            return 1
        # FX:END id=s-py

        <!-- FX:BEGIN id=s-html lang=html checksum=6c156f84 order=1 version=1 -->
        <div/>
        <!-- FX:END id=s-html -->

        /* FX:BEGIN id=s-js lang=js checksum=73548756 order=2 version=1 */
        import x from './x'
        import './side'
        const a = 1;
        /* FX:END id=s-js */

        /* FX:BEGIN id=s-z lang=js checksum=329296 version=1 */
        last
        /* FX:END id=s-z */"""
            .stripIndent();
    assertEquals(text, desk.render(view));
    assertEquals(List.of(py, html, script, z), desk.views.render(desk.root(), view).members());
    assertEquals(text.replace("\n", "\r\n"), desk.render(view.option(ViewOptions.EOL, "crlf")));
    assertEquals(
        text.replace("\n\n", "\n"), desk.render(view.option(ViewOptions.SEPARATOR, "\\n")));
    String imports = "import x from './x'\nimport './side'\n";
    assertEquals(
        imports + "\n" + text.replace(imports, ""),
        desk.render(view.option(ViewOptions.HOIST, "true")));
    assertEquals(
        List.of(z, script, py, html),
        desk.views.render(desk.root(), view.option(ViewOptions.SORT, "group")).members());
  }

  @Test
  void plainIsTheBodiesAlone() {
    View view = Desk.view(js("a", "1\n"), js("b", "2")).renderer(ViewRenderer.PLAIN);
    assertEquals("1\n\n2", desk.render(view));
  }

  @Test
  void optionsAndRenderersThatAreNotKnown() {
    View view = Desk.view(js("a", "1"));
    UsageException eol =
        assertThrows(UsageException.class, () -> desk.render(view.option(ViewOptions.EOL, "cr")));
    assertTrue(eol.getMessage().contains("eol"), eol.getMessage());
    NotFoundException none =
        assertThrows(NotFoundException.class, () -> desk.render(view.renderer("pdf")));
    assertTrue(none.hint().orElse("").contains("markers"), none.toString());
  }

  @Test
  void anEditGoesToItsSnippetAlone() {
    desk.file("a.py", "import os\n\ndef f():\n  pass\n\ndef g():\n  pass\n");
    desk.file("lib/b.py", "def h():\n  pass\n");
    NodeId note = js("n", "note");
    View view = Desk.view(desk.id("a.py#g"), desk.id("lib/b.py#h"), note);
    String text = desk.render(view);
    assertTrue(text.contains("file=lib/b.py"), text);
    Patched patched = desk.apply(view, text.replace("def h():\n  pass", "def h():\n  return 2"));
    assertEquals(List.of(desk.id("lib/b.py#h")), patched.changed());
    assertEquals(2, patched.unchanged());
    assertEquals("def h():\n  return 2\n", desk.text("lib/b.py"));
    desk.apply(view, desk.render(view).replace("note", "other").replace("pass", "return 1"));
    assertEquals("other", desk.note(note));
    assertEquals("import os\n\ndef f():\n  pass\n\ndef g():\n  return 1\n", desk.text("a.py"));
  }

  @Test
  void oneFeatureAcrossFilesBySelector() {
    desk.file("a.py", "def load():\n  pass # TODO one\n\ndef g():\n  pass\n");
    desk.file("lib/b.py", "def save():\n  pass # TODO two\n");
    View view = View.of(Group.EMPTY.include(".snippet:contains(\"TODO\")"));
    NodeId load = desk.id("a.py#load");
    NodeId save = desk.id("lib/b.py#save");
    assertEquals(List.of(load, save), desk.views.render(desk.root(), view).members());
    Patched patched = desk.apply(view, desk.render(view).replace("pass # TODO", "done() #"));
    assertEquals(List.of(load, save), patched.changed());
    assertEquals("def load():\n  done() # one\n\ndef g():\n  pass\n", desk.text("a.py"));
    assertEquals("def save():\n  done() # two\n", desk.text("lib/b.py"));
    assertEquals("", desk.render(view));
  }

  @Test
  void aGroupOfTheProjectByName() {
    NodeId a = js("a", "1");
    View view = new View(new View.Members.Named(Name.of("g")), ViewRenderer.PLAIN, new TreeMap<>());
    assertThrows(NotFoundException.class, () -> desk.render(view));
    desk.change(t -> desk.groups.put(t, Name.of("g"), Group.EMPTY.add(a)));
    assertEquals("1", desk.render(view));
  }

  @Test
  void severalSnippetsOfOneFile() {
    desk.file("a.py", "class A:\n  def f(self):\n    pass\n\n  def g(self):\n    pass\n");
    NodeId f = desk.id("a.py#A.f");
    NodeId g = desk.id("a.py#A.g");
    View view = Desk.view(f, g);
    desk.apply(view, desk.render(view).replace("pass", "return 1"));
    assertEquals(
        "class A:\n  def f(self):\n    return 1\n\n  def g(self):\n    return 1\n",
        desk.text("a.py"));
    assertEquals(f, desk.id("a.py#A.f"));
    assertEquals(g, desk.id("a.py#A.g"));
  }

  @Test
  void aWholeFileIsAMemberToo() {
    desk.file("a.py", "def f():\r\n  pass\r\n");
    View view = Desk.view(Sample.id("a.py"));
    desk.apply(view, desk.render(view).replace("pass", "return 1"));
    assertEquals("def f():\r\n  return 1\r\n", desk.text("a.py"));
  }

  @Test
  void bothAFileAndItsSnippetCannotBeEditedAtOnce() {
    desk.file("a.py", "def f():\n  pass\n");
    View view = Desk.view(Sample.id("a.py"), desk.id("a.py#f"));
    String text = desk.render(view);
    assertThrows(UsageException.class, () -> desk.apply(view, text.replace("pass", "x")));
    assertEquals("def f():\n  pass\n", desk.text("a.py"));
  }

  @Test
  void nothingEditedIsNoChange() {
    desk.file("a.py", "def f():\n  pass\n");
    View view = Desk.view(desk.id("a.py#f"), js("n", "x\r\ny\n"));
    Hash before = desk.root().hash();
    for (View one : List.of(view, view.renderer(ViewRenderer.PLAIN))) {
      String text = desk.render(one);
      for (String back : List.of(text, text + "\n", text.replace("\n", "\r\n"), "\ufeff" + text)) {
        Patched patched = desk.apply(one, back);
        assertEquals(List.of(), patched.changed());
        assertEquals(2, patched.unchanged());
        assertEquals(before, desk.root().hash());
      }
    }
  }

  @Test
  void movingAndRemovingMarkersChangesNothing() {
    NodeId a = js("a", "1");
    NodeId b = js("b", "2");
    View view = Desk.view(a, b);
    String[] pairs = desk.render(view).split("\n\n");
    Hash before = desk.root().hash();
    desk.apply(view, "some words\n" + pairs[1] + "\nmore words\n" + pairs[0]);
    desk.apply(view, pairs[1]);
    assertEquals(before, desk.root().hash());
  }

  @Test
  void withoutMarkersTheLinesTell() {
    NodeId a = js("a", "1\n2\n3\n");
    NodeId b = js("b", "4\n5");
    View view = Desk.view(a, b).renderer(ViewRenderer.PLAIN);
    Patched patched = desk.apply(view, "1\n2b\n3\n3b\n\n4\n5\n");
    assertEquals(List.of(a), patched.changed());
    assertEquals("1\n2b\n3\n3b\n", desk.note(a));
    desk.apply(view, "1\n3\n3b\n\n0\n4\n5\n\n6\n");
    assertEquals("1\n3\n3b\n", desk.note(a));
    assertEquals("0\n4\n5\n\n6", desk.note(b));
    desk.apply(view, "1\n3\n3b\n\nnew\n\n0\n4\n5\n\n6\n");
    assertEquals("new\n\n0\n4\n5\n\n6", desk.note(b));
  }

  @Test
  void markersThatWereTakenOutAreNotMissed() {
    NodeId a = js("a", "1\n/* FX:BEGIN id=x */\n2");
    NodeId b = js("b", "3");
    View view = Desk.view(a, b);
    String without = desk.render(view).replaceAll("(?m)^/\\* FX:(BEGIN|END).*\n?", "");
    assertEquals("1\n/* FX:\\BEGIN id=x */\n2\n\n3\n", without);
    Patched patched = desk.apply(view, without.replace("3", "33"));
    assertEquals(List.of(b), patched.changed());
    assertEquals("33", desk.note(b));
  }

  @Test
  void anEditBeyondABodyIsAConflict() {
    NodeId a = js("a", "1\n2");
    View view = Desk.view(a, js("b", "3\n4")).renderer(ViewRenderer.PLAIN);
    ConflictException e = assertThrows(ConflictException.class, () -> desk.apply(view, "1\nx\n4"));
    assertTrue(e.getMessage().contains("line 2"), e.getMessage());
    assertEquals("1\n2", desk.note(a));
  }

  @Test
  void aBodyThatHoldsMarkersInAPlainText() {
    NodeId a = js("a", "/* FX:BEGIN id=b */\nx\n/* FX:END id=b */");
    NodeId b = js("b", "y");
    View view = Desk.view(a).renderer(ViewRenderer.PLAIN);
    desk.apply(view, desk.render(view).replace("x", "z"));
    assertEquals("/* FX:BEGIN id=b */\nz\n/* FX:END id=b */", desk.note(a));
    assertEquals("y", desk.note(b));
  }

  @Test
  void conflictsAreNamedAllAndNothingIsDone() {
    NodeId a = js("a", "1");
    NodeId b = js("b", "2");
    NodeId c = js("c", "3");
    View view = Desk.view(a, b, c);
    for (View one : List.of(view, view.renderer(ViewRenderer.PLAIN))) {
      Node rendered = desk.root();
      String text = desk.render(one);
      desk.applyMarked("# FX:BEGIN id=a\n1x\n# FX:END id=a\n# FX:BEGIN id=b\n2x\n# FX:END id=b");
      Hash before = desk.root().hash();
      // What was not edited here is no conflict, though it has changed there.
      String edited = text.replaceAll("(?m)^[123]$", "$0y");
      ConflictException e =
          assertThrows(
              ConflictException.class, () -> desk.apply(rendered, one, edited, PatchOptions.USUAL));
      assertTrue(e.getMessage().contains("a") && e.getMessage().contains("b"), e.getMessage());
      assertFalse(e.getMessage().contains(" c"), e.getMessage());
      assertEquals(before, desk.root().hash());
      Patched patched =
          desk.apply(rendered, one, text.replaceAll("(?m)^3$", "3y"), PatchOptions.USUAL);
      assertEquals(List.of(c), patched.changed());
      assertEquals("1x", desk.note(a));
      Patched forced = desk.apply(rendered, one, edited, new PatchOptions(true, true));
      assertEquals(List.of(a, b), forced.overridden());
      assertEquals("1y", desk.note(a));
      desk.applyMarked(
          "# FX:BEGIN id=a\n1\n# FX:END id=a\n# FX:BEGIN id=b\n2\n# FX:END id=b\n"
              + "# FX:BEGIN id=c\n3\n# FX:END id=c");
    }
  }

  @Test
  void bothMadeTheSameEdit() {
    NodeId a = js("a", "1");
    View view = Desk.view(a);
    Node rendered = desk.root();
    String edited = desk.render(view).replace("\n1\n", "\n2\n");
    desk.apply(view, edited);
    Patched again = desk.apply(rendered, view, edited, PatchOptions.USUAL);
    assertEquals(1, again.unchanged());
  }

  @Test
  void orphans() {
    String text =
        "# FX:BEGIN id=un/known_id lang=py file=a_b.py order=2 version=7\nx\n# FX:END"
            + " id=un/known_id\n# FX:BEGIN id=un|known_id\ny\n# FX:END id=un|known_id";
    Patched skipped = desk.applyMarked(text, new PatchOptions(false, false));
    assertEquals(List.of("un/known_id", "un|known_id"), skipped.skipped());
    Patched made = desk.applyMarked(text);
    assertEquals(2, made.created().size());
    Node orphans = desk.root().child("snippets").child("orphans");
    Node first = orphans.child("un_known_id");
    assertEquals(Value.of("x"), first.value());
    assertEquals(
        Map.of(
            "id", Value.of("un/known_id"),
            "lang", Value.of("py"),
            "file", Value.of("a_b.py"),
            "order", Value.of(2),
            "version", Value.of(7)),
        first.metadata());
    assertEquals(Value.of("y"), orphans.child("un_known_id_2").value());
    // Now they are known.
    Patched again = desk.applyMarked(text.replace("\ny\n", "\nz\n"));
    assertEquals(List.of(), again.created());
    assertEquals(1, again.changed().size());
    assertEquals(
        Value.of("z"),
        desk.root().child("snippets").child("orphans").child("un_known_id_2").value());
  }

  @Test
  void idsAreLookedUpAsWrittenThenUnescaped() {
    NodeId spaced = js("my note=1", "1");
    desk.applyMarked(desk.render(Desk.view(spaced)).replace("\n1\n", "\n2\n"));
    assertEquals("2", desk.note(spaced));
    NodeId under = js("my_note=1", "3");
    desk.applyMarked(desk.render(Desk.view(under)).replace("\n3\n", "\n4\n"));
    assertEquals("2", desk.note(spaced));
    assertEquals("4", desk.note(under));
    View both = Desk.view(spaced, under);
    desk.apply(both, desk.render(both).replace("\n2\n", "\n5\n").replace("\n4\n", "\n6\n"));
    assertEquals("5", desk.note(spaced));
    assertEquals("6", desk.note(under));
  }

  @Test
  void twoWithOneIdAreToldApartInAViewAndRefusedElsewhere() {
    NodeId one = js("twin", "1");
    NodeId other = js("other", "2");
    desk.metadata(other, "id", Value.of("twin"));
    View view = Desk.view(one, other);
    String text = desk.render(view);
    assertTrue(text.contains("id=" + other), text);
    desk.apply(view, text.replace("\n2\n", "\n3\n"));
    assertEquals("3", desk.note(other));
    FxdException e = assertThrows(FxdException.class, () -> desk.applyMarked(text));
    assertTrue(e.getMessage().contains("notes.twin"), e.getMessage());
  }

  @Test
  void aSnippetMarkedTwice() {
    NodeId id = js("a", "1");
    UsageException e =
        assertThrows(
            UsageException.class,
            () ->
                desk.applyMarked(
                    "# FX:BEGIN id=a\n2\n# FX:END id=a\n# FX:BEGIN id="
                        + id
                        + "\n3\n# FX:END id="
                        + id));
    assertTrue(e.getMessage().contains("line 1 and line 4"), e.getMessage());
  }

  @Test
  void versionsGrow() {
    NodeId with = js("with", "1");
    desk.metadata(with, "version", Value.of(4));
    NodeId without = js("without", "1");
    View view = Desk.view(with, without);
    String text = desk.render(view);
    assertTrue(text.contains("version=4"), text);
    desk.apply(view, text.replace("\n1\n", "\n2\n"));
    Node notes = desk.root().child("notes");
    assertEquals(Value.of(5), notes.child("with").metadata("version"));
    assertEquals(Value.NONE, notes.child("without").metadata("version"));
    desk.apply(view, desk.render(view));
    assertEquals(Value.of(5), desk.root().child("notes").child("with").metadata("version"));
  }

  @Test
  void versionsGrowInFiles() {
    desk.file("a.py", "class A:\n  def f(self):\n    pass\n");
    NodeId f = desk.id("a.py#A.f");
    View view = Desk.view(f);
    desk.apply(view, desk.render(view).replace("pass", "return"));
    desk.change(
        transaction -> {
          Node file = desk.root().child("code").child("a.py");
          transaction
              .root()
              .child(Name.of("code"))
              .child(Name.of("a.py"))
              .child(file.entry(Name.of("A")).orElseThrow().id())
              .child(f)
              .metadata("version", Value.of(1));
        });
    desk.apply(view, desk.render(view).replace("return", "return 3"));
    assertEquals(Value.of(2), desk.find(f).orElseThrow().node().metadata("version"));
    assertTrue(desk.text("a.py").endsWith("return 3\n"));
  }

  @Test
  void oneThatIsGone() {
    NodeId a = js("a", "1");
    View view = Desk.view(a, js("b", "2"));
    for (View one : List.of(view, view.renderer(ViewRenderer.PLAIN))) {
      Node rendered = desk.root();
      String text = desk.render(one);
      desk.change(t -> t.root().child(Name.of("notes")).remove(Name.of("a")));
      Patched patched =
          desk.apply(rendered, one, text.replaceAll("(?m)^2$", "2x"), PatchOptions.USUAL);
      assertEquals(1, patched.changed().size());
      ConflictException e =
          assertThrows(
              ConflictException.class,
              () ->
                  desk.apply(rendered, one, text.replaceAll("(?m)^1$", "1x"), PatchOptions.USUAL));
      assertTrue(e.getMessage().contains("removed"), e.getMessage());
      desk.change(
          t -> t.root().child(Name.of("notes")).put(rendered.child("notes").entry(a).get()));
      desk.applyMarked("# FX:BEGIN id=b\n2\n# FX:END id=b");
    }
  }

  @Test
  void hoistedImportsComeBack() {
    NodeId a = js("a", "import x from './x'\nimport y from './y'\nx(y)\n");
    NodeId b = js("b", "import x from './x'\nx()");
    View markers = Desk.view(a, b).option(ViewOptions.HOIST, "true");
    for (View view : List.of(markers, markers.renderer(ViewRenderer.PLAIN))) {
      Hash before = desk.root().hash();
      String text = desk.render(view);
      assertTrue(text.startsWith("import x from './x'\nimport y from './y'\n\n"), text);
      desk.apply(view, text);
      assertEquals(before, desk.root().hash());
      desk.apply(view, text.replace("x()", "x(1)"));
      assertEquals("import x from './x'\nx(1)", desk.note(b));
      desk.apply(view, desk.render(view).replace("import x from", "import {x} from"));
      assertEquals("import {x} from './x'\nx(1)", desk.note(b));
      assertEquals("import {x} from './x'\nimport y from './y'\nx(y)\n", desk.note(a));
      desk.apply(view, desk.render(view).replace("import y from './y'\n", ""));
      assertEquals("import {x} from './x'\nx(y)\n", desk.note(a));
      desk.applyMarked(
          """
          // FX:BEGIN id=a
          import x from './x'
          import y from './y'
          x(y)
          // FX:END id=a
          // FX:BEGIN id=b
          import x from './x'
          x()
          // FX:END id=b
          """);
      assertEquals(before, desk.root().hash());
    }
  }

  @Test
  void hoistedImportsComeBackWithoutTheView() {
    NodeId a = js("a", "import x from './x'\nx()");
    View view = Desk.view(a).option(ViewOptions.HOIST, "true");
    Hash before = desk.root().hash();
    String text = desk.render(view);
    desk.applyMarked(text);
    assertEquals(before, desk.root().hash());
    desk.applyMarked(text.replace("x()", "x(1)"));
    assertEquals("import x from './x'\nx(1)", desk.note(a));
    // An import that stands outside a text that was not hoisted is nobody's.
    desk.applyMarked("import z from 'z'\n" + desk.render(Desk.view(a)));
    assertEquals("import x from './x'\nx(1)", desk.note(a));
  }

  @Test
  void viewsAreKeptAsNodes() {
    NodeId a = js("a", "1");
    NodeId b = js("b", "2");
    View view =
        new View(
                new View.Members.Own(
                    new Group(
                        List.of(b, a),
                        List.of(".snippet", "#x"),
                        List.of("[a=b]"),
                        true,
                        Duration.ofMillis(250))),
                ViewRenderer.PLAIN,
                new TreeMap<>())
            .option(ViewOptions.EOL, "crlf");
    Name name = Name.of("mine");
    desk.change(t -> desk.views.put(t, name, view));
    assertEquals(Map.of(name, view), desk.views.all(desk.root()));
    Hash before = desk.root().hash();
    desk.change(t -> desk.views.put(t, name, view));
    assertEquals(before, desk.root().hash());
    View other =
        new View(
            new View.Members.Own(
                ((View.Members.Own) view.members()).group().remove(b).include(".todo")),
            ViewRenderer.MARKERS,
            new TreeMap<>());
    Node first = desk.root().child("views").child("mine").child("group");
    desk.change(t -> desk.views.put(t, name, other));
    assertEquals(other, desk.views.find(desk.root(), name).orElseThrow());
    Node second = desk.root().child("views").child("mine").child("group");
    second
        .entries()
        .forEach(
            entry -> {
              if (!entry.node().value().equals(Value.of(".todo"))) {
                assertEquals(entry, first.entry(entry.id()).orElseThrow());
              }
            });
    View named = new View(new View.Members.Named(Name.of("g")), "x", new TreeMap<>());
    desk.change(t -> desk.views.put(t, name, named));
    assertEquals(named, desk.views.find(desk.root(), name).orElseThrow());
    desk.change(t -> desk.views.remove(t, name));
    assertTrue(desk.views.all(desk.root()).isEmpty());
    try (Transaction transaction = desk.workspace.begin(Desk.ORIGIN)) {
      assertThrows(NotFoundException.class, () -> desk.views.remove(transaction, name));
    }
  }

  @Test
  void aRendererOfAPlugin() {
    ViewRenderer list =
        new ViewRenderer() {
          @Override
          public String name() {
            return "list";
          }

          @Override
          public List<Part> render(List<Marked> members, Map<String, String> options) {
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < members.size(); i++) {
              parts.add(new Part("## " + members.get(i).id() + "\n", -1));
              parts.add(new Part(members.get(i).body(), i));
              parts.add(new Part("\n", -1));
            }
            return parts;
          }
        };
    ViewRenderer broken =
        new ViewRenderer() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public List<Part> render(List<Marked> members, Map<String, String> options) {
            return List.of(new Part("x", 7));
          }
        };
    try (Desk other = new Desk(new FixedRenderers(List.of(list, broken)))) {
      NodeId a = other.note("a", "", "1\n2");
      View view = Desk.view(a, other.note("b", "", "3")).renderer("list");
      assertEquals("## a\n1\n2\n## b\n3\n", other.render(view));
      other.apply(view, "## a\n1\n2x\n## b\n3\n");
      assertEquals("1\n2x", other.note(a));
      assertThrows(ConflictException.class, () -> other.apply(view, "# A\n1\n2x\n## b\n3\n"));
      FxdException e =
          assertThrows(FxdException.class, () -> other.render(view.renderer("broken")));
      assertTrue(e.getMessage().contains("broken"), e.getMessage());
    }
  }

  @Test
  void whatHasNoTextIsLeftOut() {
    desk.file("bin", "a\0b");
    NodeId a = js("a", "1");
    NodeId folder = desk.root().entry(Name.of("code")).orElseThrow().id();
    View view = Desk.view(Sample.id("bin"), folder, a);
    assertEquals(List.of(a), desk.views.render(desk.root(), view).members());
    UsageException e =
        assertThrows(
            UsageException.class,
            () -> desk.applyMarked("# FX:BEGIN id=" + folder + "\n# FX:END id=" + folder));
    assertTrue(e.getMessage().contains("line 1"), e.getMessage());
  }

  @Test
  void halfACharacterIsRefused() {
    js("a", "1");
    assertThrows(
        UsageException.class, () -> desk.applyMarked("# FX:BEGIN id=a\n\ud800\n# FX:END id=a"));
  }

  @Test
  void aTextIsCheckedAgainstTheChecksumItWasRenderedWith() {
    NodeId a = js("a", "now");
    String stale = "# FX:BEGIN id=a checksum=" + Checksum.of("then") + "\n%s\n# FX:END id=a";
    assertEquals(1, desk.applyMarked(stale.formatted("then")).unchanged());
    assertEquals(1, desk.applyMarked(stale.formatted("now")).unchanged());
    assertThrows(ConflictException.class, () -> desk.applyMarked(stale.formatted("else")));
    assertEquals("now", desk.note(a));
  }
}
