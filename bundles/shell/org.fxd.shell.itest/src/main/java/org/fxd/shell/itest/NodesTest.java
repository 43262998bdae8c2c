package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fxd.shell.api.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

/** Nodes found by selector, path and id, and changed one by one. */
@ExtendWith(ServiceExtension.class)
class NodesTest {
  @InjectService Shell shell;
  @TempDir Path folder;
  private Typist typist;

  @BeforeEach
  void open() throws IOException {
    typist = Typist.withProject(shell, folder);
  }

  @AfterEach
  void close() {
    typist.close();
  }

  @Test
  void selectorsFindSnippetsOfImportedFiles() {
    String table = typist.ok("fxd:query .method");
    assertTrue(table.contains("code.src.\"Hello.java\".Hello.greet"), table);
    assertTrue(table.contains("5-7") && table.contains("src/Hello.java"), table);
    assertEquals("1\n", typist.ok("fxd:query '.class > .method' --count"));
    assertEquals("{\"count\":1}\n", typist.ok("fxd:query '.class > .method' --count --json"));
    String json = typist.ok("fxd:query '.snippet[lang=java][name=\"greet\"]' --json");
    assertTrue(json.startsWith("[{\"path\":\"code.src.\\\"Hello.java\\\".Hello.greet\""), json);
    assertTrue(json.contains("\"types\":[\"method\",\"snippet\"]"), json);
    assertTrue(json.contains("\"firstLine\":5,\"lastLine\":7,\"lang\":\"java\""), json);
    assertTrue(typist.ok("fxd:query '.nothing'").contains("nothing found"));
    assertEquals("[]\n", typist.ok("fxd:query '.nothing' --json"));
    assertTrue(typist.ok("fxd:query .file --limit 2").contains("the first 2 nodes"));
    assertTrue(typist.ok("fxd:query '#nothing, .file[file=\"README.md\"]'").contains("README.md"));
  }

  @Test
  void historyIsMounted() {
    String branches = typist.ok("node:ls '$history.branches'");
    assertTrue(branches.contains("branch") && branches.contains("main"), branches);
    assertTrue(typist.ok("node:get '$history.head' --meta branch").contains("main"));
    String commits = typist.ok("fxd:query --in '$history' '.commit[author*=\"@\"]' --json");
    assertTrue(commits.startsWith("[{\"path\":\"$history.commits."), commits);
    assertEquals("0\n", typist.ok("fxd:query .commit --count"));
    String typo = typist.fails(1, "node:get '$histry.head'");
    assertTrue(typo.contains("did you mean $history"), typo);
    String edit = typist.fails(1, "node:rm '$history.head'");
    assertTrue(edit.contains("can only be read"), edit);
    assertTrue(typist.fails(2, "fxd:query --in '$history.head' .commit").contains("whole"));
  }

  @Test
  void ownersAreToldOf() {
    String greet = "'src/Hello.java#Hello.greet'";
    String before = typist.ok("node:owner " + greet + " --json");
    assertTrue(before.startsWith("[{\"path\":\"code.src.\\\"Hello.java\\\".Hello.greet\""), before);
    assertTrue(before.contains("git:import") && !before.contains("node:edit"), before);
    typist.ok("node:edit " + greet + " --text '  int greet() { return 1; }'");
    String after = typist.ok("node:owner " + greet + " --json");
    assertEquals(created(before), created(after));
    assertTrue(after.contains("node:edit"), after);
    String text = typist.ok("node:owner " + greet);
    assertTrue(text.contains("last modified by") && text.contains("node:edit"), text);
    // Neither what stands beside it nor what it stands in was changed.
    String others = typist.ok("node:owner '.class, .field, .file' --json");
    assertTrue(others.contains("git:import") && !others.contains("node:edit"), others);
    String table = typist.ok("node:owner .snippet");
    assertTrue(table.contains("LAST MODIFIED BY"), table);
    assertTrue(table.contains("code.\"README.md\""), table);
    assertTrue(typist.ok("node:owner '.nothing'").contains("nothing found"));
    assertEquals("[]\n", typist.ok("node:owner '.nothing' --json"));
    assertTrue(typist.fails(1, "node:owner nowhere").contains("nowhere"));
  }

  private static String created(String json) {
    int from = json.indexOf("\"owner\":");
    return json.substring(from, json.indexOf("\"lastModifiedBy\""));
  }

  @Test
  void aCommitIsAskedToo() {
    typist.ok("node:rm 'src/Hello.java#Hello.greet'");
    assertEquals("0\n", typist.ok("fxd:query .method --count"));
    assertEquals("1\n", typist.ok("fxd:query .method --count --at @"));
  }

  @Test
  void aSelectorThatIsNoneShowsWhere() {
    String said = typist.fails(2, "fxd:query '.class > [name=\"x]'");
    String[] lines = said.split("\n");
    int text = 1;
    while (!lines[text].contains(".class")) {
      text++;
    }
    assertEquals("  .class > [name=\"x]", lines[text], said);
    assertEquals(lines[text].indexOf('"'), lines[text + 1].indexOf('^'), said);
    assertFalse(lines[0].contains(".class"), said);
    String json = typist.fails(2, "fxd:query '.class > [name=\"x]' --json");
    assertTrue(json.contains("\"column\":16"), json);
  }

  @Test
  void listingTakesPathsAndSelectors() throws IOException {
    assertTrue(typist.ok("node:ls '.class > .method'").contains("Hello.greet"));
    assertTrue(typist.ok("node:ls .file").contains("README.md"));
    assertTrue(typist.ok("node:ls code.src").contains("Hello.java"));
    assertTrue(typist.ok("node:ls 'code.src.\"Hello.java\".Hello' --json").contains("greet"));
    Files.writeString(folder.resolve("tree/.method"), "a file\n");
    typist.ok("git:import tree");
    String listed = typist.ok("node:ls .method --json");
    assertTrue(listed.contains("\"address\":\".method#"), "the file goes first: " + listed);
  }

  @Test
  void aNodeIsFoundByPathAddressAndId() {
    String path = "code.src.\"Hello.java\".Hello.greet";
    String shown = typist.ok("node:get '" + path + "'");
    assertTrue(shown.contains(path) && shown.contains("src/Hello.java:5-7"), shown);
    assertEquals(shown, typist.ok("node:get src/Hello.java#Hello.greet"));
    assertEquals(shown, typist.ok("node:get src/Hello.java#greet"));
    String id = shown.replaceAll("(?s).*\\bid\\s+(\\p{XDigit}{32}).*", "$1");
    assertEquals(shown, typist.ok("node:get #" + id));
    assertEquals(shown, typist.ok("node:get #" + id.substring(0, 8)));
    assertEquals("method\n", typist.ok("node:get #" + id + " --meta type"));
    assertTrue(typist.ok("node:get #" + id + " --json").contains("\"name\":\"greet\""));
  }

  @Test
  void valuesKeepTheirTypes() {
    typist.ok("node:set config.editor.width 42 --create");
    assertTrue(typist.ok("node:get config.editor.width --value --json").contains("\"42\""));
    typist.ok("node:set config.editor.width -100 --type number");
    assertEquals("-100\n", typist.ok("node:get config.editor.width --value"));
    assertTrue(typist.ok("node:get config.editor.width --value --json").contains(":-100}"));
    typist.ok("node:set config.editor.width --type null");
    assertTrue(typist.ok("node:get config.editor.width").contains("null"));
    typist.ok("node:set config.editor.width '{\"b\": 1, \"a\": [2]}' --type json");
    String json = typist.ok("node:get config.editor.width --json");
    assertTrue(json.contains("\"value\":{\"a\":[2],\"b\":1}"), json);
    typist.ok("node:set config.editor.width true --type bool");
    assertEquals("1\n", typist.ok("fxd:query '[value=true]' --count"));
    typist.ok("node:set config.editor.width 00ff --type bytes");
    assertEquals("00ff\n", typist.ok("node:get config.editor.width --value"));
    typist.ok("node:set config.editor.width --type none");
    assertEquals("\n", typist.ok("node:get config.editor.width --value"));
    assertTrue(typist.ok("node:set config.editor.width --type none").contains("nothing differs"));
    typist.ok("node:set src/Hello.java#Hello.greet important --meta tag");
    assertEquals("1\n", typist.ok("fxd:query '[tag=important]' --count"));
    typist.ok("node:set src/Hello.java#Hello.greet --meta tag --type none");
    assertEquals("0\n", typist.ok("fxd:query '[tag]' --count"));
  }

  @Test
  void nodesAreMadeMovedAndRemoved() {
    typist.ok("node:create config.list");
    typist.ok("node:create config.list.b");
    typist.ok("node:create config.list.a");
    assertTrue(typist.fails(1, "node:create config.list.a").contains("already"));
    typist.ok("node:mv config.list.a --before config.list.b");
    String listed = typist.ok("node:ls config.list");
    assertTrue(listed.indexOf(" a") < listed.indexOf(" b"), listed);
    typist.ok("node:mv config.list.a --after config.list.b");
    listed = typist.ok("node:ls config.list");
    assertTrue(listed.indexOf(" b") < listed.indexOf(" a"), listed);
    assertTrue(typist.ok("node:rename config.list.a x.y").contains("config.list.\"x.y\""));
    assertTrue(
        typist.ok("node:ln config.list.b 'config.list.\"x.y\"'").contains("config.list.\"x.y\""));
    assertTrue(typist.ok("node:get config.list.b").contains("-> config.list.\"x.y\""));
    typist.fails(2, "node:mv config.list config.list.b");
    typist.fails(2, "node:mv config.list config.list");
    typist.ok("node:rm config.list");
    typist.fails(1, "node:get config.list");
  }

  @Test
  void aMovedFileKeepsItsSnippets() {
    String id = id("src/Hello.java#Hello");
    typist.ok("node:mv src/Hello.java src/deep");
    assertEquals(id, id("src/deep/Hello.java#Hello"));
    typist.ok("node:rename src/deep/Hello.java Moin.java");
    assertEquals(id, id("src/deep/Moin.java#Hello"));
    assertTrue(typist.ok("node:cat src/deep/Moin.java").contains("class Hello"));
    assertTrue(typist.fails(2, "node:rename src/deep/Moin.java tool.py").contains("tool.py"));
  }

  /** It was taken, and the next commit said that nothing differs. */
  @Test
  void aNameThatIsInTheTextIsNotGivenByRenaming() {
    String raw = typist.fails(2, "node:rename src/Hello.java#Hello.greet salute");
    assertTrue(raw.contains("Hello.greet' cannot be renamed"), raw);
    assertTrue(raw.contains("in the text of Hello.java"), raw);
    assertTrue(raw.contains("node:edit 'src/Hello.java#Hello.greet'"), raw);
    typist.ok("node:set src/Hello.java#Hello.greet important --meta tag");
    String scanned = typist.fails(2, "node:rename src/Hello.java#Hello.greet salute");
    assertTrue(scanned.contains("cannot be renamed"), scanned);
    typist.fails(2, "node:rename src/Hello.java#Hello Moin");
    typist.fails(2, "node:rename bom.txt#bom other");
    assertTrue(typist.ok("node:rename src/Hello.java#Hello.greet greet").contains("differs"));
    // What was made within a file has its name from whoever made it, and commits hold it.
    typist.ok("node:create 'code.src.\"Hello.java\".notes'");
    typist.ok("node:set 'code.src.\"Hello.java\".notes' mine --meta tag");
    typist.ok("fxd:commit -m notes");
    typist.ok("node:rename 'code.src.\"Hello.java\".notes' remarks");
    typist.ok("fxd:commit -m remarks");
    typist.ok("node:rename src source");
    String text = typist.ok("node:cat source/Hello.java");
    typist.ok("node:edit source/Hello.java#Hello.greet --text '  int salute() { return 1; }'");
    assertFalse(text.contains("salute"), text);
    assertTrue(typist.ok("node:get source/Hello.java#Hello.salute").contains("salute"));
  }

  @Test
  void aSnippetIsSetMovedAndRemoved() {
    typist.ok("node:mv src/Hello.java#Hello.count --before src/Hello.java#Hello.greet");
    String text = typist.ok("node:cat src/Hello.java");
    assertTrue(text.indexOf("count") < text.indexOf("greet"), text);
    typist.ok("node:rm src/Hello.java#Hello.count");
    assertFalse(typist.ok("node:cat src/Hello.java").contains("count"));
    assertTrue(typist.ok("fxd:status").contains("src/Hello.java"));
  }

  private String id(String typed) {
    return typist
        .ok("node:get " + typed + " --json")
        .replaceAll("(?s).*\"id\":\"(\\p{XDigit}{32}).*", "$1");
  }
}
