package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.TreeChange;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.core.select.TreeSelectors;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ask.Blame;
import org.fxd.history.api.ask.BlamedLine;
import org.fxd.history.api.ask.Log;
import org.fxd.history.api.ask.LogQuery;
import org.fxd.history.api.ask.LogQuery.TextChange;
import org.fxd.history.api.ask.NodeEvent;
import org.fxd.history.core.ask.ProjectBlame;
import org.fxd.history.core.ask.ProjectLog;
import org.fxd.source.api.scan.Region;
import org.fxd.source.api.scan.SnippetScanner;
import org.fxd.source.core.SnippetSources;
import org.fxd.source.treesitter.MarkdownScanner;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskingTest {
  private static final NodePath A = NodePath.of("code", "a.md");
  private static final NodePath B = NodePath.of("code", "b.md");

  private final HistoryFixture project = new HistoryFixture();
  private final CountingScanner scanner = new CountingScanner();
  private final SnippetSources sources = project.sources(scanner);
  private final Commits commits = new Commits(project.store());
  private final Log log = new ProjectLog(project.workspace(), commits, project.finder(), sources);
  private final Blame blame =
      new ProjectBlame(project.workspace(), commits, project.finder(), sources);

  /** Says how often it was asked. */
  private static final class CountingScanner implements SnippetScanner {
    private final SnippetScanner scanner = new MarkdownScanner();
    private int scans;

    @Override
    public Set<String> languages() {
      return scanner.languages();
    }

    @Override
    public int version() {
      return scanner.version();
    }

    @Override
    public List<Region> scan(byte[] text, String language, Cancellation cancellation) {
      scans++;
      return scanner.scan(text, language, cancellation);
    }
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void byPath() {
    commit("one", Map.of("a.md", "1"));
    commit("two", Map.of("b.md", "1"));
    commit("three", Map.of("a.md", "2"));
    project.writeScanned("a.md", "2");
    commit("four", Map.of("b.md", "2"));
    project.delete("a.md");
    project.commit("five");
    commit("six", Map.of("a.md", "3"));
    assertEquals("six five three one", found(query -> query.withPaths(List.of(A))));
    assertEquals("four two", found(query -> query.withPaths(List.of(B))));
    assertEquals("six five four three two one", found(q -> q.withPaths(List.of(A, B))));
    assertEquals("", found(query -> query.withPaths(List.of(NodePath.of("code", "none")))));
    assertEquals(
        "six five four three two one", found(q -> q.withPaths(List.of(NodePath.of("code")))));
  }

  @Test
  void whatWasGivenUpOnTheWayIsNotFollowed() {
    Commit base = commit("base", Map.of("a.md", "1"));
    Commit kept = commit("kept", Map.of("a.md", "2"));
    checkout(base);
    Commit lost = commit("lost", Map.of("a.md", "3"));
    project.write("a.md", "2");
    project.merge("merge", kept, lost);
    assertEquals("kept base", found(query -> query.withPaths(List.of(A))));
    assertEquals("merge lost kept base", found(query -> query));
    project.write("a.md", "4");
    project.merge("both", kept, lost);
    assertEquals("both lost kept base", found(query -> query.withPaths(List.of(A))));
  }

  @Test
  void byWhatTheCommitSays() {
    commit("fix one", Map.of("a.md", "1"));
    Commit base = commit("add two", Map.of("a.md", "2"));
    Commit side = commit("fix three", Map.of("b.md", "2"));
    checkout(base);
    Commit other = commit("other", Map.of("a.md", "5"));
    project.write("b.md", "2");
    project.merge("merge", other, side);
    assertEquals("fix three|fix one", found(q -> q.withMessage(Pattern.compile("^fix")), "|"));
    assertEquals("", found(query -> query.withAuthor(Pattern.compile("Bob"))));
    assertEquals("merge", found(query -> query.withMerges(LogQuery.Merges.ONLY)));
    assertEquals(
        "other|fix three|add two|fix one", found(q -> q.withMerges(LogQuery.Merges.NOT), "|"));
    assertEquals(
        "merge|other|add two|fix one", found(q -> q.withLine(LogQuery.Line.FIRST_PARENTS), "|"));
    assertEquals("merge|other", found(query -> query.without(List.of(side.id())), "|"));
    Optional<Instant> then = Optional.of(base.committed().toInstant());
    assertEquals("add two|fix one", found(q -> q.withTime(Optional.empty(), then), "|"));
    assertEquals("add two", found(query -> query.withTime(then, then), "|"));
  }

  @Test
  void byTextThatCameOrWent() {
    commit("none", Map.of("a.md", "nothing\n"));
    commit("came", Map.of("a.md", "magic word\n"));
    commit("stays", Map.of("a.md", "more\nmagic word\n"));
    commit("twice", Map.of("b.md", "magic\n"));
    commit("went", Map.of("b.md", "none\n"));
    assertEquals("twice came", text("magic", TextChange.How.ADDED));
    assertEquals("went", text("magic", TextChange.How.REMOVED));
    assertEquals("went twice came", text("magic", TextChange.How.EITHER));
    assertThrows(IllegalArgumentException.class, () -> new TextChange("", TextChange.How.EITHER));
  }

  @Test
  void bySelector() {
    commit("one", Map.of("a.md", "# One\n\ntext\n\n# Two\n\ntext\n"));
    commit("two", Map.of("a.md", "# One\n\ntext\n\n# Two\n\nother\n"));
    commit("three", Map.of("b.md", "# Three\n"));
    commit("four", Map.of("a.md", "# One\n\ntext\n"));
    assertEquals("four two one", selected("[name=\"Two\"]"));
    assertEquals("four one", selected("[name=\"One\"]"), "a blank line less behind it");
    assertEquals("three", selected(".file[name=\"b.md\"]"));
  }

  @Test
  void aSnippetThroughEverythingThatHappensToIt() {
    commit("other", Map.of("b.md", "x"));
    commit("came", Map.of("a.md", "# One\n\ntext\n\n# Two\n\ntext\n"));
    NodeId two = snippet("Two");
    commit("not this", Map.of("a.md", "# One\n\nother\n\n# Two\n\ntext\n"));
    commit("changed", Map.of("a.md", "# One\n\nother\n\n# Two\n\nother\n"));
    project.rename("a.md", "c.md");
    project.commit("only its file");
    commit("went", Map.of("c.md", "# One\n\nother\n"));
    Commit last = commit("later", Map.of("b.md", "y"));
    List<String> told = new ArrayList<>();
    for (NodeEvent event : log.of(two, LogQuery.of(List.of(last.id())), Cancellation.none())) {
      told.add(event.commit().message() + " " + EnumSet.copyOf(event.kinds()));
    }
    assertEquals(List.of("went [REMOVED]", "changed [CHANGED]", "came [ADDED]"), told);
  }

  @Test
  void aFileIsFollowedThroughItsRenames() {
    commit("came", Map.of("a.md", "1"));
    NodeId id = project.finder().find(project.workspace().root(), A).orElseThrow().id();
    project.rename("a.md", "c.md");
    Commit renamed = project.commit("renamed");
    NodeEvent event =
        log.of(id, LogQuery.of(List.of(renamed.id())), Cancellation.none()).iterator().next();
    assertEquals(Set.of(TreeChange.Kind.RENAMED), event.kinds());
    assertEquals(Optional.of(A), event.before().map(Match::path));
    assertEquals(Optional.of(NodePath.of("code", "c.md")), event.after().map(Match::path));
    assertEquals("renamed came", found(query -> query.withNode(id)));
  }

  @Test
  void asksNothingOfWhatIsEqualAndStopsWhenAsked() {
    Commit one = commit("one", Map.of("a.md", "1"));
    Cancellation cancelled = Cancellation.none();
    cancelled.cancel();
    assertThrows(
        CancelledException.class,
        () -> log.find(LogQuery.of(List.of(one.id())), cancelled).iterator().next());
    assertThrows(
        NotFoundException.class,
        () -> log.find(LogQuery.of(List.of(Hash.ofContent(new byte[1]))), Cancellation.none()));
  }

  @Test
  void versionsOfAFileAreNotLookedIntoForTheFileItself() {
    Commit last = null;
    for (int i = 0; i < 20; i++) {
      last = commit("version " + i, Map.of("a.md", "# One\n\n" + i + "\n"));
    }
    NodeId id = NodeId.derived(Hash.ofContent("file a.md".getBytes(StandardCharsets.UTF_8)));
    scanner.scans = 0;
    assertEquals(20, found(query -> query.withPaths(List.of(A)), "|").split("\\|").length);
    assertEquals(0, scanner.scans);
    assertEquals(3, blame.lines(last, id, Progress.NONE, Cancellation.none()).size());
    assertTrue(scanner.scans <= 1, () -> scanner.scans + " scans to find the newest");
  }

  @Test
  void linesOfAFileThroughRenamesAndWork() {
    commit("one", Map.of("a.md", "a\nb\nc\n"));
    project.rename("a.md", "c.md");
    commit("two", Map.of("c.md", "a\nB\nc\nd\n"));
    project.write("c.md", "new\na\nB\nc\nd");
    NodeId id = NodeId.derived(Hash.ofContent("file a.md".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        List.of("- 1 new", "one 1 a", "two 2 B", "one 3 c", "- 5 d"),
        blamed(blame.lines(id, Progress.NONE, Cancellation.none())));
    Commit head = project.history().head().orElseThrow();
    assertEquals(
        List.of("one 1 a", "two 2 B", "one 3 c", "two 4 d"),
        blamed(blame.lines(head, id, Progress.NONE, Cancellation.none())));
    assertThrows(
        NotFoundException.class,
        () -> blame.lines(NodeId.random(), Progress.NONE, Cancellation.none()));
  }

  /** Each line says which commit wrote it. */
  @Test
  void linesComeFromTheCommitThatWroteThem() {
    Property.seeded(3).runs(60).check(AskingTest::checkBlame);
  }

  private static void checkBlame(Choices choices) {
    try (HistoryFixture project = new HistoryFixture()) {
      SnippetSources sources = project.sources(new MarkdownScanner());
      Commits commits = new Commits(project.store());
      Blame blame = new ProjectBlame(project.workspace(), commits, project.finder(), sources);
      Map<Commit, TreeMap<Double, String>> made = new LinkedHashMap<>();
      for (int number = 0; number < choices.between(1, 12); number++) {
        List<Commit> parents = new ArrayList<>();
        TreeMap<Double, String> lines = new TreeMap<>(Map.of(0.0, "0 by 0", 1.0, "1 by 0"));
        if (!made.isEmpty()) {
          Commit parent = choices.pick(List.copyOf(made.keySet()));
          Commit other = choices.pick(List.copyOf(made.keySet()));
          parents.add(parent);
          lines = new TreeMap<>(made.get(parent));
          if (choices.below(3) == 0 && !other.equals(parent)) {
            parents.add(other);
            lines.putAll(made.get(other).tailMap(choices.pick(List.copyOf(lines.keySet()))));
          }
          for (int edits = choices.below(3); edits > 0; edits--) {
            double at = choices.pick(List.copyOf(lines.keySet()));
            if (choices.below(2) == 0) {
              lines.remove(at);
            }
            double place = at + (1 + choices.below(1000)) / 1e6 / (number + 1);
            lines.put(place, place + " by " + number);
          }
        }
        project.write("a.md", String.join("\n", lines.values()) + "\n");
        Commit commit = project.merge("" + number, parents.toArray(Commit[]::new));
        made.put(commit, lines);
      }
      NodeId id = project.finder().find(project.workspace().root(), A).orElseThrow().id();
      Commit last = project.history().head().orElseThrow();
      for (BlamedLine line : blame.lines(last, id, Progress.NONE, Cancellation.none())) {
        String wrote = line.commit().orElseThrow().message();
        assertEquals(line.text().replaceAll(".* by ", ""), wrote, line.text());
        assertEquals(
            line.text(),
            List.copyOf(made.get(line.commit().get()).values()).get(line.number() - 1));
      }
    }
  }

  private Commit commit(String message, Map<String, String> files) {
    new TreeMap<>(files).forEach(project::write);
    return project.commit(message);
  }

  private void checkout(Commit commit) {
    project.history().checkout(commit.id().toString(), HistoryFixture.TEST);
  }

  private NodeId snippet(String name) {
    return project
        .finder()
        .select(project.workspace().root(), new TreeSelectors().compile("[name=\"" + name + "\"]"))
        .get(0)
        .id();
  }

  private String text(String text, TextChange.How how) {
    return found(query -> query.withText(new TextChange(text, how)));
  }

  private String selected(String selector) {
    return found(query -> query.withSelector(new TreeSelectors().compile(selector)));
  }

  private String found(UnaryOperator<LogQuery> asked) {
    return found(asked, " ");
  }

  private String found(UnaryOperator<LogQuery> asked, String between) {
    LogQuery query = asked.apply(LogQuery.of(List.of(project.history().head().orElseThrow().id())));
    List<String> messages = new ArrayList<>();
    log.find(query, Cancellation.none()).forEach(commit -> messages.add(commit.message()));
    return String.join(between, messages);
  }

  private static List<String> blamed(List<BlamedLine> lines) {
    return lines.stream()
        .map(
            line ->
                line.commit().map(Commit::message).orElse("-")
                    + " "
                    + line.number()
                    + " "
                    + line.text())
        .collect(Collectors.toList());
  }
}
