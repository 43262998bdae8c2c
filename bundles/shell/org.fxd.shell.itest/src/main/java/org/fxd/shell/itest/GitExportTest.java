package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fxd.git.api.GitTopics;
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

/** A project goes to Git with its history. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class GitExportTest {
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

  @Test
  void theFilesAreThereAndOnlyWhatIsNewIsWritten() throws IOException {
    assertTrue(typist.ok("git:export to").contains("wrote 1 commit"), typist::out);
    Map<String, String> files = new TreeMap<>(Trees.read(folder.resolve("to")));
    files.keySet().removeIf(path -> path.equals(".git") || path.startsWith(".git/"));
    Map<String, String> expected = new TreeMap<>(Trees.read(folder.resolve("tree")));
    assertEquals("folder", expected.remove("empty"), "Git has no empty folders");
    assertEquals(expected, files);
    typist.ok("git:export bare --bare --plain");
    typist.ok("node:edit README.md --text other");
    typist.ok("fxd:commit -m second");
    typist.ok("fxd:tag v1 -m 'the first'");
    String said = typist.ok("git:export bare --plain");
    assertTrue(said.contains("wrote 1 commit (4 objects)"), said);
    assertTrue(said.contains("moved") && said.contains("new") && said.contains("tags/v1"), said);
    assertTrue(typist.ok("git:export bare --json").contains("\"outcome\":\"same\""), typist::out);
  }

  @Test
  void whatIsCheckedOutThereStays() throws IOException {
    typist.ok("git:export to");
    typist.ok("node:edit README.md --text other");
    typist.ok("fxd:commit -m second");
    String why = typist.fails(1, "git:export to");
    assertTrue(why.contains("checked out in"), why);
    assertFalse(Files.readString(folder.resolve("to/README.md")).equals("other"));
  }

  @Test
  void conflictsHaveAnExitCodeOfTheirOwn() throws IOException {
    typist.ok("fxd:branch side");
    typist.ok("node:edit README.md --text ours");
    typist.ok("fxd:commit -m ours");
    typist.ok("fxd:checkout side");
    typist.ok("node:edit README.md --text theirs");
    typist.ok("fxd:commit -m theirs");
    typist.run("fxd:merge main");
    String why = typist.fails(3, "git:export to");
    assertTrue(why.contains("README.md") && why.contains("--conflicts render"), why);
    assertFalse(Files.exists(folder.resolve("to")));
    typist.ok("git:export to --conflicts render");
    assertTrue(Files.readString(folder.resolve("to/README.md")).contains("<<<<<<<"));
  }

  @Test
  void whoeverListensIsTold() throws Exception {
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    ServiceRegistration<EventHandler> listening =
        context.registerService(
            EventHandler.class,
            events::add,
            FrameworkUtil.asDictionary(Map.of(EventConstants.EVENT_TOPIC, GitTopics.EXPORTED)));
    try {
      typist.ok("git:export to --bare");
      Event event = events.poll(30, TimeUnit.SECONDS);
      assertEquals("1", event.getProperty(GitTopics.COMMITS));
      assertEquals(folder.resolve("to").toString(), event.getProperty(GitTopics.REPOSITORY));
    } finally {
      listening.unregister();
    }
  }
}
