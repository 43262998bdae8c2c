package org.fxd.store.sqlite.sorted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** Which runs are merged. */
class MergePolicyTest {
  private static final int KIB = 1 << 10;
  private static final int MIB = 1 << 20;

  @Test
  void fewRunsStay() {
    assertEquals(Optional.empty(), MergePolicy.next(List.of()));
    assertEquals(Optional.empty(), MergePolicy.next(runs(KIB, KIB, KIB)));
    assertEquals(Optional.empty(), MergePolicy.next(runs(KIB, 300 * KIB, 2 * MIB, 9 * MIB)));
  }

  @Test
  void neighboursAreMergedIfNoneIsLargerThanTheOthers() {
    assertChosen(0, 4, runs(10 * KIB, 5 * KIB, 14 * KIB, 1, 10 * MIB));
    assertEquals(Optional.empty(), MergePolicy.next(runs(10 * KIB, 5 * KIB, 16 * KIB, 1, MIB)));
    assertChosen(1, 5, runs(900 * KIB, 200 * KIB, 80 * KIB, 130 * KIB, 250 * KIB, 10 * MIB));
    assertChosen(0, 4, runs(KIB, KIB, KIB, KIB));
  }

  @Test
  void whatIsSmallAmongThemIsTakenAlong() {
    assertChosen(0, 5, runs(200 * KIB, KIB, 200 * KIB, 200 * KIB, 200 * KIB, 90 * MIB));
  }

  @Test
  void onlyNeighboursAreMerged() {
    assertEquals(
        Optional.empty(),
        MergePolicy.next(runs(KIB, KIB, KIB, 10 * MIB, KIB, KIB, KIB, 90 * MIB, KIB)));
  }

  @Test
  void tooManyAreMergedWhereItIsCheapest() {
    long[] sizes = new long[13];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = 10L * KIB << 2 * i;
    }
    assertChosen(0, 2, runs(sizes));
  }

  @Test
  void sizesThatCannotBeDoNoHarm() {
    long most = Long.MAX_VALUE;
    assertChosen(0, 5, runs(most, most, most, most, most));
    assertChosen(0, 4, runs(0, 0, 0, 0, 0, 0));
  }

  @Test
  void inTheLongRunThereAreFewAndEachEntryIsSeldomWrittenAgain() {
    Property.seeded(41)
        .runs(20)
        .check(
            choices -> {
              Random random = new Random(choices.below(1 << 30));
              List<Run> runs = new ArrayList<>();
              long id = 0;
              long added = 0;
              long written = 0;
              for (int i = 0; i < 2_000; i++) {
                long size = 1L + random.nextInt(random.nextInt(50) == 0 ? 4 * MIB : 300 * KIB);
                runs.add(0, new Run(++id, Space.INDEX, id, 1, size));
                added += size;
                Optional<MergePolicy.Choice> next = MergePolicy.next(runs);
                while (next.isPresent()) {
                  MergePolicy.Choice choice = next.get();
                  int at = runs.indexOf(choice.runs().get(0));
                  List<Run> chosen = runs.subList(at, at + choice.runs().size());
                  assertEquals(chosen, choice.runs());
                  assertEquals(at + chosen.size() == runs.size(), choice.withOldest());
                  long bytes = chosen.stream().mapToLong(Run::bytes).sum();
                  written += bytes;
                  Run merged = new Run(++id, Space.INDEX, choice.rank(), 1, bytes);
                  chosen.clear();
                  runs.add(at, merged);
                  next = MergePolicy.next(runs);
                }
                assertTrue(runs.size() <= 12, runs.size() + " runs");
                List<Run> sorted = new ArrayList<>(runs);
                sorted.sort(Run.NEWEST_FIRST);
                assertEquals(sorted, runs, "ranks keep the order");
              }
              assertTrue(written < 9 * added, written + " written of " + added);
            });
  }

  private static void assertChosen(int from, int to, List<Run> runs) {
    assertEquals(
        Optional.of(new MergePolicy.Choice(runs.subList(from, to), to == runs.size())),
        MergePolicy.next(runs));
  }

  /** Runs of these sizes, the newest first. */
  private static List<Run> runs(long... sizes) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      long id = 100L - i;
      runs.add(new Run(id, Space.INDEX, id, 1, sizes[i]));
    }
    return runs;
  }
}
