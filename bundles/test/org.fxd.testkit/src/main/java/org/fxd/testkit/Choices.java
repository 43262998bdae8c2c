package org.fxd.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What one run of a property is decided by: numbers, each drawn when it is needed and written down.
 * Played again, the same numbers give the same run. 0 is always the simplest choice, and a run that
 * needs more numbers than were written down gets zeros.
 */
public final class Choices {
  private final List<Integer> played;
  private final Random random;
  private final List<Integer> drawn = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private Choices(List<Integer> played, Random random) {
    this.played = played;
    this.random = random;
  }

  /** New choices, all of which follow from the seed. */
  public static Choices seeded(long seed) {
    return new Choices(List.of(), new Random(seed));
  }

  /** Choices that were drawn before. */
  static Choices played(List<Integer> numbers) {
    return new Choices(numbers, null);
  }

  /** A number from 0 on, below a bound; the bound is at least 1. */
  public int below(int bound) {
    int at = drawn.size();
    int number;
    if (random != null) {
      number = random.nextInt(bound);
    } else {
      number = at < played.size() ? Math.floorMod(played.get(at), bound) : 0;
    }
    drawn.add(number);
    return number;
  }

  /** A number between two, both included; the first is the simplest. */
  public int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /** Whether something happens that does so in {@code percent} of 100 cases. */
  public boolean chance(int percent) {
    return below(100) >= 100 - percent;
  }

  /** One of several; the first is the simplest. */
  public <T> T pick(List<T> options) {
    return options.get(below(options.size()));
  }

  /** Any bytes, up to so many. */
  public byte[] bytes(int most) {
    byte[] bytes = new byte[below(most + 1)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) below(256);
    }
    return bytes;
  }

  /** Any text, up to so many characters: letters mostly, and some that are not. */
  public String text(int most) {
    StringBuilder text = new StringBuilder();
    for (int left = below(most + 1); left > 0; left--) {
      if (chance(15)) {
        text.append(pick(List.of(" ", "\n", "\r\n", "é", "漢", "😀", "\0", ".", "/", "\uFEFF")));
      } else {
        text.append((char) ('a' + below(26)));
      }
    }
    return text.toString();
  }

  /** Any long number. */
  public long number() {
    byte[] bytes = new byte[8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) below(256);
    }
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .chars()
        .asLongStream()
        .reduce(0, (sum, next) -> sum << 8 | next);
  }

  /** Something to show if this run fails. */
  public void note(String text) {
    notes.add(text);
  }

  List<Integer> drawn() {
    return List.copyOf(drawn);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }
}
