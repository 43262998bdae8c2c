package org.fxd.shell.command.history;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.ref.RefMove;
import org.fxd.shell.print.Amounts;

/**
 * A move of a reference as data and as text.
 *
 * @param number how many moves back it is, from 1
 */
record RefMoveText(RefMove move, long number) {
  Map<String, Object> data() {
    Operation operation = move.operation();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("ref", move.ref());
    data.put("number", number);
    data.put("before", data(move.before()));
    data.put("after", data(move.after()));
    data.put("operation", operation.id().toString());
    data.put("time", operation.time().toString());
    data.put("who", operation.origin().principal());
    data.put("through", operation.origin().source());
    data.put("why", operation.description());
    return data;
  }

  private static Map<String, Object> data(RefMove.Standing standing) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("written", standing.written().map(Object::toString).orElse(null));
    data.put("commit", standing.commit().map(Hash::toString).orElse(null));
    return data;
  }

  /**
   * In one line.
   *
   * @param named whether it says which reference moved, instead of how to name where it was
   */
  List<String> cells(boolean named) {
    Operation operation = move.operation();
    return List.of(
        named ? shortened(move.ref()) : shortened(move.ref()) + "@{" + number + "}",
        text(move.before()) + " -> " + text(move.after()),
        operation.description(),
        Amounts.time(operation.time().atZone(ZoneId.systemDefault()).toOffsetDateTime()),
        operation.origin().principal());
  }

  private String text(RefMove.Standing standing) {
    String commit = standing.commit().map(Hash::brief).orElse("nothing");
    return onBranch(standing).map(branch -> branch + " " + commit).orElse(commit);
  }

  /** The branch that the head was on, where it changed that. */
  private Optional<String> onBranch(RefMove.Standing standing) {
    return move.before().written().equals(move.after().written())
        ? Optional.empty()
        : standing
            .written()
            .filter(Ref.Symbolic.class::isInstance)
            .map(ref -> shortened(ref.toString()));
  }

  private static String shortened(String ref) {
    for (String prefix : List.of(State.BRANCHES, State.TAGS)) {
      if (ref.startsWith(prefix)) {
        return ref.substring(prefix.length());
      }
    }
    return ref;
  }
}
