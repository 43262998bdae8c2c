package org.fxd.graph.core.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.atomic.AtomicInteger;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.core.index.CodeTrees;
import org.fxd.graph.core.node.TreeBuilder;
import org.junit.jupiter.api.Test;

class OwnerSightTest {
  private static final Node WHOLE = new TreeBuilder(Kind.FILE).value(Value.of("whole")).build();

  private final AtomicInteger looks = new AtomicInteger();
  private final OwnerSight sight =
      new OwnerSight(
          node -> node.value().asBlob().isPresent(),
          entry -> {
            looks.incrementAndGet();
            return WHOLE;
          });

  private static Match match(Node node) {
    Node root = new TreeBuilder(Kind.ROOT).build();
    return Match.below(root, new Entry(NodeId.random(), Name.of("a"), Place.NONE, node));
  }

  @Test
  void aRawFileIsLookedIntoBesideItsOtherFormOnly() {
    Match raw = match(CodeTrees.raw("a"));
    Match folder = match(new TreeBuilder(Kind.FOLDER).build());
    assertSame(raw, sight.beside(raw, match(CodeTrees.raw("b"))));
    assertSame(raw, sight.beside(raw, folder));
    assertSame(folder, sight.beside(folder, raw));
    assertEquals(0, looks.get());
    assertSame(WHOLE, sight.beside(raw, match(WHOLE)).node());
  }

  @Test
  void ofFilesThatAreGoneSomeAreSearched() {
    Match raw = match(CodeTrees.raw("a"));
    assertSame(raw, sight.alone(raw, true));
    for (int i = 0; i < 2 * OwnerSight.MOST_SEARCHED; i++) {
      sight.alone(raw, false);
    }
    assertEquals(OwnerSight.MOST_SEARCHED, looks.get());
  }

  @Test
  void aFileThatCannotBeReadIsSeenAsItIs() {
    OwnerSight blind =
        new OwnerSight(
            sight::isProjected,
            entry -> {
              throw new StoreException("the content is damaged");
            });
    Match raw = match(CodeTrees.raw("a"));
    assertSame(raw, blind.beside(raw, match(WHOLE)));
  }
}
