package org.fxd.shell.command.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.ownership.Owners;
import org.fxd.graph.api.ownership.Ownership;
import org.fxd.graph.api.ownership.Stamp;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.shell.Fakes;
import org.fxd.shell.project.Found;
import org.junit.jupiter.api.Test;

class OwnerListTest {
  /** The owners of all 27,000 methods were asked for, which took ten seconds, and 200 shown. */
  @Test
  void onlyWhatIsShownToAPersonIsAskedFor() {
    Node node = Fakes.of(Node.class, "none", "none");
    List<Match> matches =
        LongStream.range(0, 1000)
            .mapToObj(i -> new Entry(new NodeId(1, i), Name.of("n" + i), Place.NONE, node))
            .map(entry -> Match.below(node, entry))
            .toList();
    AtomicInteger asked = new AtomicInteger();
    Stamp stamp = new Stamp(new Origin("Ada", "test"), Instant.EPOCH, Hash.ZERO);
    Owners owners =
        id -> {
          asked.incrementAndGet();
          return Optional.of(new Ownership(stamp, stamp));
        };
    CommandContext context = Fakes.person();
    new OwnerList(owners, Found.of(matches)).answer(context);
    assertEquals(200, asked.get());
  }
}
