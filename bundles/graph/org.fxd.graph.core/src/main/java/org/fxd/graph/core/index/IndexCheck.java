package org.fxd.graph.core.index;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.store.api.IndexReader;

/**
 * Compares the index in a store with what the tree says. An index may have many millions of rows,
 * so they are not held: the rows of each table that there are, and those that there should be, are
 * counted and summed up. What was found in raw files is not found again; it is looked whether all
 * that is said to come from it is there, and nothing else.
 */
public final class IndexCheck {
  /**
   * What came of it.
   *
   * @param differences what is not as it should be, in words
   * @param repaired what was done about it; empty if nothing was
   * @param note why there was nothing to be compared
   */
  public record Outcome(
      List<String> differences, Optional<String> repaired, Optional<String> note) {
    /** There was nothing to be compared. */
    public static Outcome note(String note) {
      return new Outcome(List.of(), Optional.empty(), Optional.of(note));
    }
  }

  private final Cancellation cancellation;
  private final Tally terms = new Tally("what nodes are");
  private final Tally inner = new Tally("what is in which file");
  private final Tally standings = new Tally("where nodes stand");
  private final Tally files = new Tally("which files were looked into");
  private final List<String> unreadable = new ArrayList<>();

  /** The rows of one unit so far: it may say a thing twice. */
  private final Set<ByteBuffer> unit = new HashSet<>();

  private IndexCheck(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /** How an index differs from that of a root. */
  static List<String> compare(IndexReader index, Node root, Cancellation cancellation) {
    IndexCheck check = new IndexCheck(cancellation);
    Move.from(root, check.wanted());
    for (byte table : Keys.TABLES) {
      byte[] prefix = {table};
      index.scan(prefix, Keys.behind(prefix), check::there);
    }
    List<String> differences = new ArrayList<>(check.unreadable);
    for (Tally tally : List.of(check.terms, check.inner, check.standings, check.files)) {
      tally.difference().ifPresent(differences::add);
    }
    return differences;
  }

  private Rows wanted() {
    return new Rows() {
      @Override
      public void put(byte[] key, byte[] value) {
        cancellation.check();
        Optional<Tally> tally = tally(key[0]);
        if (tally.isPresent()) {
          // The first row of every unit says where it stands.
          if (tally.get() == standings) {
            unit.clear();
          }
          if (unit.add(ByteBuffer.wrap(key))) {
            tally.get().wanted(key, value);
          }
        }
      }

      @Override
      public void remove(byte[] key) {
        throw new IllegalStateException("A new index takes nothing back");
      }
    };
  }

  private boolean there(byte[] key, byte[] value) {
    cancellation.check();
    if (key[0] == Keys.KEPT) {
      kept(key, value);
    } else {
      tally(key[0]).ifPresent(tally -> tally.there(key, value));
    }
    return true;
  }

  /** A file that was looked into: it is pending no more, and what was found in it is there. */
  private void kept(byte[] key, byte[] value) {
    try {
      NodeId file = Keys.idIn(key);
      Kept kept = Kept.decode(value);
      files.there(Keys.pending(file), kept.stamp());
      kept.write(
          file,
          new Rows() {
            @Override
            public void put(byte[] row, byte[] content) {
              if (row[0] != Keys.KEPT) {
                tally(row[0]).ifPresent(tally -> tally.wanted(row, content));
              }
            }

            @Override
            public void remove(byte[] row) {}
          });
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      if (unreadable.isEmpty()) {
        unreadable.add("The index holds what was found in a file in a form that cannot be read.");
      }
    }
  }

  private Optional<Tally> tally(byte table) {
    return switch (table) {
      case Keys.TERM -> Optional.of(terms);
      case Keys.INNER -> Optional.of(inner);
      case Keys.STAND -> Optional.of(standings);
      case Keys.PENDING -> Optional.of(files);
      default -> Optional.empty();
    };
  }

  /** The rows of one table: how many there are and should be, and the sums of their hashes. */
  private static final class Tally {
    private final String what;
    private long wanted;
    private long there;
    private long sum;
    private long otherSum;

    Tally(String what) {
      this.what = what;
    }

    void wanted(byte[] key, byte[] value) {
      wanted++;
      add(key, value, 1);
    }

    void there(byte[] key, byte[] value) {
      there++;
      add(key, value, -1);
    }

    private void add(byte[] key, byte[] value, int sign) {
      long hash = mix(mix(0xcbf29ce484222325L, key), value);
      sum += sign * hash;
      otherSum += sign * mix(hash ^ 0x9e3779b97f4a7c15L, key);
    }

    private static long mix(long start, byte[] bytes) {
      long hash = start ^ bytes.length;
      for (byte b : bytes) {
        hash = (hash ^ b & 0xff) * 0x100000001b3L;
      }
      hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
      hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
      return hash ^ hash >>> 33;
    }

    Optional<String> difference() {
      if (wanted != there) {
        return Optional.of(
            "Of "
                + what
                + ", the index has "
                + there
                + " entries where the tree has "
                + wanted
                + ".");
      }
      return sum == 0 && otherSum == 0
          ? Optional.empty()
          : Optional.of("Of " + what + ", some entries of the index are others than the tree's.");
    }
  }
}
