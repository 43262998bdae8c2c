package org.fxd.source.core.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.fxd.source.core.text.Piece;

/**
 * How alike two texts are: the share of pairs of neighbouring words and signs that both have
 * (Jaccard). White space does not count, so indenting changes nothing.
 *
 * <p>Of a long text only a sample is kept, the pairs with the smallest hashes; the share among the
 * smallest of both estimates the share among all, at a cost that does not grow.
 */
final class Likeness {
  /** The most features kept of one piece. */
  static final int SAMPLE = 1_024;

  private final Map<Piece, int[]> features = new HashMap<>();

  /** From 0, nothing in common, to 1, the same words in the same order. */
  double of(Piece a, Piece b) {
    int[] left = features(a);
    int[] right = features(b);
    int limit = Math.max(left.length, right.length) >= SAMPLE ? SAMPLE : Integer.MAX_VALUE;
    int union = 0;
    int both = 0;
    int i = 0;
    int j = 0;
    while ((i < left.length || j < right.length) && union < limit) {
      union++;
      if (j == right.length || i < left.length && left[i] < right[j]) {
        i++;
      } else if (i == left.length || right[j] < left[i]) {
        j++;
      } else {
        both++;
        i++;
        j++;
      }
    }
    return union == 0 ? 0 : (double) both / union;
  }

  /** The sorted, distinct hashes of a piece's pairs of words, or the smallest of them. */
  int[] features(Piece piece) {
    return features.computeIfAbsent(piece, Likeness::compute);
  }

  private static int[] compute(Piece piece) {
    byte[] text = piece.outline().bytes();
    int[] found = new int[Math.max(16, Math.min(piece.length(), 4 * SAMPLE))];
    int count = 0;
    int previous = 1;
    for (int i = piece.start(); i < piece.end(); ) {
      if (isSpace(text[i])) {
        i++;
        continue;
      }
      int token = text[i];
      int from = i++;
      if (isWord(text[from])) {
        while (i < piece.end() && isWord(text[i])) {
          token = 31 * token + text[i++];
        }
      }
      if (count == found.length) {
        found = shrink(found, count);
        count = Math.min(count, found.length);
        found = Arrays.copyOf(found, Math.max(2 * count, 4 * SAMPLE));
      }
      found[count++] = mix(previous * 0x9e3779b1 + token);
      previous = token;
    }
    return shrink(found, count);
  }

  /** Sorted, distinct, at most {@link #SAMPLE}. */
  private static int[] shrink(int[] found, int count) {
    Arrays.sort(found, 0, count);
    int kept = 0;
    for (int i = 0; i < count && kept < SAMPLE; i++) {
      if (kept == 0 || found[kept - 1] != found[i]) {
        found[kept++] = found[i];
      }
    }
    return Arrays.copyOf(found, kept);
  }

  private static int mix(int h) {
    int x = h ^ h >>> 16;
    x *= 0x85ebca6b;
    x ^= x >>> 13;
    x *= 0xc2b2ae35;
    return x ^ x >>> 16;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b >= '\t' && b <= '\r';
  }

  private static boolean isWord(byte b) {
    return b < 0
        || b == '_'
        || b >= '0' && b <= '9'
        || b >= 'A' && b <= 'Z'
        || b >= 'a' && b <= 'z';
  }
}
