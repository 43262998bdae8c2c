package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.history.api.CommitHook;
import org.fxd.history.api.HistoryTopics;
import org.fxd.history.api.RefHook;
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

/** Commits of all and of parts of the work, work put away, hooks and events, in a host. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class CommittingTest {
  private static final String GREET = "'src/Hello.java#Hello.greet'";
  private static final String COUNT = "'src/Hello.java#Hello.count'";

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
  void whatWasMadeWithinAFileIsCommitted() {
    typist.ok("node:create 'code.src.\"Hello.java\".notes'");
    typist.ok("fxd:commit -m notes");
    assertTrue(typist.fails(1, "fxd:commit -m again").contains("Nothing to commit"));
    typist.ok("fxd:checkout --detach @-");
    typist.ok("fxd:checkout main");
    typist.ok("node:get 'code.src.\"Hello.java\".notes'");
  }

  @Test
  void theMessageComesFromAFileOrTheInput() throws IOException {
    Files.writeString(folder.resolve("why.txt"), "From a file\r\n\r\n# Why.\r\n\r\n \n");
    typist.ok("node:edit bom.txt --text one");
    typist.ok("fxd:commit -F why.txt");
    String shown = typist.ok("fxd:show --json");
    assertTrue(shown.contains("\"message\":\"From a file\\n\\n# Why.\""), shown);
    Files.write(folder.resolve("latin.txt"), new byte[] {'a', (byte) 0xe9});
    Files.write(folder.resolve("large.txt"), new byte[1_000_001]);
    Files.writeString(folder.resolve("blank.txt"), " \n\n");
    typist.ok("node:edit bom.txt --text two");
    assertTrue(typist.fails(1, "fxd:commit -F none.txt").contains("There is no file"));
    assertTrue(typist.fails(2, "fxd:commit -F tree").contains("is a folder"));
    assertTrue(typist.fails(2, "fxd:commit -F latin.txt").contains("is not UTF-8"));
    assertTrue(typist.fails(2, "fxd:commit -F large.txt").contains("hardly a message"));
    assertTrue(typist.fails(2, "fxd:commit -F blank.txt").contains("needs a message"));
    assertTrue(typist.fails(2, "fxd:commit -m x -F why.txt").contains("do not go together"));
    typist.close();
    try (Typist piped = new Typist(shell, folder, "From the input\n")) {
      piped.ok("fxd:open x.fxd");
      piped.ok("fxd:commit --amend -F -");
      assertTrue(piped.ok("fxd:log -n 1").contains("From the input"));
    }
  }

  @Test
  void oneSnippetOfAFileIsCommitted() {
    typist.ok("node:edit " + GREET + " --text '  int greet() { return 1; }'");
    typist.ok("node:edit " + COUNT + " --text '  int count = 2;'");
    typist.ok("node:edit bom.txt --text other");
    String answer = typist.ok("fxd:commit -m 'Greet with a number' --snippet " + GREET);
    assertTrue(answer.contains("fxd:status"), answer);
    String shown = typist.ok("fxd:show");
    assertTrue(shown.contains("return 1"), shown);
    assertFalse(shown.contains("count = 2") || shown.contains("bom.txt"), shown);
    String left = typist.ok("fxd:diff");
    assertTrue(left.contains("count = 2") && left.contains("bom.txt"), left);
    assertFalse(left.contains("+  int greet"), left);
    typist.ok("fxd:commit -m rest");
    assertTrue(typist.ok("fxd:status").contains("othing"), typist.out());
  }

  @Test
  void ofARawFileNothingButWhatIsSelectedChanges() throws IOException {
    Path file = folder.resolve("tree/src/Hello.java");
    String text = Files.readString(file);
    Files.writeString(
        file,
        text.replace("\"Hello\"", "\"Bye\"")
            .replace("int count = 1;", "int count = 7;\n\n  int more = 8;"));
    typist.ok("git:import tree");
    typist.ok("fxd:commit -m 'Only the greeting' " + GREET);
    assertTrue(typist.ok("fxd:show --json").contains("\"binary\":false"), typist.out());
    String head = typist.ok("fxd:show");
    assertTrue(head.contains("+    return \"Bye\"") && !head.contains("count = 7"), head);
    typist.ok("fxd:commit -m 'The new field' --select '.field[name=more]'");
    String next = typist.ok("fxd:show");
    assertTrue(next.contains("+  int more = 8;"), next);
    assertFalse(next.contains("count = 7"), next);
    typist.ok("fxd:commit -m rest");
    assertEquals(
        Files.readString(file), typist.ok("node:cat src/Hello.java"), typist.ok("fxd:log"));
  }

  @Test
  void aMethodThatWentToANewFileGoesAsOne() throws IOException {
    Path hello = folder.resolve("tree/src/Hello.java");
    String greet = "  String greet() {\n    return \"Hello\";\n  }\n";
    String text = Files.readString(hello);
    assertTrue(text.contains(greet), text);
    Files.writeString(hello, text.replace(greet + "\n", "").replace("count = 1", "count = 5"));
    Files.writeString(
        folder.resolve("tree/src/Other.java"),
        "package demo;\n\nclass Other {\n" + greet + "\n  int more = 1;\n}\n");
    typist.ok("git:import tree");
    typist.ok("fxd:commit -m 'Greet elsewhere' --snippet 'src/Other.java#Other.greet'");
    String before = typist.ok("node:cat src/Other.java");
    String left = typist.ok("fxd:diff");
    assertTrue(left.contains("+  int count = 5;") && left.contains("+  int more = 1;"), left);
    assertFalse(left.contains("-  String greet()") || left.contains("+  String greet()"), left);
    typist.ok("fxd:stash");
    assertEquals(
        "package demo;\n\nclass Other {\n" + greet + "\n}\n", typist.ok("node:cat src/Other.java"));
    assertFalse(typist.ok("node:cat src/Hello.java").contains("greet"));
    typist.ok("fxd:stash pop");
    assertEquals(before, typist.ok("node:cat src/Other.java"));
  }

  @Test
  void whatWasRemovedIsCommittedByItsOldPath() {
    typist.ok("node:rm README.md");
    typist.ok("node:edit bom.txt --text other");
    typist.ok("fxd:commit -m 'No readme' README.md");
    String shown = typist.ok("fxd:show --stat");
    assertTrue(shown.contains("README.md") && !shown.contains("bom.txt"), shown);
  }

  @Test
  void amendHeadersAuthorAndDate() {
    typist.ok("node:edit bom.txt --text other");
    String json =
        typist.ok(
            "fxd:commit -m work --author 'Bob <bob@example.org>' --date '2020-02-03 04:05 +05:30'"
                + " --header ticket=FXD-1 --json");
    assertTrue(json.contains("\"authored\":\"2020-02-03T04:05+05:30\""), json);
    assertTrue(json.contains("bob@example.org"), json);
    assertTrue(json.contains("[{\"key\":\"ticket\",\"content\":\"FXD-1\"}]"), json);
    assertTrue(typist.ok("fxd:show").contains("\nticket FXD-1\n"), typist.out());
    typist.ok("node:edit bom.txt --text more");
    String amended = typist.ok("fxd:commit --amend --no-work -m 'Better said' --json");
    assertTrue(amended.contains("bob@example.org") && amended.contains("Better said"), amended);
    assertTrue(typist.ok("fxd:diff").contains("bom.txt"));
    typist.ok("fxd:commit --amend");
    assertFalse(typist.ok("fxd:diff").contains("bom.txt"));
    assertEquals(2, typist.ok("fxd:log").lines().count(), typist.out());
    typist.fails(1, "fxd:commit -m nothing");
    typist.ok("fxd:commit -m nothing --allow-empty");
    typist.fails(2, "fxd:commit -m x --date tomorrow");
    typist.fails(2, "fxd:commit -m x --header nothing");
    typist.fails(2, "fxd:commit -m x --no-work");
    typist.fails(1, "fxd:commit -m x nowhere.txt");
    typist.fails(2, "fxd:commit -m x --select '.['");
  }

  @Test
  void workIsPutAwayAndTakenUpAgain() {
    assertTrue(typist.ok("fxd:stash list").contains("nothing"));
    assertEquals("[]\n", typist.ok("fxd:stash list --json"));
    typist.fails(1, "fxd:stash");
    typist.ok("node:edit " + GREET + " --text '  int greet() { return 1; }'");
    typist.ok("node:edit bom.txt --text other");
    typist.ok("fxd:stash push -m 'half done' --snippet " + GREET);
    assertTrue(typist.ok("fxd:diff").contains("bom.txt"));
    assertFalse(typist.ok("node:cat " + GREET).contains("return 1"));
    typist.ok("fxd:stash");
    assertFalse(typist.ok("fxd:diff").contains("bom.txt"));
    String list = typist.ok("fxd:stash list");
    assertTrue(list.startsWith("2  work upon ") && list.contains("\n1  half done"), list);
    String show = typist.ok("fxd:stash show 1");
    assertTrue(show.contains("src/Hello.java") && !show.contains("bom.txt"), show);
    assertTrue(typist.ok("fxd:diff refs/stash/1- refs/stash/1").contains("return 1"));
    typist.ok("fxd:stash apply 1");
    assertTrue(typist.ok("node:cat " + GREET).contains("return 1"));
    typist.ok("node:edit bom.txt --text 'in the way'");
    typist.fails(3, "fxd:stash pop");
    assertTrue(typist.ok("fxd:stash list").contains("2  "));
    typist.ok("fxd:stash drop 2");
    typist.ok("fxd:stash pop 1");
    assertTrue(typist.ok("fxd:stash list").contains("nothing"));
    typist.fails(1, "fxd:stash drop");
    typist.fails(2, "fxd:stash frobnicate");
    typist.fails(2, "fxd:stash drop x");
    typist.fails(1, "fxd:stash drop 9");
  }

  @Test
  void commitsAreSignedAndVerified() {
    String name = "ada-" + System.nanoTime();
    String created = typist.ok("fxd:key create " + name + " --json");
    assertTrue(created.contains("BEGIN PUBLIC KEY") && !created.contains("PRIVATE"), created);
    typist.fails(1, "fxd:key create " + name);
    assertTrue(typist.ok("fxd:key").contains(name));
    typist.ok("node:edit bom.txt --text other");
    typist.ok("fxd:commit -m signed --sign " + name);
    assertTrue(typist.ok("fxd:show --signature").contains("signature good, by " + name));
    assertTrue(typist.ok("fxd:show --signature --json").contains("\"signature\":\"GOOD\""));
    String log = typist.ok("fxd:log --signature");
    assertTrue(log.contains("good") && log.contains("signature none"), log);
    typist.fails(1, "fxd:commit -m x --sign nobody");
    typist.fails(2, "fxd:key create ../x");
    typist.fails(2, "fxd:key trust " + name);
    typist.fails(2, "fxd:key trust other tree/README.md");
    typist.fails(1, "fxd:key trust other nowhere.pub");
    typist.fails(2, "fxd:key frobnicate");
  }

  @Test
  void hooksRefuseWithTheirReason() {
    typist.ok("node:edit bom.txt --text other");
    CommitHook commits =
        (commit, root, origin) -> {
          throw new RefusedException("a message begins with a ticket");
        };
    ServiceRegistration<CommitHook> first =
        context.registerService(CommitHook.class, commits, null);
    assertTrue(typist.fails(4, "fxd:commit -m work").contains("begins with a ticket"));
    first.unregister();
    RefHook refs =
        (move, origin) -> {
          throw new RefusedException(move.name() + " stays");
        };
    ServiceRegistration<RefHook> second =
        context.registerService(
            RefHook.class,
            refs,
            FrameworkUtil.asDictionary(Map.of("fxd.project", "another project")));
    typist.ok("fxd:commit -m work");
    second.unregister();
    ServiceRegistration<RefHook> third = context.registerService(RefHook.class, refs, null);
    assertTrue(typist.fails(4, "fxd:branch side").contains("refs/heads/side stays"));
    assertTrue(typist.fails(4, "fxd:checkout @-").contains("HEAD stays"));
    third.unregister();
    typist.ok("fxd:branch side");
  }

  @Test
  void eventsAreSent() throws InterruptedException {
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    EventHandler handler = events::add;
    ServiceRegistration<EventHandler> listening =
        context.registerService(
            EventHandler.class,
            handler,
            FrameworkUtil.asDictionary(
                Map.of(EventConstants.EVENT_TOPIC, new String[] {"org/fxd/history/*"})));
    typist.ok("node:edit bom.txt --text other");
    typist.ok("fxd:commit -m told");
    await(events, HistoryTopics.BRANCH_MOVED);
    await(events, HistoryTopics.COMMITTED);
    typist.ok("fxd:checkout @-");
    await(events, HistoryTopics.CHECKED_OUT);
    listening.unregister();
  }

  /** What was done before anyone listened may still be told. */
  private static void await(BlockingQueue<Event> events, String topic) throws InterruptedException {
    Event event = events.poll(30, TimeUnit.SECONDS);
    while (event != null && !event.getTopic().equals(topic)) {
      event = events.poll(30, TimeUnit.SECONDS);
    }
    assertTrue(event != null, topic + " was not sent");
  }
}
