package org.fxd.source.core.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.fxd.source.api.LineEdit;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** What holds of the differences of any two texts. */
class LineDifferencesProperties {
  private static final List<String> LINES = List.of("}\n", "\n", "a\n", "b\n", "ab\n", "b", "\r\n");

  @Test
  void editsTurnOneTextIntoTheOther() {
    Property.seeded(1)
        .runs(1000)
        .check(
            choices -> {
              String head = same(choices, "head");
              String tail = same(choices, "tail");
              String a = head + some(choices) + tail;
              String b = head + some(choices) + tail;
              List<LineEdit> edits = LineDifferences.between(bytes(a), bytes(b));
              assertEquals(lines(b), edited(lines(a), lines(b), edits));
              assertEquals(ofWholeTexts(a, b), edits);
            });
  }

  /** Up to some pages, of lines that are all different, or few that come again and again. */
  private static String same(Choices choices, String word) {
    int count = choices.pick(List.of(0, 1, 3, 100, 2000));
    int different = choices.pick(List.of(count + 1, 1, 2, 3));
    return IntStream.range(0, count)
        .mapToObj(
            i -> i % different < LINES.size() - 2 ? LINES.get(i % different) : word + i + "\n")
        .collect(Collectors.joining());
  }

  private static String some(Choices choices) {
    StringBuilder text = new StringBuilder();
    for (int left = choices.below(8); left > 0; left--) {
      text.append(choices.pick(LINES));
    }
    return text.toString();
  }

  private static List<String> edited(List<String> a, List<String> b, List<LineEdit> edits) {
    List<String> made = new ArrayList<>();
    int at = 0;
    for (LineEdit edit : edits) {
      made.addAll(a.subList(at, edit.beginA()));
      made.addAll(b.subList(edit.beginB(), edit.endB()));
      at = edit.endA();
    }
    made.addAll(a.subList(at, a.size()));
    return made;
  }

  /** What the library says when it is given all of both texts. */
  private static List<LineEdit> ofWholeTexts(String a, String b) {
    return new HistogramDiff()
        .diff(RawTextComparator.DEFAULT, new RawText(bytes(a)), new RawText(bytes(b))).stream()
            .map(it -> new LineEdit(it.getBeginA(), it.getEndA(), it.getBeginB(), it.getEndB()))
            .toList();
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
    lines.remove("");
    return lines;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
