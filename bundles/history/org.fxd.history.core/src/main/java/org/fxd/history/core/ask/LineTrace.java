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
  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Suspect(StoredCommit commit, byte[] text, List<LineRun> lines) {}

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

  private List<LineRun> all() {
    return shown.length == 0 ? List.of() : List.of(new LineRun(0, 0, shown.length));
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
    List<LineRun> left = suspect.lines();
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
        List<LineRun> own = new ArrayList<>();
        suspect(parent, before, passed(before, suspect.text(), left, own));
        left = own;
      }
    }
    for (LineRun run : left) {
      for (int i = 0; i < run.count(); i++) {
        int last = run.last() + i;
        blamed[last] = new BlamedLine(Optional.of(commit), run.here() + i + 1, shown[last]);
      }
    }
  }

  private void suspect(StoredCommit commit, byte[] itsText, List<LineRun> lines) {
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
  private List<LineRun> passed(
      byte[] before, byte[] after, List<LineRun> lines, List<LineRun> others) {
    if (Arrays.equals(before, after)) {
      return lines;
    }
    List<LineEdit> edits = sources.lines(before, after);
    List<LineRun> passed = new ArrayList<>();
    lines.forEach(run -> run.before(edits, passed, others));
    return passed;
  }

  private byte[] text(Match match) {
    try {
      return sources.render(match.node());
    } catch (IllegalArgumentException e) {
      throw new UsageException(match.path() + " has no text, and so no lines", e);
    }
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
