package org.fxd.shell.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fxd.source.api.LineEdit;
import org.fxd.source.api.Sources;

/** Compares two texts by words. */
final class WordDiff {
  private final Sources sources;

  WordDiff(Sources sources) {
    this.sources = sources;
  }

  /**
   * What stayed, went and came, in order; of what changed in one place, what went is first. Without
   * what came, the runs are the first text; without what went, they are the second.
   */
  List<WordRun> between(String before, String after) {
    List<String> a = Words.of(before);
    List<String> b = Words.of(after);
    List<WordRun> runs = new ArrayList<>();
    int at = 0;
    for (LineEdit edit : sources.lines(asLines(a), asLines(b))) {
      add(runs, ' ', a, at, edit.beginA());
      add(runs, '-', a, edit.beginA(), edit.endA());
      add(runs, '+', b, edit.beginB(), edit.endB());
      at = edit.endA();
    }
    add(runs, ' ', a, at, a.size());
    return runs;
  }

  private static void add(List<WordRun> runs, char sign, List<String> words, int begin, int end) {
    if (begin < end) {
      runs.add(new WordRun(sign, String.join("", words.subList(begin, end))));
    }
  }

  /** One word a line. A line break is a word by itself, so an empty line can stand for it. */
  private static byte[] asLines(List<String> words) {
    StringBuilder lines = new StringBuilder();
    for (String word : words) {
      lines.append(word.equals("\n") ? "" : word).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
