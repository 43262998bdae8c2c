package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fxd.graph.api.workspace.ChangeTopics;
import org.fxd.shell.api.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/** Going back and forth in what was done. */
@ExtendWith({ServiceExtension.class, BundleContextExtension.class})
class UndoTest {
  private static final String GREET = "'src/Hello.java#Hello.greet'";

  @InjectService Shell shell;
  @InjectBundleContext BundleContext context;
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
  void backAndForth() {
    String before = typist.ok("view:render src/Hello.java");
    typist.ok("node:edit " + GREET + " --text '  int greet() { return 1; }'");
    typist.ok("fxd:commit -m second");
    String undone = typist.ok("fxd:undo");
    assertTrue(undone.contains("commit: second") && undone.contains("fxd:redo"), undone);
    assertTrue(typist.ok("fxd:status").contains("Hello.java"), typist.out());
    typist.ok("fxd:undo");
    assertEquals(before, typist.ok("view:render src/Hello.java"));
    assertFalse(typist.ok("fxd:log").contains("second"));
    typist.ok("fxd:redo");
    typist.ok("fxd:redo");
    assertTrue(typist.ok("fxd:log").contains("second"));
    assertTrue(typist.fails(1, "fxd:redo").contains("nothing to do again"));
  }

  @Test
  void theLogShowsWhereTheProjectStands() {
    typist.ok("node:edit " + GREET + " --text '  int greet() { return 1; }'");
    typist.ok("fxd:undo");
    List<String> lines = typist.ok("fxd:oplog").lines().toList();
    assertTrue(lines.get(0).startsWith("  ") && lines.get(0).contains("undo: "), lines.get(0));
    assertTrue(lines.get(2).startsWith("* "), lines.get(2));
    assertTrue(typist.ok("fxd:oplog -n 1").contains("there are more"));
    String json = typist.ok("fxd:oplog -n 1 --json");
    assertTrue(json.contains("\"fields\":{\"at\":\"") && json.contains("\"current\":false"), json);
    assertTrue(typist.fails(2, "fxd:oplog nonsense").contains("no operation"));
  }

  @Test
  void oneAloneAndWhatContradicts() {
    typist.ok("node:edit bom.txt --text one");
    typist.ok("node:edit " + GREET + " --text '  int greet() { return 1; }'");
    typist.ok("fxd:undo @-");
    assertFalse(typist.ok("view:render bom.txt").contains("one"));
    assertTrue(typist.ok("view:render src/Hello.java").contains("return 1"));
    typist.ok("node:edit " + GREET + " --text '  int greet() { return 2; }'");
    assertTrue(typist.fails(3, "fxd:undo @--").contains("by itself"));
    typist.ok("fxd:restore @---");
    assertTrue(typist.ok("view:render bom.txt").contains("one"));
  }

  @Test
  void commandsRunOnTheProjectAsItWas() {
    String before = typist.ok("view:render bom.txt");
    typist.ok("node:edit bom.txt --text one");
    typist.ok("fxd:commit -m second");
    typist.ok("node:edit bom.txt --text two");
    assertEquals(before, typist.ok("fxd:at @- view:render bom.txt"));
    assertTrue(typist.ok("fxd:at op:@- view:render bom.txt").contains("one"));
    assertEquals(before, typist.ok("fxd:at op:@~1 view:render bom.txt"));
    assertEquals("1\n", typist.ok("fxd:at @- fxd:query '.class > .method' --count"));
    assertEquals("{\"count\":1}\n", typist.ok("fxd:at @- fxd:query '.class > .method' -c --json"));
    assertTrue(typist.ok("fxd:at op:@-- fxd:status").contains("bom.txt"), typist.out());
    assertTrue(typist.fails(4, "fxd:at @- node:edit bom.txt --text x").contains("as it was"));
    assertTrue(typist.fails(2, "fxd:at @- fxd:querry .x").contains("did you mean fxd:query"));
    assertTrue(typist.fails(2, "fxd:at @-").contains("needs COMMAND"));
    assertTrue(typist.ok("fxd:at @- fxd:query --help").contains("SELECTOR"));
    assertTrue(typist.ok("view:render bom.txt").contains("two"));
  }

  @Test
  void whoListensIsTold() throws Exception {
    BlockingQueue<Event> told = new LinkedBlockingQueue<>();
    EventHandler handler = told::add;
    ServiceRegistration<EventHandler> registration =
        context.registerService(
            EventHandler.class,
            handler,
            FrameworkUtil.asDictionary(Map.of(EventConstants.EVENT_TOPIC, ChangeTopics.UNDONE)));
    try {
      typist.ok("node:edit bom.txt --text one");
      typist.ok("fxd:undo");
      Event event = told.poll(10, TimeUnit.SECONDS);
      assertEquals(ChangeTopics.UNDONE, event.getTopic());
      assertEquals(64, ((String) event.getProperty(ChangeTopics.CONCERNED)).length());
    } finally {
      registration.unregister();
    }
  }
}
