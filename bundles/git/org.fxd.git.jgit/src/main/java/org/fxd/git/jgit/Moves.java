package org.fxd.git.jgit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.fxd.git.jgit.Comparison.Gone;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.Sources;

/**
 * Finds out which of the files that are gone and those that have come are one file that moved:
 * first by equal content, then by alike content. Of several, one with the same name goes first.
 *
 * <p>The cost is bounded: only so many contents, of so many bytes, are compared with so many.
 */
final class Moves {
  private static final long LARGEST = 1 << 20;
  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_PAIRS = 20_000;

  private final Sources sources;
  private final Cancellation cancellation;

  private record Candidate(int gone, int come, boolean sameName, int score) {}

  Moves(Sources sources, Cancellation cancellation) {
    this.sources = sources;
    this.cancellation = cancellation;
  }

  /**
   * Lets the files that have come continue those that are gone, where they are the same.
   *
   * @param gone the files and links that are gone
   * @param come the files and links that continue no entry
   * @return what is gone for good
   */
  List<Gone> match(List<Gone> gone, List<Found> come) {
    List<Found> open = new ArrayList<>(come);
    Set<Gone> followed = Collections.newSetFromMap(new IdentityHashMap<>());
    matchEqual(gone, open, followed);
    matchAlike(gone.stream().filter(old -> !followed.contains(old)).toList(), open, followed);
    return gone.stream().filter(old -> !followed.contains(old)).toList();
  }

  private static void matchEqual(List<Gone> gone, List<Found> come, Set<Gone> followed) {
    Map<Object, Deque<Gone>> byContent = new HashMap<>();
    for (Gone old : gone) {
      key(old.entry().node())
          .ifPresent(key -> byContent.computeIfAbsent(key, k -> new ArrayDeque<>()).add(old));
    }
    // In two rounds, so that no file takes the place of one that kept its name.
    for (boolean sameName : new boolean[] {true, false}) {
      come.removeIf(
          found -> {
            Deque<Gone> equal =
                key(found).map(key -> byContent.getOrDefault(key, new ArrayDeque<>())).orElse(null);
            if (equal == null) {
              return false;
            }
            Optional<Gone> match =
                equal.stream()
                    .filter(old -> !sameName || old.entry().name().equals(found.name()))
                    .findFirst();
            match.ifPresent(
                old -> {
                  equal.remove(old);
                  followed.add(old);
                  found.continueFrom(old.entry());
                });
            return match.isPresent();
          });
    }
  }

  /** What is equal in two files exactly if they have the same content; nothing for empty ones. */
  private static Optional<Object> key(Node node) {
    if (node.kind().equals(Kind.SYMLINK)) {
      return Optional.of(node.value());
    }
    return node.kind().equals(Kind.FILE) && size(node) > 0
        ? contentOf(node).map(hash -> (Object) hash)
        : Optional.empty();
  }

  private static Optional<Object> key(Found found) {
    if (found.type() == Found.Type.SYMLINK) {
      return Optional.of(Value.of(found.target()));
    }
    return found.content() != null && found.content().size() > 0
        ? Optional.of(found.content().hash())
        : Optional.empty();
  }

  /** The SHA-256 of a file node's bytes. */
  static Optional<Hash> contentOf(Node file) {
    return file.metadata(FileMeta.CONTENT) instanceof Value.Bytes bytes
            && bytes.bytes().length == Hash.LENGTH
        ? Optional.of(Hash.of(bytes.bytes()))
        : Optional.empty();
  }

  private static long size(Node file) {
    return file.metadata(FileMeta.SIZE) instanceof Value.Number number
        ? number.number().longValue()
        : 0;
  }

  private void matchAlike(List<Gone> gone, List<Found> come, Set<Gone> followed) {
    List<Gone> olds = gone.stream().filter(old -> isComparable(size(old.entry().node()))).toList();
    List<Found> news =
        come.stream()
            .filter(found -> found.content() != null && isComparable(found.content().size()))
            .toList();
    List<Candidate> pairs = pairs(olds, news);
    Map<Integer, Optional<Similarity>> oldIndexes = new HashMap<>();
    Map<Integer, Optional<Similarity>> newIndexes = new HashMap<>();
    long[] budget = {MOST_BYTES};
    List<Candidate> alike = new ArrayList<>();
    for (Candidate pair : pairs) {
      cancellation.check();
      Node before = olds.get(pair.gone()).entry().node();
      Content after = news.get(pair.come()).content();
      Optional<Similarity> a =
          oldIndexes.computeIfAbsent(
              pair.gone(), i -> index(size(before), budget, () -> sources.render(before)));
      Optional<Similarity> b =
          newIndexes.computeIfAbsent(
              pair.come(), i -> index(after.size(), budget, () -> after.blob().get().bytes()));
      if (a.isPresent() && b.isPresent()) {
        int score = a.get().score(b.get());
        if (score >= Similarity.ENOUGH) {
          alike.add(new Candidate(pair.gone(), pair.come(), pair.sameName(), score));
        }
      }
    }
    choose(
        alike,
        (i, j) -> {
          news.get(j).continueFrom(olds.get(i).entry());
          followed.add(olds.get(i));
        });
  }

  private interface Bytes {
    byte[] read();
  }

  private static Optional<Similarity> index(long size, long[] budget, Bytes bytes) {
    budget[0] -= size;
    return budget[0] < 0 ? Optional.empty() : Similarity.of(bytes.read());
  }

  private static boolean isComparable(long size) {
    return size > 0 && size <= LARGEST;
  }

  /** The pairs worth a comparison: those of one name first, and all others if they are not many. */
  private static List<Candidate> pairs(List<Gone> olds, List<Found> news) {
    Map<Name, List<Integer>> byName = new HashMap<>();
    for (int i = 0; i < olds.size(); i++) {
      byName.computeIfAbsent(olds.get(i).entry().name(), k -> new ArrayList<>()).add(i);
    }
    List<Candidate> pairs = new ArrayList<>();
    for (int j = 0; j < news.size(); j++) {
      for (int i : byName.getOrDefault(news.get(j).name(), List.of())) {
        add(pairs, olds, news, i, j, true);
      }
    }
    if ((long) olds.size() * news.size() <= MOST_PAIRS) {
      for (int j = 0; j < news.size(); j++) {
        for (int i = 0; i < olds.size(); i++) {
          if (!olds.get(i).entry().name().equals(news.get(j).name())) {
            add(pairs, olds, news, i, j, false);
          }
        }
      }
    }
    return pairs;
  }

  private static void add(
      List<Candidate> pairs, List<Gone> olds, List<Found> news, int i, int j, boolean sameName) {
    long a = size(olds.get(i).entry().node());
    long b = news.get(j).content().size();
    if (pairs.size() < MOST_PAIRS && Math.min(a, b) * 100 >= Math.max(a, b) * Similarity.ENOUGH) {
      pairs.add(new Candidate(i, j, sameName, 0));
    }
  }

  private static void choose(List<Candidate> alike, BiConsumer<Integer, Integer> chosen) {
    alike.sort(
        Comparator.comparing((Candidate pair) -> !pair.sameName())
            .thenComparing(Comparator.comparingInt(Candidate::score).reversed())
            .thenComparingInt(Candidate::come)
            .thenComparingInt(Candidate::gone));
    Set<Integer> usedOld = new HashSet<>();
    Set<Integer> usedNew = new HashSet<>();
    for (Candidate pair : alike) {
      if (!usedOld.contains(pair.gone()) && !usedNew.contains(pair.come())) {
        usedOld.add(pair.gone());
        usedNew.add(pair.come());
        chosen.accept(pair.gone(), pair.come());
      }
    }
  }
}
