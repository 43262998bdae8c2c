package org.fxd.graph.core.cursor;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.core.node.TreeBuilder;

/** Makes what is missing on a path. */
final class Making {
  private final EditedTree tree;
  private final NodePath path;

  Making(EditedTree tree, NodePath path) {
    this.tree = tree;
    this.path = path;
  }

  /** Makes a node of a kind at the path, and folders on the way to it where nothing is. */
  Spot make(Kind kind) {
    List<NodePath.Step> steps = path.steps();
    if (steps.size() > Limits.DEPTH) {
      throw Misuse.deep("'" + path + "'", steps.size());
    }
    int there = 0;
    Spot spot = tree.root();
    for (Optional<Spot> next = step(spot, there); next.isPresent(); next = step(spot, there)) {
      spot = next.get();
      there++;
    }
    check(spot, steps.get(there), steps.size() - there);
    for (int i = there; i < steps.size(); i++) {
      spot = add(spot, steps.get(i), i + 1 == steps.size() ? kind : Kind.FOLDER);
    }
    tree.touched(spot);
    return spot;
  }

  private Optional<Spot> step(Spot spot, int number) {
    return number < path.steps().size() ? spot.at(path.steps().get(number)) : Optional.empty();
  }

  /** Nothing is made unless all of it can be. */
  private void check(Spot parent, NodePath.Step first, int missing) {
    TransactionCursor.checkFree(parent, first.name());
    List<NodePath.Step> steps = path.steps();
    for (int i = steps.size() - missing; i < steps.size(); i++) {
      NodePath.Step step = steps.get(i);
      boolean next =
          i == steps.size() - missing && step.ordinal() > 1
              ? parent.at(new NodePath.Step(step.name(), step.ordinal() - 1)).isPresent()
              : step.ordinal() == 1;
      if (!next) {
        throw new UsageException(
            "Cannot make '"
                + path
                + "': there are not "
                + (step.ordinal() - 1)
                + " entries named '"
                + step.name()
                + "' before it.",
            "Make those first, or leave ~" + step.ordinal() + " away.");
      }
      if (i > steps.size() - missing && step.name().length() == 0) {
        throw new UsageException(
            "Cannot make '" + path + "': in a folder a name is needed.",
            "Give a name of at least one character.");
      }
    }
  }

  private Spot add(Spot parent, NodePath.Step step, Kind kind) {
    TreeBuilder made = Misuse.translated(parent, () -> new TreeBuilder(kind));
    Entry entry = tree.inner(parent).insert(NodeId.random(), step.name(), Place.NONE, made);
    return tree.find(parent.way().to(entry)).orElseThrow();
  }
}
