package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fxd.history.api.History;
import org.fxd.merge.api.MergeTopics;
import org.fxd.shell.api.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/** Merge, conflicts, resolve, revert and cherry-pick. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class MergesTest {
  @InjectBundleContext BundleContext context;
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

  private void branches(String ours, String theirs) {
    typist.ok("fxd:branch side");
    typist.ok("fxd:checkout side");
    typist.ok(theirs);
    typist.ok("fxd:commit -m theirs");
    typist.ok("fxd:checkout main");
    typist.ok(ours);
    typist.ok("fxd:commit -m ours");
  }

  private void contradicting() {
    branches(
        "node:edit 'src/Hello.java#Hello.greet' --text '  int greet() { return 1; }'",
        "node:edit 'src/Hello.java#Hello.greet' --text '  int greet() { return 2; }'");
  }

  @Test
  void changesOfBothSidesComeTogether() {
    branches("node:edit README.md --text new", "node:edit bom.txt --text other");
    assertTrue(typist.ok("fxd:merge --dry-run side").contains("would make"), typist::out);
    assertTrue(typist.ok("fxd:merge side").contains("Merge branch 'side'"), typist::out);
    assertEquals("new", typist.ok("node:cat README.md").strip());
    assertEquals("other", typist.ok("node:cat bom.txt").strip());
    assertTrue(typist.ok("fxd:merge side").contains("nothing to merge"), typist::out);
    assertTrue(typist.ok("fxd:conflicts").contains("no conflicts"), typist::out);
    typist.fails(1, "fxd:merge --ff-only nowhere");
    typist.fails(2, "fxd:merge --ff-only --no-ff side");
  }

  @Test
  void aConflictIsCommittedListedAndResolved() {
    contradicting();
    assertTrue(typist.fails(1, "fxd:merge side").contains("1 conflict"), typist::err);
    assertTrue(typist.out().contains("src/Hello.java#Hello.greet"), typist::out);
    String text = typist.ok("node:cat src/Hello.java");
    assertTrue(text.contains("<<<<<<< ours\n  int greet() { return 1; }\n||||||| base\n"), text);
    assertTrue(typist.ok("fxd:status").contains("in conflict: 1 thing"), typist::out);
    assertTrue(typist.ok("fxd:conflicts --json").contains("\"about\":\"VALUE\""), typist::out);
    typist.fails(2, "fxd:resolve src/Hello.java");
    typist.fails(1, "fxd:resolve README.md --ours");
    assertTrue(
        typist.ok("fxd:resolve src/Hello.java --theirs").contains("nothing is in conflict"),
        typist::out);
    assertTrue(typist.ok("node:cat src/Hello.java").contains("return 2"), typist::out);
    assertFalse(typist.ok("fxd:status").contains("in conflict"), typist::out);
    typist.ok("fxd:commit -m resolved");
  }

  @Test
  void aConflictStaysWhenTheProjectIsReopenedAndGoesWithAnEdit() {
    contradicting();
    typist.fails(1, "fxd:merge side");
    typist.ok("fxd:gc");
    typist.ok("fxd:close");
    typist.ok("fxd:open x.fxd");
    assertTrue(typist.ok("fxd:conflicts").contains("Hello.greet"), typist::out);
    typist.ok("fxd:checkout side");
    assertTrue(typist.ok("fxd:conflicts").contains("no conflicts"), typist::out);
    typist.ok("fxd:checkout main");
    assertTrue(typist.ok("fxd:conflicts").contains("Hello.greet"), typist::out);
    typist.ok("node:edit 'src/Hello.java#Hello.greet' --text '  int greet() { return 3; }'");
    assertTrue(typist.ok("fxd:conflicts").contains("no conflicts"), typist::out);
    typist.ok("fxd:fsck");
  }

  @Test
  void commitsAreRevertedAndPicked() {
    branches("node:edit README.md --text new", "node:edit bom.txt --text other");
    assertTrue(typist.ok("fxd:cherry-pick side").contains("theirs"), typist::out);
    assertEquals("other", typist.ok("node:cat bom.txt").strip());
    assertTrue(typist.ok("fxd:revert @-").contains("Revert \"ours\""), typist::out);
    assertFalse(typist.ok("node:cat README.md").contains("new"), typist::out);
    assertTrue(typist.ok("fxd:cherry-pick side").contains("nothing to do"), typist::out);
    typist.fails(2, "fxd:cherry-pick");
  }

  /** Takes a file in from outside, marker lines and all. */
  private void takeIn(String path, String text) throws IOException {
    Files.writeString(folder.resolve("tree").resolve(path), text);
    typist.ok("git:import tree");
  }

  @Test
  void aConflictIsNotLostWhenItsFileIsTakenInAgain() throws IOException {
    contradicting();
    typist.fails(1, "fxd:merge side");
    String text = typist.ok("node:cat src/Hello.java");
    String more = text.replace("int count = 1;", "int count = 1;\n\n  int more = 2;");
    takeIn("src/Hello.java", more);
    assertFalse(typist.ok("fxd:conflicts").contains("no conflicts"), typist::out);
    typist.ok("fxd:commit -m 'with its markers'");
    assertFalse(typist.ok("fxd:conflicts").contains("no conflicts"), typist::out);
    assertTrue(
        typist.ok("fxd:resolve src/Hello.java --theirs").contains("nothing is in conflict"),
        typist::out);
    String resolved = typist.ok("node:cat src/Hello.java");
    assertTrue(resolved.contains("return 2") && resolved.contains("int more"), resolved);
    assertFalse(resolved.contains("<<<") || resolved.contains(">>>"), resolved);
    assertTrue(typist.ok("node:cat 'src/Hello.java#Hello.greet'").contains("return 2"));
    assertTrue(typist.ok("node:cat 'src/Hello.java#Hello.more'").contains("more = 2"));
  }

  @Test
  void aConflictInAPlainTextIsNamedByItsLine() throws IOException {
    String text = "First words.\nMore of them.\n\nSecond part.\nIts end.\n";
    takeIn("notes.txt", text);
    typist.ok("fxd:commit -m notes");
    typist.ok("fxd:checkout -c side");
    takeIn("notes.txt", text.replace("First", "Their").replace("Its end", "Their end"));
    typist.ok("fxd:commit -m theirs");
    typist.ok("fxd:checkout main");
    takeIn("notes.txt", text.replace("First", "Our").replace("Its end", "Our end"));
    typist.ok("fxd:commit -m ours");
    typist.fails(1, "fxd:merge side");
    String conflicts = typist.ok("fxd:conflicts");
    assertTrue(
        conflicts.contains("notes.txt:1 ") && conflicts.contains("notes.txt:11 "), conflicts);
    assertFalse(conflicts.contains("notes.txt#"), conflicts);
    assertTrue(typist.ok("fxd:conflicts --json").contains("\"line\":1"), typist::out);
    typist.ok("fxd:resolve notes.txt:1 --theirs");
    assertTrue(typist.ok("node:cat notes.txt").startsWith("Their words."), typist::out);
    typist.ok("fxd:resolve notes.txt --ours");
    assertTrue(typist.ok("fxd:conflicts").contains("no conflicts"), typist::out);
  }

  @Test
  void anEventTellsOfAMergeAndNoneOfOneThatDoesNothing() throws InterruptedException {
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    EventHandler handler = events::add;
    ServiceRegistration<EventHandler> listening =
        context.registerService(
            EventHandler.class,
            handler,
            FrameworkUtil.asDictionary(
                Map.of(EventConstants.EVENT_TOPIC, new String[] {MergeTopics.MERGED})));
    try {
      contradicting();
      typist.fails(1, "fxd:merge side");
      History history = history();
      told(events, history, "COMMITTED", "side", 1);
      typist.ok("fxd:merge side");
      typist.ok("fxd:checkout side");
      typist.fails(1, "fxd:merge main");
      // Events of one topic come in order: the one that did nothing would have come before.
      told(events, history, "FAST_FORWARD", "main", 1);
      assertEquals(List.of(), List.copyOf(events));
    } finally {
      listening.unregister();
    }
  }

  private History history() {
    ServiceReference<History> reference = context.getServiceReference(History.class);
    return context.getService(reference);
  }

  private static void told(
      BlockingQueue<Event> events, History history, String outcome, String theirs, int conflicts)
      throws InterruptedException {
    Event event = events.poll(30, TimeUnit.SECONDS);
    assertNotNull(event, outcome + " was not sent");
    assertEquals(
        Set.of(
            EventConstants.EVENT_TOPIC,
            MergeTopics.PROJECT,
            MergeTopics.OUTCOME,
            MergeTopics.THEIRS,
            MergeTopics.COMMIT,
            MergeTopics.CONFLICTS),
        Set.of(event.getPropertyNames()));
    assertEquals(outcome, event.getProperty(MergeTopics.OUTCOME));
    assertEquals(history.resolve(theirs).id().toString(), event.getProperty(MergeTopics.THEIRS));
    assertEquals(
        history.head().orElseThrow().id().toString(), event.getProperty(MergeTopics.COMMIT));
    assertEquals(Integer.toString(conflicts), event.getProperty(MergeTopics.CONFLICTS));
    assertTrue(event.getProperty(MergeTopics.PROJECT) instanceof String);
  }
}
