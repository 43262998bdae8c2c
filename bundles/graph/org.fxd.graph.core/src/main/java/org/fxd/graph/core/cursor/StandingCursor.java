package org.fxd.graph.core.cursor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.workspace.Cursor;
import org.fxd.graph.core.node.MissingNode;

/** What all cursors read, whatever they stand on. */
abstract class StandingCursor implements Cursor {
  private final Ground ground;
  private volatile Hold hold;

  StandingCursor(Ground ground, Hold hold) {
    this.ground = ground;
    this.hold = hold;
  }

  /** Another cursor on the same ground. */
  abstract StandingCursor another(Hold other);

  /** What it holds on to. */
  Hold hold() {
    return hold;
  }

  /** From now on it holds on to something else. */
  void hold(Hold next) {
    hold = next;
  }

  private void found(Spot spot) {
    hold = hold.on(spot.way());
  }

  /** Where it is now. */
  Optional<Spot> look() {
    Optional<Spot> spot = hold.look(ground);
    spot.ifPresent(this::found);
    return spot;
  }

  /** Where it is now, or an error that says that it is nowhere. */
  Spot spot() {
    return look().orElseThrow(() -> Misuse.nothing(ground, hold));
  }

  @Override
  public boolean exists() {
    return look().isPresent();
  }

  @Override
  public NodeId id() {
    return spot().id();
  }

  @Override
  public NodePath path() {
    return look().map(Spot::path).orElseGet(hold::last);
  }

  @Override
  public Name name() {
    Optional<Spot> spot = look();
    if (spot.isPresent()) {
      return spot.get().entry().name();
    }
    List<NodePath.Step> steps = hold.last().steps();
    return steps.isEmpty() ? Name.EMPTY : steps.get(steps.size() - 1).name();
  }

  @Override
  public Node node() {
    return look().map(Spot::node).orElse(MissingNode.MISSING);
  }

  @Override
  public SortedSet<String> types() {
    Node node = node();
    return node.exists()
        ? Types.of(node).with(node.kind().name()).all()
        : Collections.emptySortedSet();
  }

  @Override
  public Optional<Cursor> parent() {
    return look().flatMap(Spot::above).map(spot -> another(Hold.at(spot.way())));
  }

  @Override
  public Cursor at(NodePath further) {
    if (further.isRoot()) {
      return this;
    }
    return look()
        .flatMap(spot -> spot.at(further))
        .map(spot -> another(Hold.at(spot.way())))
        .orElseGet(() -> another(Hold.at(ground, path().resolve(further))));
  }

  @Override
  public List<Cursor> children() {
    List<Cursor> children = new ArrayList<>();
    look()
        .ifPresent(
            spot -> {
              for (Entry entry : spot.node().entries()) {
                children.add(another(Hold.at(spot.way().to(entry))));
              }
            });
    return Collections.unmodifiableList(children);
  }

  @Override
  public Optional<Cursor> target() {
    return get()
        .asReference()
        .flatMap(id -> ground.find(Way.unknown(id)))
        .map(spot -> another(Hold.at(spot.way())));
  }

  @Override
  public String toString() {
    return hold.last().toString();
  }
}
