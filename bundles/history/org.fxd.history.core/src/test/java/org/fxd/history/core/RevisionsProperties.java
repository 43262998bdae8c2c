package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.FxdException;
import org.fxd.history.api.Commit;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Gen;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is typed means a commit, or it is said why not. */
class RevisionsProperties {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int COMMITS = 12;

  private static final HistoryFixture PROJECT = new HistoryFixture();
  private static final List<Commit> LINE = new ArrayList<>();

  /** What revisions are made of, and what they are nearly made of. */
  private static final List<String> WORDS =
      List.of(
          "@",
          "-",
          "~",
          "^",
          "main",
          "v1",
          "HEAD",
          "refs/heads/main",
          "@{",
          "}",
          "{",
          "op:",
          ":/",
          "1",
          "2",
          "99999999999",
          "2026-01-03",
          "T",
          " ",
          "05:06",
          "Z",
          "+0200",
          "yesterday",
          "now",
          "days",
          ".",
          "ago",
          "weeks",
          "day 3",
          "abcd",
          "..",
          "/",
          "é",
          "\0",
          "x");

  private static final List<String> WHEN =
      List.of("0", "3", "2026-01-05", "@1767500000", "2 days ago", "99999999999", "-1", "", "é");

  @BeforeAll
  static void commit() {
    for (int i = 0; i < COMMITS; i++) {
      PROJECT.write("a", "" + i);
      PROJECT.nextTime(START.plus(Duration.ofDays(i)));
      LINE.add(PROJECT.commit("day " + i));
    }
    PROJECT
        .history()
        .refs()
        .tags()
        .create("v1", LINE.get(3), Optional.empty(), HistoryFixture.TEST);
  }

  @AfterAll
  static void close() {
    PROJECT.close();
  }

  private static String anything(Choices choices) {
    if (choices.chance(20)) {
      return choices.text(30);
    }
    Gen<String> word = its -> its.chance(90) ? its.pick(WORDS) : brief(its.pick(LINE));
    if (choices.chance(50)) {
      return String.join("", word.list(8).from(choices));
    }
    String when = choices.chance(80) ? choices.pick(WHEN) : word.from(choices);
    return word.from(choices) + "@{" + when + "}" + String.join("", word.list(2).from(choices));
  }

  private static String brief(Commit commit) {
    return commit.id().toString().substring(0, 6);
  }

  @Test
  void anythingMeansACommitOrSaysWhyNot() {
    int[] found = {0};
    Property.seeded(71)
        .runs(20_000)
        .check(
            choices -> {
              String text = anything(choices);
              choices.note("'" + text + "'");
              try {
                Commit commit = PROJECT.history().resolve(text);
                assertTrue(LINE.contains(commit), "a commit of the project");
                assertFalse(PROJECT.history().root(text).entries() == null);
                found[0]++;
              } catch (FxdException said) {
                assertFalse(said.getMessage().isBlank());
              }
            });
    assertTrue(found[0] > 500, "some are found, or nothing is tested: " + found[0]);
  }

  @Test
  void aMomentMeansTheLastCommitByThenHoweverItIsWritten() {
    Property.seeded(72)
        .check(
            choices -> {
              int second = choices.below((int) Duration.ofDays(COMMITS + 2).toSeconds());
              Instant moment = START.plusSeconds(second);
              ZoneOffset zone = ZoneOffset.ofTotalSeconds(60 * choices.between(-1080, 1080));
              String said =
                  choices.chance(50)
                      ? moment.atOffset(zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                      : "@" + moment.getEpochSecond();
              String name = choices.pick(List.of("main", "@", "HEAD", "", "refs/heads/main"));
              Commit expected =
                  LINE.get((int) Math.min(COMMITS - 1, Duration.ofSeconds(second).toDays()));
              String revision = name + "@{" + said + "}";
              choices.note(revision);
              assertEquals(expected, PROJECT.history().resolve(revision));
              if (!said.startsWith("@")) {
                assertEquals(expected, PROJECT.history().resolve(said));
              }
              assertEquals(moment, PROJECT.history().moment(said).toInstant(), "as it was written");
            });
  }
}
