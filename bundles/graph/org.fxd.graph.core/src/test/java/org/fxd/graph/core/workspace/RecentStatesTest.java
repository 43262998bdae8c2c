package org.fxd.graph.core.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.junit.jupiter.api.Test;

class RecentStatesTest {
  private final RecentStates recent = new RecentStates();

  private static Hash hash(String what) {
    return Hash.ofContent(what.getBytes(UTF_8));
  }

  private void add(int number) {
    recent.add(
        new Operation(
            hash("operation " + number),
            List.of(),
            NodeId.derived(Hash.ZERO),
            Instant.EPOCH,
            0,
            new Origin("Ada", "test"),
            "",
            Hash.ZERO,
            hash("state " + number)));
  }

  private static RecentStates.Moment moment(int number) {
    return new RecentStates.Moment(hash("operation " + number), hash("state " + number));
  }

  @Test
  void theNewestComeFirst() {
    add(1);
    add(2);
    add(2);
    add(3);
    assertEquals(Optional.of(List.of(moment(3), moment(2))), recent.since(hash("operation 1")));
    assertEquals(Optional.of(List.of()), recent.since(hash("operation 3")));
  }

  @Test
  void whatIsLongAgoIsNotKnown() {
    assertEquals(Optional.empty(), recent.since(hash("operation 0")));
    for (int i = 0; i <= RecentStates.KEPT; i++) {
      add(i);
    }
    assertEquals(Optional.empty(), recent.since(hash("operation 0")));
    assertEquals(RecentStates.KEPT - 1, recent.since(hash("operation 1")).orElseThrow().size());
  }
}
