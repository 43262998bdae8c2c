package org.fxd.source.core.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Followed;
import org.fxd.source.api.view.ProjectViews.PatchOptions;
import org.fxd.source.api.view.ProjectViews.Patched;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file goes to any editor and comes back. */
class FileTextsTest {
  private static final String TEXT =
      "import os\n\nclass A:\n  def f(self):\n    pass\n\ndef g():\n  return 'g'\n\n# end\n";

  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void markersStandAroundOutermostSnippets() {
    desk.file("src/a.py", TEXT);
    String text = desk.renderFile("src/a.py", true);
    NodeId a = desk.id("src/a.py#A");
    NodeId g = desk.id("src/a.py#g");
    assertTrue(
        text.startsWith("import os\n\n# FX:BEGIN id=" + a + " lang=python file=src/a.py "), text);
    assertTrue(text.endsWith("  return 'g'\n# FX:END id=" + g + "\n\n# end\n"), text);
    assertEquals(
        List.of(a, g),
        desk.views.renderFile(desk.root(), FilePath.parse("src/a.py"), true).members());
    assertEquals(TEXT, desk.renderFile("src/a.py", false));
  }

  @Test
  void aMarkedSnippetIsItselfWhateverItLooksLike() {
    desk.file("a.py", TEXT);
    NodeId g = desk.id("a.py#g");
    Patched patched =
        desk.applyFile(
            "a.py",
            desk.renderFile("a.py", true)
                .replace("def g():\n  return 'g'", "class Other(Base):\n  x = 1"));
    assertEquals(List.of(g), patched.changed());
    assertEquals(1, patched.unchanged());
    assertEquals(g, desk.id("a.py#Other"));
    assertEquals(Followed.By.MARKER, patched.followed().get(0).by());
    assertEquals(
        TEXT.replace("def g():\n  return 'g'", "class Other(Base):\n  x = 1"), desk.text("a.py"));
  }

  @Test
  void whatStandsOutsideIsTheFilesText() {
    desk.file("a.py", TEXT);
    NodeId g = desk.id("a.py#g");
    String edited =
        desk.renderFile("a.py", true)
            .replace("import os\n", "import os, sys\n")
            .replace("\n# end", "\ndef new():\n  pass\n\n# end")
            .replace("    pass\n", "    return 2\n");
    Patched patched = desk.applyFile("a.py", edited);
    assertEquals(
        TEXT.replace("import os\n", "import os, sys\n")
            .replace("\n# end", "\ndef new():\n  pass\n\n# end")
            .replace("    pass\n", "    return 2\n"),
        desk.text("a.py"));
    assertEquals(g, desk.id("a.py#g"));
    assertFalse(patched.changed().contains(g));
    assertEquals("new", desk.snippets("a.py").get(3).qualifiedName());
  }

  @Test
  void movedTogetherWithItsMarkers() {
    desk.file("a.py", "def f():\n  pass\ndef g():\n  pass # and no line break");
    NodeId f = desk.id("a.py#f");
    NodeId g = desk.id("a.py#g");
    String text = desk.renderFile("a.py", true);
    int second = text.indexOf("# FX:BEGIN id=" + g);
    desk.applyFile("a.py", text.substring(second) + "\n" + text.substring(0, second));
    assertEquals("def g():\n  pass # and no line break\ndef f():\n  pass\n", desk.text("a.py"));
    assertEquals(f, desk.id("a.py#f"));
    assertEquals(g, desk.id("a.py#g"));
  }

  @Test
  void withoutMarkersSnippetsAreFollowed() {
    desk.file("a.py", TEXT);
    NodeId g = desk.id("a.py#g");
    Patched patched =
        desk.applyFile("a.py", desk.renderFile("a.py", false).replace("return 'g'", "return 7"));
    assertEquals(List.of(g), patched.changed());
    assertEquals(1, patched.unchanged());
    assertEquals(g, desk.id("a.py#g"));
    assertTrue(desk.text("a.py").contains("return 7"));
  }

  @Test
  void anEditorsLastLineBreakIsNoEdit() {
    desk.file("a.py", "x = 1\n\ndef f():\n  pass");
    Hash before = desk.root().hash();
    desk.applyFile("a.py", desk.renderFile("a.py", true) + "\n");
    assertEquals(before, desk.root().hash());
  }

  @Test
  void conflicts() {
    desk.file("a.py", TEXT);
    String text = desk.renderFile("a.py", true);
    desk.applyFile("a.py", desk.renderFile("a.py", true).replace("return 'g'", "return 1"));
    Hash before = desk.root().hash();
    ConflictException e =
        assertThrows(
            ConflictException.class,
            () -> desk.applyFile("a.py", text.replace("return 'g'", "return 2")));
    assertTrue(e.getMessage().contains("a.py"), e.getMessage());
    assertEquals(before, desk.root().hash());
    // Another snippet was edited: what changed meanwhile stays.
    desk.applyFile("a.py", text.replace("    pass", "    return 3"));
    assertTrue(desk.text("a.py").contains("return 3"));
    assertTrue(desk.text("a.py").contains("return 1"));
    Patched forced =
        desk.applyFile(
            "a.py", text.replace("return 'g'", "return 2"), new PatchOptions(true, true));
    assertEquals(List.of(desk.id("a.py#g")), forced.overridden());
    assertTrue(desk.text("a.py").contains("return 2"));
  }

  @Test
  void wrongMarkersAreRefused() {
    desk.file("a.py", TEXT);
    String text = desk.renderFile("a.py", true);
    Hash before = desk.root().hash();
    UsageException e =
        assertThrows(
            UsageException.class,
            () -> desk.applyFile("a.py", text.replaceFirst("# FX:END.*\n", "")));
    assertTrue(e.getMessage().contains("line "), e.getMessage());
    assertEquals(before, desk.root().hash());
  }

  @Test
  void aFileThatTalksOfMarkers() {
    String own = "# FX:BEGIN id=x\ndef f():\n  pass\n# FX:END\n# FX:\\END id=x\n";
    desk.file("a.py", own);
    Hash before = desk.root().hash();
    desk.applyFile("a.py", desk.renderFile("a.py", true));
    desk.applyFile("a.py", desk.renderFile("a.py", false));
    assertEquals(before, desk.root().hash());
    desk.applyFile("a.py", desk.renderFile("a.py", false).replace("pass", "return"));
    desk.applyFile("a.py", desk.renderFile("a.py", true).replace("return", "return 1"));
    assertEquals(own.replace("pass", "return 1"), desk.text("a.py"));
  }

  @Test
  void markersOfOthersAreTakenOut() {
    desk.file("a.py", TEXT);
    desk.applyFile("a.py", TEXT + "# FX:BEGIN id=foreign\ndef h():\n  pass\n# FX:END id=foreign\n");
    assertEquals(TEXT + "def h():\n  pass\n", desk.text("a.py"));
  }

  @Test
  void whatIsNoText() {
    desk.file("bin", "a\0b");
    FilePath path = FilePath.parse("bin");
    assertThrows(FxdException.class, () -> desk.views.renderFile(desk.root(), path, true));
    assertThrows(
        NotFoundException.class,
        () -> desk.views.renderFile(desk.root(), FilePath.parse("none"), true));
    desk.applyFile("bin", "now text\n");
    assertEquals("now text\n", desk.text("bin"));
  }

  private static final String[] BITS = {
    "def f():\n",
    "class A:\n",
    "  pass\n",
    "  def g():\n",
    "    return 1\n",
    "\n",
    "x = 1\n",
    "\r\n",
    "# FX:BEGIN id=a\n",
    "# FX:END id=a\n",
    "  # FX:\\END id=a\n",
    "\ufeff",
    "  y",
    "def h(): 1",
    "\r"
  };

  private static String text(Choices choices) {
    StringBuilder text = new StringBuilder();
    for (int left = choices.below(12); left > 0; left--) {
      text.append(BITS[choices.below(BITS.length)]);
    }
    return choices.below(3) == 0 ? text.toString().replace("\n", "\r\n") : text.toString();
  }

  @Test
  void anyFileComesBackAsItWas() {
    Property.seeded(61)
        .runs(100)
        .check(
            choices -> {
              String text = text(choices);
              desk.file("a.py", text);
              Hash before = desk.root().hash();
              for (boolean marked : new boolean[] {true, false}) {
                String rendered = desk.renderFile("a.py", marked);
                choices.note(rendered);
                Patched patched = desk.applyFile("a.py", rendered);
                assertEquals(List.of(), patched.changed());
                assertEquals(before, desk.root().hash());
              }
            });
  }

  @Test
  void anyMarkedFileThatWasTamperedWithIsTakenOrRefused() {
    Property.seeded(62)
        .runs(100)
        .check(
            choices -> {
              desk.file("a.py", text(choices));
              StringBuilder text = new StringBuilder(desk.renderFile("a.py", true));
              for (int edits = 1 + choices.below(3); edits > 0; edits--) {
                int at = choices.below(text.length() + 1);
                int end = Math.min(text.length(), at + choices.below(20));
                text.replace(at, end, text(choices));
              }
              Hash before = desk.root().hash();
              try {
                desk.applyFile("a.py", text.toString());
              } catch (FxdException refused) {
                assertEquals(before, desk.root().hash());
              }
            });
  }
}
