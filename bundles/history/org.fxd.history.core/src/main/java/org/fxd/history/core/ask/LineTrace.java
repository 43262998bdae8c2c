package org.fxd.history.core.ask;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ask.BlamedLine;
import org.fxd.history.core.Commits;
import org.fxd.history.core.StoredCommit;
import org.fxd.source.api.LineEdit;
import org.fxd.source.api.Sources;

/**
 * Follows the lines of one text back through commits. Each commit is suspected of some of them; it
 * passes on to its parents what these have too, and is blamed for what is left. Commits are looked
 * at by generation, so that each has been passed all that it will be.
 */
final class LineTrace {
  /** A line that a commit is suspected of: which it is in the end, and which it is there. */
  private record Line(int last, int here) {}

  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Suspect(StoredCommit commit, byte[] text, List<Line> lines) {}

  private final Commits commits;
  private final NodeSight sight;
  private final Sources sources;
  private final Progress progress;
  private final Cancellation cancellation;
  private final byte[] text;
  private final String[] shown;
  private final BlamedLine[] blamed;
  private final Map<Hash, Suspect> suspects = new HashMap<>();
  private final PriorityQueue<StoredCommit> open =
      new PriorityQueue<>(Comparator.comparingLong(StoredCommit::generation).reversed());

  LineTrace(
      Commits commits,
      NodeSight sight,
      Sources sources,
      Match match,
      Progress progress,
      Cancellation cancellation) {
    this.commits = commits;
    this.sight = sight;
    this.sources = sources;
    this.progress = progress;
    this.cancellation = cancellation;
    this.text = text(match);
    this.shown = lines(text);
    this.blamed = new BlamedLine[shown.length];
    for (int i = 0; i < shown.length; i++) {
      blamed[i] = new BlamedLine(Optional.empty(), i + 1, shown[i]);
    }
  }

  /** The lines, each with what was found out. */
  List<BlamedLine> lines() {
    return List.of(blamed);
  }

  /** Follows the text as it is in a commit. */
  void from(Commit commit) {
    suspect(commits.get(commit.id()), text, all());
    trace();
  }

  /** Follows a text that is not committed, but follows a commit. */
  void fromWork(Commit head) {
    Optional<Match> committed = sight.in(head);
    if (committed.isPresent()) {
      byte[] before = text(committed.get());
      suspect(commits.get(head.id()), before, passed(before, text, all(), new ArrayList<>()));
      trace();
    }
  }

  private List<Line> all() {
    List<Line> all = new ArrayList<>();
    for (int i = 0; i < shown.length; i++) {
      all.add(new Line(i, i));
    }
    return all;
  }

  private void trace() {
    progress.phase("following " + shown.length + " lines", -1);
    while (!open.isEmpty()) {
      cancellation.check();
      progress.advance(1);
      look(suspects.remove(open.remove().commit().id()));
    }
  }

  private void look(Suspect suspect) {
    List<Line> left = suspect.lines();
    Commit commit = suspect.commit().commit();
    for (StoredCommit parent : commits.parents(suspect.commit()).values()) {
      if (left.isEmpty()) {
        return;
      }
      if (sight.same(commit, parent.commit())) {
        suspect(parent, suspect.text(), left);
        return;
      }
      Optional<Match> there = sight.in(commit, parent.commit());
      if (there.isPresent()) {
        byte[] before = text(there.get());
        List<Line> own = new ArrayList<>();
        suspect(parent, before, passed(before, suspect.text(), left, own));
        left = own;
      }
    }
    for (Line line : left) {
      blamed[line.last()] =
          new BlamedLine(Optional.of(commit), line.here() + 1, shown[line.last()]);
    }
  }

  private void suspect(StoredCommit commit, byte[] itsText, List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    Suspect known = suspects.get(commit.commit().id());
    if (known == null) {
      open.add(commit);
      suspects.put(commit.commit().id(), new Suspect(commit, itsText, new ArrayList<>(lines)));
    } else {
      known.lines().addAll(lines);
    }
  }

  /** Those lines of a text that an earlier one has too, as they are there; others are told. */
  private List<Line> passed(byte[] before, byte[] after, List<Line> lines, List<Line> others) {
    if (Arrays.equals(before, after)) {
      return lines;
    }
    int[] earlier = earlier(sources.lines(before, after), count(after));
    List<Line> passed = new ArrayList<>();
    for (Line line : lines) {
      int was = earlier[line.here()];
      if (was < 0) {
        others.add(line);
      } else {
        passed.add(new Line(line.last(), was));
      }
    }
    return passed;
  }

  /** Of each later line, which one it was earlier; -1 if none. */
  private static int[] earlier(List<LineEdit> edits, int count) {
    int[] earlier = new int[count];
    int at = 0;
    int shift = 0;
    for (LineEdit edit : edits) {
      for (; at < edit.beginB(); at++) {
        earlier[at] = at + shift;
      }
      for (; at < edit.endB(); at++) {
        earlier[at] = -1;
      }
      shift = edit.endA() - edit.endB();
    }
    for (; at < count; at++) {
      earlier[at] = at + shift;
    }
    return earlier;
  }

  private byte[] text(Match match) {
    try {
      return sources.render(match.node());
    } catch (IllegalArgumentException e) {
      throw new UsageException(match.path() + " has no text, and so no lines", e);
    }
  }

  private static int count(byte[] text) {
    int count = 0;
    for (byte each : text) {
      count += each == '\n' ? 1 : 0;
    }
    return text.length == 0 || text[text.length - 1] == '\n' ? count : count + 1;
  }

  /** A final line break ends the last line and begins none. */
  private static String[] lines(byte[] text) {
    if (text.length == 0) {
      return new String[0];
    }
    String all = new String(text, StandardCharsets.UTF_8);
    String[] lines = all.split("\n", -1);
    return all.endsWith("\n") ? Arrays.copyOf(lines, lines.length - 1) : lines;
  }
}
