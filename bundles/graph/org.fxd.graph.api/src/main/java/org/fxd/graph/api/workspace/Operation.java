package org.fxd.graph.api.workspace;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;

/**
 * One entry of the operation log: who changed the project, when, how, and its state before and
 * after. The log is a graph like that of commits: an operation knows its parents.
 *
 * @param id the SHA-256 of its canonical encoding
 * @param parents the operations it follows; none for the first
 * @param replica the copy of the project that it was made in
 * @param time when, by that copy's clock
 * @param counter tells operations with the same time apart; time and counter together never go back
 *     within one log (a hybrid logical clock, Kulkarni et al. 2014)
 * @param origin who, and through what
 * @param description one line
 * @param before the hash of the state before; {@link Hash#ZERO} for the first
 * @param after the hash of the state after
 * @param fields what else is to be said of it, by name; names have the form of {@link
 *     org.fxd.graph.api.Kind}'s
 */
public record Operation(
    Hash id,
    List<Hash> parents,
    NodeId replica,
    Instant time,
    int counter,
    Origin origin,
    String description,
    Hash before,
    Hash after,
    SortedMap<String, String> fields) {
  /** The field that names the operation which this one undoes. */
  public static final String UNDOES = "undoes";

  /** The field that names the operation which this one does again. */
  public static final String REDOES = "redoes";

  /** The field that names the operation whose state this one went back to. */
  public static final String RESTORES = "restores";

  /** The field of a step back or forth: the operation that the project stands at after it. */
  public static final String AT = "at";

  /** The field that says what the operation did outside of the project: a sentence. */
  public static final String OUTSIDE = "outside";

  public Operation {
    parents = List.copyOf(parents);
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /** An operation without fields. */
  public Operation(
      Hash id,
      List<Hash> parents,
      NodeId replica,
      Instant time,
      int counter,
      Origin origin,
      String description,
      Hash before,
      Hash after) {
    this(
        id,
        parents,
        replica,
        time,
        counter,
        origin,
        description,
        before,
        after,
        Collections.emptySortedMap());
  }

  /** One field, if it is there. */
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
