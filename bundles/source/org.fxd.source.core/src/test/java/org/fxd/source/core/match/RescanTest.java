package org.fxd.source.core.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.source.api.FileEdit;
import org.fxd.source.api.FileMeta;
import org.fxd.source.core.Sample;
import org.junit.jupiter.api.Test;

/** Snippets keep their ids through what people do to files. */
class RescanTest {
  private static final String BEFORE =
      """
      import os

      class Account:
        rate = 3

        def deposit(self, amount):
          self.balance = self.balance + amount
          self.log("deposit", amount)

        def withdraw(self, amount):
          if amount > self.balance:
            raise ValueError("too much")
          self.balance = self.balance - amount

      def report(accounts):
        for account in accounts:
          print(account.name, account.balance)

      def main():
        report(load("accounts.csv"))
      """;

  private final Sample sample = new Sample();
  private final Map<String, NodeId> ids = sample.ids("a.py", sample.scanned("a.py", BEFORE));

  private Map<String, NodeId> after(String text) {
    Node file = sample.rescan("a.py", sample.raw(BEFORE), text);
    assertEquals(text, sample.text(file));
    return sample.ids("a.py", file);
  }

  @Test
  void nothingChangedIsNoChange() {
    Node raw = sample.raw(BEFORE);
    assertEquals(raw.hash(), sample.rescan("a.py", raw, BEFORE).hash());
    Node scanned = sample.scanned("a.py", BEFORE);
    assertEquals(scanned.hash(), sample.rescan("a.py", scanned, BEFORE).hash());
  }

  @Test
  void throughAnEdit() {
    assertEquals(ids, after(BEFORE.replace("> self.balance", "> self.balance + self.limit")));
    assertEquals(ids, after(BEFORE.replace("import os", "import os\nimport sys")));
    assertEquals(ids, after(BEFORE.replace("\n", "\r\n")));
    assertEquals(ids, after(BEFORE.replace("rate = 3", "rate = 4")));
  }

  @Test
  void throughARenameOfAFunction() {
    Map<String, NodeId> now = after(BEFORE.replace("report(", "summary("));
    assertEquals(ids.get("report"), now.get("summary"));
    assertEquals(ids.get("main"), now.get("main"));
    assertEquals(4 + 1, now.size());
  }

  @Test
  void throughARenameOfAClass() {
    Map<String, NodeId> now =
        after(BEFORE.replace("class Account", "class Ledger").replace("rate = 3", "rate = 5"));
    assertEquals(ids.get("Account"), now.get("Ledger"));
    assertEquals(ids.get("Account.deposit"), now.get("Ledger.deposit"));
    assertEquals(ids.get("Account.withdraw"), now.get("Ledger.withdraw"));
  }

  @Test
  void throughARenameOfAClassAndOfAMemberWithAnEdit() {
    Map<String, NodeId> now =
        after(
            BEFORE
                .replace("class Account", "class Ledger")
                .replace("withdraw(self, amount)", "take(self, amount, note)"));
    assertEquals(ids.get("Account"), now.get("Ledger"));
    assertEquals(ids.get("Account.deposit"), now.get("Ledger.deposit"));
    assertEquals(ids.get("Account.withdraw"), now.get("Ledger.take"));
  }

  @Test
  void throughAMoveWithinTheFile() {
    int at = BEFORE.indexOf("def main");
    Map<String, NodeId> now =
        after(BEFORE.substring(at) + "\n" + BEFORE.substring(0, at).stripTrailing() + "\n");
    assertEquals(ids.get("main"), now.get("main"));
    assertEquals(ids.get("report"), now.get("report"));
    assertEquals(ids.get("Account.deposit"), now.get("Account.deposit"));
  }

  @Test
  void throughAMoveBetweenClassesWithAnEdit() {
    String before = BEFORE + "\nclass Other:\n  size = 1\n\n  def grow(self):\n    pass\n";
    Map<String, NodeId> old = sample.ids("a.py", sample.scanned("a.py", before));
    String method =
        before.substring(before.indexOf("  def withdraw"), before.indexOf("\ndef report"));
    String now = before.replace(method, "\n").replace("  size = 1\n", "  size = 1\n\n" + method);
    Map<String, NodeId> exact = sample.ids("a.py", sample.rescan("a.py", sample.raw(before), now));
    assertEquals(old.get("Account.withdraw"), exact.get("Other.withdraw"));
    Map<String, NodeId> edited =
        sample.ids(
            "a.py",
            sample.rescan("a.py", sample.raw(before), now.replace("too much", "far too much")));
    assertEquals(old.get("Account.withdraw"), edited.get("Other.withdraw"));
    assertEquals(old.get("Account"), edited.get("Account"));
    assertEquals(old.get("Other.grow"), edited.get("Other.grow"));
  }

  @Test
  void aMethodBecomesAFunction() {
    String method =
        BEFORE.substring(BEFORE.indexOf("  def withdraw"), BEFORE.indexOf("\ndef report"));
    String now = BEFORE.replace(method, "") + "\n" + method.indent(-2);
    assertEquals(ids.get("Account.withdraw"), after(now).get("withdraw"));
  }

  @Test
  void throughAMoveToAnotherFile() {
    String function = BEFORE.substring(BEFORE.indexOf("def report"), BEFORE.indexOf("def main"));
    List<Optional<Node>> files =
        sample.rescanAll(
            List.of(
                Sample.edit("a.py", sample.raw(BEFORE), BEFORE.replace(function, "")),
                Sample.edit(
                    "b.py", sample.raw("def x():\n  pass\n"), "def x():\n  pass\n\n" + function),
                Sample.added("c.py", "def other():\n  something_else = 1\n")));
    Map<String, NodeId> b = sample.ids("b.py", files.get(1).orElseThrow());
    assertEquals(ids.get("report"), b.get("report"));
    assertEquals(
        sample.ids("b.py", sample.scanned("b.py", "def x():\n  pass\n")).get("x"), b.get("x"));
    assertEquals(false, sample.ids("a.py", files.get(0).orElseThrow()).containsKey("report"));
    // Nothing came to the third: it stays as new files are.
    assertTrue(files.get(2).orElseThrow().value().asBlob().isPresent());
  }

  @Test
  void throughAMoveToANewFileWithAnEdit() {
    String function = BEFORE.substring(BEFORE.indexOf("def report"), BEFORE.indexOf("def main"));
    List<Optional<Node>> files =
        sample.rescanAll(
            List.of(
                Sample.added("new.py", "import sys\n\n" + function.replace("print", "sys.write")),
                Sample.edit("a.py", sample.raw(BEFORE), BEFORE.replace(function, ""))));
    assertEquals(ids.get("report"), sample.ids("new.py", files.get(0).orElseThrow()).get("report"));
  }

  @Test
  void aClassMovesWithItsMembersToANewFile() {
    String type = BEFORE.substring(BEFORE.indexOf("class Account"), BEFORE.indexOf("def report"));
    List<Optional<Node>> files =
        sample.rescanAll(
            List.of(
                Sample.edit("a.py", sample.raw(BEFORE), BEFORE.replace(type, "")),
                Sample.added("account.py", type.replace("too much", "no"))));
    Map<String, NodeId> now = sample.ids("account.py", files.get(1).orElseThrow());
    assertEquals(ids.get("Account"), now.get("Account"));
    assertEquals(ids.get("Account.deposit"), now.get("Account.deposit"));
    assertEquals(ids.get("Account.withdraw"), now.get("Account.withdraw"));
  }

  @Test
  void aCopyLeavesTheIdWithTheOriginalThatIsEdited() {
    String edited = BEFORE.replace("account.balance)", "account.balance, account.rate)");
    List<Optional<Node>> files =
        sample.rescanAll(
            List.of(
                Sample.edit("a.py", sample.raw(BEFORE), edited), Sample.added("copy.py", BEFORE)));
    assertEquals(ids, sample.ids("a.py", files.get(0).orElseThrow()));
    assertTrue(files.get(1).orElseThrow().value().asBlob().isPresent());
  }

  @Test
  void throughARenameOfTheFile() {
    NodeId id = Sample.id("a.py");
    String edited = BEFORE.replace("too much", "not enough");
    List<Optional<Node>> files =
        sample.rescanAll(
            List.of(
                Sample.removed("a.py", sample.raw(BEFORE)),
                new FileEdit(
                    id,
                    Name.of("b.py"),
                    Optional.empty(),
                    Optional.of(Blob.of(Sample.bytes(edited))))));
    assertEquals(Optional.empty(), files.get(0));
    assertEquals(ids, sample.ids("a.py", files.get(1).orElseThrow()));
  }

  @Test
  void byPlaceWhenNothingElseHelps() {
    String now =
        BEFORE.replace(
            BEFORE.substring(BEFORE.indexOf("def report"), BEFORE.indexOf("def main")),
            "def unlike():\n  return 42\n\n");
    assertEquals(ids.get("report"), after(now).get("unlike"));
  }

  @Test
  void overloadsAreToldApartByTheirText() {
    String first = "def f(a):\n  return alpha(a) + beta(a)\n\n";
    String second = "def f(a, b):\n  while a < b:\n    a = gamma(a, b)\n  return a\n\n";
    Map<String, NodeId> old = sample.ids("o.py", sample.scanned("o.py", first + second));
    Map<String, NodeId> now =
        sample.ids(
            "o.py",
            sample.rescan(
                "o.py", sample.raw(first + second), second.replace("return a", "return b")));
    assertEquals(old.get("f~2"), now.get("f"));
  }

  @Test
  void newSnippetsGetTheSameIdTwiceAndNoneThatIsTaken() {
    Node before = sample.raw(BEFORE);
    String more = BEFORE + "\ndef extra():\n  return os.environ\n";
    Map<String, NodeId> once = sample.ids("a.py", sample.rescan("a.py", before, more));
    Map<String, NodeId> twice = sample.ids("a.py", new Sample().rescan("a.py", before, more));
    assertEquals(once, twice);
    assertEquals(false, ids.containsValue(once.get("extra")));
    // Renamed away, then a new one under the old name.
    Node renamed = sample.rescan("a.py", before, BEFORE.replace("main", "start"));
    Node again =
        sample.rescan(
            "a.py", renamed, BEFORE.replace("main", "start") + "\ndef main():\n  other(1, 2)\n");
    Map<String, NodeId> now = sample.ids("a.py", again);
    assertEquals(ids.get("main"), now.get("start"));
    assertNotEquals(ids.get("main"), now.get("main"));
  }

  @Test
  void whatDidNotChangeKeepsItsNodeAndItsPlace() {
    Node before = sample.scanned("a.py", BEFORE);
    Node after =
        sample.rescan(
            "a.py", before, BEFORE.replace("def report", "def extra():\n  pass\n\ndef report"));
    for (String name : List.of("Account", "report", "main")) {
      Entry was = before.entry(Name.of(name)).orElseThrow();
      Entry is = after.entry(Name.of(name)).orElseThrow();
      assertEquals(was.node().hash(), is.node().hash(), name);
      assertEquals(was.id(), is.id(), name);
      assertEquals(was.place(), is.place(), name);
    }
  }

  @Test
  void metadataThatOthersHaveSetIsKept() {
    Node before = sample.scanned("a.py", BEFORE);
    Entry main = before.entry(Name.of("main")).orElseThrow();
    Node marked = main.node().builder().metadata("owner", Value.of("ada")).build();
    Node file =
        before
            .builder()
            .metadata("note", Value.of("x"))
            .metadata(FileMeta.EXECUTABLE, Value.of(true))
            .put(main.withNode(marked))
            .build();
    Node after = sample.rescan("a.py", file, BEFORE.replace("accounts.csv", "a.csv"));
    assertEquals(Value.of("ada"), after.child("main").metadata("owner"));
    assertEquals(Value.of("x"), after.metadata("note"));
    assertEquals(Value.of(true), after.metadata(FileMeta.EXECUTABLE));
  }

  @Test
  void whatBecomesBinaryBecomesRawAndBack() {
    Node binary = sample.rescan("a.py", sample.scanned("a.py", BEFORE), "\0\1\2");
    assertTrue(binary.value().asBlob().isPresent());
    assertEquals(Value.NONE, binary.metadata(FileMeta.LANGUAGE));
    Node text = sample.rescan("a.py", binary, BEFORE);
    assertEquals(BEFORE, sample.text(text));
    assertEquals(5, sample.ids("a.py", text).size());
  }

  @Test
  void blocksOfPlainTextAreFollowedToo() {
    String before = "# Install\nmvn verify\n\n# Use\nfxd demo\n\n# License\nApache\n";
    Map<String, NodeId> old = sample.ids("r.txt", sample.scanned("r.txt", before));
    String after = "# Use\nfxd demo\n\n# Installing\nmvn verify\n\n# License\nApache\n";
    Map<String, NodeId> now =
        sample.ids("r.txt", sample.rescan("r.txt", sample.raw(before), after));
    assertEquals(old.get("Use"), now.get("Use"));
    assertEquals(old.get("Install"), now.get("Installing"));
    // One block is left: it is still the same one.
    Map<String, NodeId> one =
        sample.ids("r.txt", sample.rescan("r.txt", sample.raw(before), "# Use\nfxd demo\n"));
    assertEquals(Map.of("Use", old.get("Use")), one);
  }

  @Test
  void aSymbolicLinkThatBecameAFileIsNew() {
    Node link = sample.nodes.leaf(org.fxd.graph.api.Kind.SYMLINK, Value.of("x"));
    Node file = sample.rescan("a.py", link, BEFORE);
    assertTrue(file.value().asBlob().isPresent());
  }
}
