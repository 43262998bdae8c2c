package org.fxd.graph.core.cursor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.NearMisses;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;

/** What went wrong, in words for people. */
final class Misuse {
  private static final int LOOKED_AT = 1000;
  private static final int OFFERED = 3;

  private Misuse() {}

  /** There is no node where one is needed. */
  static NotFoundException nothing(Ground ground, Hold hold) {
    if (hold.way().isPresent()) {
      String id = hold.way().get().id().toString();
      return new NotFoundException(
          "The node "
              + (hold.last().isRoot() ? id : "'" + hold.last() + "'")
              + " does not exist (any more).",
          "It was removed, or never was in this tree. Its id is " + id + ".");
    }
    return new NotFoundException(
        "There is nothing at '" + hold.path() + "'.",
        near(ground.root(), hold.path())
            .orElse("Make it with create(), or look at the names of what is there."));
  }

  /** The first step of a path that leads nowhere, and names that come near. */
  private static Optional<String> near(Spot root, NodePath path) {
    Spot at = root;
    for (NodePath.Step step : path.steps()) {
      Optional<Spot> next = at.at(step);
      if (next.isEmpty()) {
        List<String> names = new ArrayList<>();
        for (Entry entry : at.node().entries()) {
          if (names.size() == LOOKED_AT) {
            break;
          }
          names.add(entry.name().toString());
        }
        List<String> near = NearMisses.of(step.name().toString(), names, OFFERED);
        return near.isEmpty()
            ? Optional.empty()
            : Optional.of("Did you mean " + String.join(" or ", near) + "?");
      }
      at = next.get();
    }
    return Optional.empty();
  }

  /** A name that is taken. */
  static UsageException taken(Spot parent, Name name) {
    return new UsageException(
        "There is another '" + name + "' in " + place(parent) + " already.",
        "Choose another name, or remove or rename what is there.");
  }

  /** A name that may not be. */
  static UsageException nameless(Spot parent) {
    return new UsageException(
        "In " + place(parent) + " a name is needed: what is in it is found by name.",
        "Give a name of at least one character.");
  }

  /** Something that only nodes other than the root can do. */
  static UsageException root(String what) {
    return new UsageException(
        "The root cannot be " + what + ".", "Choose a node below it, such as 'code'.");
  }

  /** A tree that would be too deep. */
  static UsageException deep(String what, long depth) {
    return new UsageException(
        "With "
            + what
            + " the tree would be "
            + depth
            + " steps deep; "
            + Limits.DEPTH
            + " is the most.",
        "Put it further up.");
  }

  /** A node that would come to stand in itself. */
  static UsageException circle(Spot node, Spot parent) {
    boolean self = node.id().equals(parent.id());
    return new UsageException(
        "Cannot move "
            + place(node)
            + (self ? " into itself." : " into " + place(parent) + ", which is a part of it."),
        "Move it elsewhere, or make a link: a reference may lead anywhere.");
  }

  /** An order where names decide. */
  static UsageException sorted(Spot parent) {
    return new UsageException(
        "What is in " + place(parent) + " is sorted by name, so nothing can be put before another.",
        "Move it with moveTo, or rename it.");
  }

  /** Runs an edit; what a builder refuses was asked for in the wrong way. */
  static <T> T translated(Spot where, Supplier<T> edit) {
    try {
      return edit.get();
    } catch (IllegalArgumentException refused) {
      String why = refused.getMessage();
      throw new UsageException(
          "Cannot change " + place(where) + ": " + why + (why.endsWith(".") ? "" : "."),
          "Nothing was changed. Give something that can be kept, and try again.",
          refused);
    }
  }

  /** Where something is, for a person. */
  static String place(Spot spot) {
    NodePath names = spot.way().names();
    return names.isRoot() ? "the root" : "'" + names + "'";
  }
}
