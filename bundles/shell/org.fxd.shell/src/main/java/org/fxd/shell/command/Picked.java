package org.fxd.shell.command;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.NodeId;
import org.fxd.source.api.FileChange;
import org.fxd.source.api.LineEdit;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SnippetChange;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;

/**
 * What of one file is of interest.
 *
 * @param isWhole whether all of it is
 * @param ids else, the nodes within it
 */
record Picked(boolean isWhole, Set<NodeId> ids) {
  Picked {
    ids = Set.copyOf(ids);
  }

  /** Whether nothing of the file is of interest. */
  boolean isNothing() {
    return !isWhole && ids.isEmpty();
  }

  /** What of the differences is of interest; empty if nothing is. */
  Optional<FileDiff> of(FileDiff diff, Sources sources) {
    if (isWhole) {
      return Optional.of(diff);
    }
    FileChange change = diff.change();
    List<SnippetChange> snippets =
        change.snippets().stream().filter(one -> isIn(one.before()) || isIn(one.after())).toList();
    List<LineEdit> mine = new ArrayList<>();
    List<LineEdit> others = new ArrayList<>();
    BitSet before = lines(change.before(), sources);
    BitSet after = lines(change.after(), sources);
    for (LineEdit edit : diff.edits()) {
      split(edit, before, after, mine, others);
    }
    return snippets.isEmpty() && mine.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FileDiff(
                new FileChange(change.kind(), change.before(), change.after(), snippets),
                diff.before(),
                diff.after(),
                mine,
                Optional.of(others),
                diff.binary(),
                diff.inside()));
  }

  private boolean isIn(Optional<Snippet> snippet) {
    return snippet.filter(one -> ids.contains(one.entry().id())).isPresent();
  }

  /** The lines of what is of interest, from 0. */
  private BitSet lines(Optional<SourceFile> file, Sources sources) {
    BitSet lines = new BitSet();
    file
        .filter(one -> one.entry().node().kind().equals(Kind.FILE))
        .map(sources::snippets)
        .orElse(List.of())
        .stream()
        .filter(snippet -> ids.contains(snippet.entry().id()))
        .forEach(snippet -> lines.set(snippet.firstLine() - 1, snippet.lastLine()));
    return lines;
  }

  /**
   * Lines that only came, or only went, are told apart one by one. Where some became others, nobody
   * can say which became which, so they stay together.
   */
  static void split(
      LineEdit edit, BitSet before, BitSet after, List<LineEdit> mine, List<LineEdit> others) {
    boolean cameOnly = edit.beginA() == edit.endA();
    if (!cameOnly && edit.beginB() != edit.endB()) {
      boolean touches =
          isWithin(before, edit.beginA(), edit.endA())
              || isWithin(after, edit.beginB(), edit.endB());
      (touches ? mine : others).add(edit);
      return;
    }
    BitSet lines = cameOnly ? after : before;
    int end = cameOnly ? edit.endB() : edit.endA();
    int at = cameOnly ? edit.beginB() : edit.beginA();
    while (at < end) {
      boolean isMine = lines.get(at);
      int next = isMine ? lines.nextClearBit(at) : lines.nextSetBit(at);
      int to = next < 0 ? end : Math.min(end, next);
      (isMine ? mine : others)
          .add(
              cameOnly
                  ? new LineEdit(edit.beginA(), edit.endA(), at, to)
                  : new LineEdit(at, to, edit.beginB(), edit.endB()));
      at = to;
    }
  }

  private static boolean isWithin(BitSet lines, int begin, int end) {
    int first = lines.nextSetBit(begin);
    return first >= 0 && first < end;
  }
}
