package org.fxd.source.core.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.Followed;
import org.fxd.source.api.Reconciled;
import org.fxd.source.core.Sample;
import org.junit.jupiter.api.Test;

/** What is said of snippets that changed, and what decided. */
class FollowedTest {
  private static final String LOAD =
      """
      def load(path):
        lines = open(path).read().split()
        rows = []
        for line in lines:
          rows.append(line.strip())
        total = 0
        for row in rows:
          total = total + weight(row)
        report(path, total)
        return rows
      """;
  private static final String STORE =
      """
      def store(rows, target):
        handle = target.create()
        for one in rows:
          handle.write(one.encode())
        handle.flush()
        target.commit(handle)
      """;
  private static final String CLOSE =
      """
      def close(session):
        session.drain()
        session.unlock()
        if session.dirty:
          session.discard()
        registry.remove(session)
      """;

  private final Sample sample = new Sample();

  /** What is told, with ids as the names they were first known by. */
  private List<String> told(String before, String after) {
    Node old = sample.scanned("a.py", before);
    return told(sample.reconcile("a.py", sample.raw(before), after), sample.ids("a.py", old));
  }

  private static List<String> told(Reconciled reconciled, Map<String, NodeId> ids) {
    Map<NodeId, String> names = new HashMap<>();
    ids.forEach((name, id) -> names.put(id, name));
    List<String> told = new ArrayList<>();
    for (Followed one : reconciled.snippets()) {
      StringBuilder text = new StringBuilder(names.getOrDefault(one.id(), "new"));
      text.append(": ").append(one.before().orElse("-"));
      text.append(" > ").append(one.after().orElse("-")).append(" ").append(one.by());
      if (!one.from().isEmpty()) {
        text.append(" of ").append(String.join("+", one.from().stream().map(names::get).toList()));
      }
      told.add(text.toString());
    }
    return told;
  }

  @Test
  void nothingOfWhatIsWhatItWas() {
    assertEquals(List.of(), told(LOAD + STORE, LOAD + STORE));
    assertEquals(List.of(), told(LOAD + STORE, "import x\n" + LOAD + "\n\n" + STORE));
    assertEquals(List.of(), told("class A:\n  x = 1\n", "class A:\n  x = 1\n\n\n"));
  }

  @Test
  void equalTextElsewhere() {
    assertEquals(
        List.of("load: load > load TEXT"), told(LOAD + STORE + CLOSE, STORE + CLOSE + LOAD));
  }

  @Test
  void theNameWhenTheTextDiffers() {
    assertEquals(
        List.of("store: store > store SIGNATURE"),
        told(LOAD + STORE, LOAD + STORE.replace("one.encode()", "encoded(one, target)")));
    assertEquals(
        List.of("store: store > store SIGNATURE"),
        told(LOAD + STORE, LOAD + "def store(everything):\n  pass\n"));
  }

  @Test
  void aMemberIsToldOfAndNotTheClassAroundIt() {
    String before = "class A:\n  x = 1\n\n" + LOAD.indent(2) + "\n" + STORE.indent(2);
    assertEquals(
        List.of("A.store: A.store > A.store SIGNATURE"),
        told(before, before.replace("flush", "sync")));
    assertEquals(List.of("A: A > A SIGNATURE"), told(before, before.replace("x = 1", "x = 2")));
    assertEquals(
        List.of("A: A > B SIMILARITY"), told(before, before.replace("class A", "class B")));
  }

  @Test
  void likenessWhenTheNameDiffers() {
    assertEquals(
        List.of("store: store > save SIMILARITY"),
        told(LOAD + STORE, LOAD + STORE.replace("store", "save")));
  }

  @Test
  void thePlaceWhenNothingIsAlike() {
    assertEquals(
        List.of("store: store > other PLACE"),
        told(LOAD + STORE + CLOSE, LOAD + "def other():\n  x()\n" + CLOSE));
  }

  @Test
  void whatIsNewAndWhatIsGone() {
    assertEquals(
        List.of("new: - > load NOTHING", "store: store > - NOTHING"),
        told("class A:\n  x = 1\n\n" + STORE, LOAD + "\nclass A:\n  x = 1\n"));
  }

  @Test
  void overloadsAreToldApartByTheirParameters() {
    String one = "def put(self, key):\n  a(key)\n  b(key)\n";
    String two = "def put(self, key, value):\n  c(key)\n  d(value)\n";
    // Each got the other's text, and the order is another too.
    assertEquals(
        List.of("put~2: put > put SIGNATURE", "put: put > put SIGNATURE"),
        told(
            one + two,
            """
            def put(self,key ,
                value):
              a(key)
              b(key)
            def put( self, key ):
              c(key)
              d(value)
            """));
  }

  @Test
  void aFunctionWhoseLargerPartIsMovedOutIsStillItself() {
    String rest =
        "def load(path):\n  lines = open(path).read().split()\n  return summed(path, lines)\n";
    String part = "def summed(path, lines):\n" + LOAD.substring(LOAD.indexOf("  rows = []"));
    assertEquals(
        List.of("load: load > load SIGNATURE", "new: - > summed SPLIT of load"),
        told(LOAD + STORE, rest + part + STORE));
    assertEquals(
        List.of("new: - > summed SPLIT of load", "load: load > load SIGNATURE"),
        told(LOAD + STORE, part + rest + STORE));
  }

  @Test
  void ofASplitWithoutTheNameTheLargestPartKeepsTheId() {
    String small = "def read(path):\n" + body(LOAD, 0, 2) + "  return lines\n";
    String middle = "def strip(lines):\n" + body(LOAD, 3, 4) + "  return rows\n";
    String large = "def weigh(path, rows):\n" + body(LOAD, 5, 9);
    List<String> told = told(LOAD + STORE, small + middle + large + STORE);
    assertEquals(3, told.size(), told::toString);
    assertTrue(told.get(0).startsWith("new: - > read SPLIT of load"), told::toString);
    assertTrue(told.get(1).startsWith("new: - > strip SPLIT of load"), told::toString);
    assertTrue(told.get(2).startsWith("load: load > weigh S"), told::toString);
  }

  @Test
  void aPartMovedToAnotherFileKnowsWhereItIsFrom() {
    String rest = "def load(path):\n  lines = open(path).read().split()\n  return summed(lines)\n";
    String part = "def summed(path, lines):\n" + LOAD.substring(LOAD.indexOf("  rows = []"));
    Reconciled reconciled =
        sample.sources.reconcile(
            List.of(
                Sample.added("b.py", "import os\n\n" + part + "\ndef more():\n  pass\n"),
                Sample.edit("a.py", sample.raw(LOAD + STORE), rest + STORE)),
            Cancellation.none());
    assertEquals(
        List.of("new: - > summed SPLIT of load", "load: load > load SIGNATURE"),
        told(reconciled, sample.ids("a.py", sample.scanned("a.py", LOAD + STORE))));
    // The file stays as new files are, and the id is the one that it will be found by.
    Node added = reconciled.nodes().get(0).orElseThrow();
    assertTrue(added.value().asBlob().isPresent());
    assertEquals(sample.ids("b.py", added).get("summed"), reconciled.snippets().get(0).id());
  }

  @Test
  void whatWentIntoAnotherIsSaidOfIt() {
    String merged = LOAD.replace("  return rows\n", "") + STORE.substring(STORE.indexOf('\n') + 1);
    assertEquals(
        List.of("load: load > load SIGNATURE of store", "store: store > - NOTHING"),
        told(LOAD + STORE + CLOSE, merged + CLOSE));
  }

  @Test
  void severalInOneUnderAnotherNameAreTheOneThatGaveMost() {
    String merged =
        "def everything(path, target, session):\n"
            + body(STORE, 1, 5)
            + body(LOAD, 1, 9)
            + body(CLOSE, 1, 5);
    List<String> told = told(STORE + LOAD + CLOSE, merged);
    assertEquals(3, told.size(), told::toString);
    assertTrue(told.get(0).startsWith("load: load > everything "), told::toString);
    assertTrue(told.get(0).endsWith(" of store+close"), told::toString);
    assertEquals(
        List.of("store: store > - NOTHING", "close: close > - NOTHING"), told.subList(1, 3));
  }

  @Test
  void aCopyIsNoPart() {
    assertEquals(
        List.of("new: - > twice NOTHING"),
        told(LOAD + STORE, LOAD + STORE + LOAD.replace("load", "twice")));
  }

  @Test
  void aClassThatWasSplit() {
    String before =
        "class A:\n  x = 1\n\n" + LOAD.indent(2) + "\n" + STORE.indent(2) + "\n" + CLOSE.indent(2);
    String after =
        "class A:\n  x = 1\n\n"
            + LOAD.indent(2)
            + "\nclass B:\n  y = 2\n\n"
            + STORE.indent(2)
            + "\n"
            + CLOSE.indent(2);
    assertEquals(
        List.of(
            "new: - > B SPLIT of A",
            "A.store: A.store > B.store TEXT",
            "A.close: A.close > B.close TEXT"),
        told(before, after));
    assertEquals(
        List.of(
            "A: A > A SIGNATURE of B",
            "B.store: B.store > A.store TEXT",
            "B.close: B.close > A.close TEXT",
            "B: B > - NOTHING"),
        told(after, before));
  }

  @Test
  void aWholeFileThatWasIndentedAnew() {
    String before = "class A:\n  x = 1\n\n" + LOAD.indent(2) + "\n" + STORE.indent(2) + CLOSE;
    List<String> told = told(before, before.replace("  ", "    "));
    assertEquals(
        List.of(
            "A: A > A SIGNATURE",
            "A.load: A.load > A.load SIGNATURE",
            "A.store: A.store > A.store SIGNATURE",
            "close: close > close SIGNATURE"),
        told);
  }

  @Test
  void filesThatAreGoneTellWhatIsGoneWithThem() {
    Reconciled reconciled =
        sample.sources.reconcile(
            List.of(
                Sample.removed("a.py", sample.raw(LOAD + STORE)),
                Sample.edit("b.py", sample.raw(CLOSE), CLOSE + "\n" + STORE)),
            Cancellation.none());
    assertEquals(
        List.of("store: store > store TEXT", "load: load > - NOTHING"),
        told(reconciled, sample.ids("a.py", sample.scanned("a.py", LOAD + STORE))));
  }

  private static String body(String function, int from, int to) {
    List<String> lines = List.of(function.split("(?<=\n)"));
    return String.join("", lines.subList(Math.max(1, from), to + 1));
  }
}
