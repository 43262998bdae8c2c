package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fxd.shell.api.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

/** Groups and views, made, shown, changed, and views taken back. */
@ExtendWith(ServiceExtension.class)
class GroupsAndViewsTest {
  @InjectService Shell shell;
  @TempDir Path folder;
  private Typist typist;

  @BeforeEach
  void open() throws IOException {
    Trees.write(folder.resolve("tree"));
    Files.writeString(
        folder.resolve("tree/src/Other.java"),
        "class Other {\n  int one() {\n    return 1;\n  }\n\n  int two() {\n    return 2;\n  }\n}\n");
    typist = new Typist(shell, folder);
    typist.ok("fxd:init x.fxd");
    typist.ok("git:import tree");
    typist.ok("fxd:commit -m first");
  }

  @AfterEach
  void close() {
    typist.close();
  }

  @Test
  void aGroupIsKeptAndFollowsTheProject() {
    assertTrue(typist.ok("group:list").contains("no groups yet"));
    typist.ok("group:create g --include .method --exclude '[name=two]' --add README.md");
    String shown = typist.ok("group:show g");
    assertTrue(shown.indexOf("README") < shown.indexOf("greet"), shown);
    assertTrue(shown.contains("one") && !shown.contains(".two"), shown);
    assertTrue(typist.fails(1, "group:create g").contains("already"));
    assertTrue(typist.fails(1, "group:show gg").contains("did you mean g?"));
    typist.ok("fxd:commit -m group");
    typist.ok("group:add g bom.txt run.sh --first");
    shown = typist.ok("group:show g");
    assertTrue(shown.indexOf("bom.txt") < shown.indexOf("run.sh"), shown);
    assertTrue(shown.indexOf("run.sh") < shown.indexOf("README"), shown);
    typist.ok("group:add g bom.txt --after README.md");
    shown = typist.ok("group:show g");
    assertTrue(shown.indexOf("README") < shown.indexOf("bom.txt"), shown);
    assertTrue(typist.fails(2, "group:add g src --after data.bin").contains("not in the list"));
    String diff = typist.ok("group:diff g");
    assertTrue(diff.contains("come") && diff.contains("run.sh"), diff);
    typist.ok("group:remove g run.sh bom.txt");
    assertTrue(typist.ok("group:diff g").contains("nothing differs"));
    typist.ok("group:exclude g '[name=two]' --remove");
    assertTrue(typist.ok("group:show g").contains(".two"));
    assertTrue(typist.fails(1, "group:include g .class --remove").contains("no such selector"));
    typist.ok("group:include g .class");
    assertTrue(typist.ok("group:show g --json").contains("\"includes\":[\".method\",\".class\"]"));
    typist.ok("group:rename g h");
    typist.fails(1, "group:show g");
    typist.ok("group:clear h");
    assertTrue(typist.ok("group:show h").contains("no members"));
    typist.ok("group:delete h");
    assertTrue(typist.ok("group:list").contains("no groups yet"));
  }

  @Test
  void aMemberThatIsGoneIsTakenOffByItsId() {
    typist.ok("group:create g --add bom.txt");
    String id = typist.ok("group:show g --json").replaceAll(".*\"byHand\":\\[\"(\\w+)\".*\n", "$1");
    typist.ok("node:rm bom.txt");
    String shown = typist.ok("group:show g");
    assertTrue(shown.contains("not there any more: 1 node"), shown);
    typist.ok("group:remove g #" + id);
    assertFalse(typist.ok("group:show g").contains("any more"));
  }

  @Test
  void whatIsNoFileIsCommittedToo() {
    assertTrue(typist.ok("fxd:status").contains("nothing to commit"));
    typist.ok("group:create g --add README.md");
    typist.ok("node:set config.port 80 --create");
    typist.ok("node:set src/Other.java#Other true --meta reviewed");
    String status = typist.ok("fxd:status");
    for (String node : List.of("groups.g", "config.port", "Other.java")) {
      assertTrue(status.contains(node), status);
    }
    assertFalse(status.contains("README.md"), status);
    typist.ok("fxd:commit -m others");
    assertTrue(typist.ok("fxd:status").contains("nothing to commit"));
    assertTrue(typist.ok("fxd:show @ --json").contains("\"node\":\"groups.g\""), typist::out);
    assertTrue(typist.ok("fxd:diff @- @").contains("config.port"), typist::out);
  }

  @Test
  void numbersAreAddedUp() {
    typist.ok("group:create g --add README.md --add bom.txt");
    assertTrue(typist.ok("group:show g --sum size").contains("sum: 38"), typist::out);
  }

  @Test
  void aViewGathersSnippetsAndTakesEditsBack() throws IOException {
    typist.ok("view:create v --select '.method'");
    assertTrue(typist.fails(1, "view:create v --select .class").contains("already"));
    String list = typist.ok("view:list");
    assertTrue(list.indexOf("markers") < list.indexOf("README.md"), list);
    assertFalse(typist.ok("view:list src").contains("markers"));
    String text = typist.ok("view:render v");
    assertEquals(3, text.split("FX:BEGIN").length - 1, text);
    assertTrue(text.contains("file=src/Hello.java") && text.contains("file=src/Other.java"), text);
    assertFalse(typist.ok("view:render v --plain").contains("FX:"));
    assertTrue(typist.ok("view:apply v " + written(text)).contains("nothing differs"));
    String edited = text.replace("\"Hello\"", "\"Hi\"").replace("return 2", "return 22");
    String said = typist.ok("view:apply v " + written(edited));
    assertTrue(said.contains("2 snippets changed, 1 as before"), said);
    assertTrue(said.contains("marker") || said.contains("signature"), said);
    assertTrue(typist.ok("node:cat src/Hello.java").contains("    return \"Hi\";\n  }\n\n  int"));
    assertTrue(typist.ok("node:cat src/Other.java").contains("return 22;"));
    typist.ok("view:delete v");
    typist.fails(1, "view:render v");
  }

  @Test
  void aPlainViewTakesEditsBackToo() throws IOException {
    typist.ok("view:create v --select '[file=\"src/Other.java\"].method' --renderer plain");
    String text = typist.ok("view:render v");
    typist.ok("view:apply v " + written(text.replace("return 1", "return 11")));
    assertTrue(typist.ok("node:cat src/Other.java#one").contains("return 11"));
  }

  @Test
  void aSnippetThatHasChangedIsAConflict() throws IOException {
    typist.ok("view:create v --select '[name=one]'");
    String text = typist.ok("view:render v").replace("return 1", "return 11");
    typist.ok("node:edit src/Other.java#one --text '  int one() { return 111; }'");
    String before = typist.ok("node:cat src/Other.java");
    typist.fails(3, "view:apply v " + written(text));
    assertEquals(before, typist.ok("node:cat src/Other.java"));
    assertTrue(typist.ok("view:apply v edited.txt --force").contains("all the same"));
    assertTrue(typist.ok("node:cat src/Other.java#one").contains("return 11;"));
  }

  @Test
  void anUnknownIdIsAnOrphanOrLeftOut() throws IOException {
    typist.ok("view:create v --select '[name=one]'");
    String text =
        typist.ok("view:render v")
            + "\n/* FX:BEGIN id=new.one lang=java version=1 */\nint x;\n/* FX:END id=new.one */\n";
    String said = typist.ok("view:apply v " + written(text) + " --no-orphans");
    assertTrue(said.contains("left out") && said.contains("new.one"), said);
    typist.fails(1, "node:get '#new.one'");
    said = typist.ok("view:apply v edited.txt");
    assertTrue(said.contains("orphan"), said);
    assertTrue(typist.ok("node:get '#new.one'").contains("snippets.orphans"));
  }

  @Test
  void wrongMarkersNameTheirLines() throws IOException {
    typist.ok("view:create v --select '[name=one]'");
    String text = typist.ok("view:render v");
    String said =
        typist.fails(2, "view:apply v " + written(text.replaceAll("(?m)^.*FX:END.*$", "")));
    assertTrue(said.contains("line 1"), said);
  }

  @Test
  void aFileIsRenderedAndTakenBackWithMarkersAndWithout() throws IOException {
    String marked = typist.ok("view:render src/Other.java --markers");
    assertTrue(marked.contains("FX:BEGIN") && marked.contains("class Other"), marked);
    assertTrue(
        typist.ok("view:apply src/Other.java " + written(marked)).contains("nothing differs"));
    typist.ok("view:apply src/Other.java " + written(marked.replace("return 2", "return 22")));
    assertTrue(typist.ok("node:cat src/Other.java").contains("return 22;"));
    String whole = typist.ok("view:render src/Other.java");
    String said =
        typist.ok("view:apply src/Other.java " + written(whole.replace("int two", "int second")));
    assertTrue(said.contains("Other.two -> Other.second"), said);
    assertTrue(said.contains("similarity") || said.contains("place"), said);
    assertEquals(whole.replace("int two", "int second"), typist.ok("node:cat src/Other.java"));
  }

  /** Writes a text into a file; returns its name. */
  private String written(String text) throws IOException {
    Files.writeString(folder.resolve("edited.txt"), text);
    return "edited.txt";
  }
}
