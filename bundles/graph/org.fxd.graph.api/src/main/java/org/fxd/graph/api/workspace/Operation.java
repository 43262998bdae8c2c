package org.fxd.graph.api.workspace;

import java.time.Instant;
import java.util.List;
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
    Hash after) {
  public Operation {
    parents = List.copyOf(parents);
  }
}
