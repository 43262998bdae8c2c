package org.fxd.graph.api;

/**
 * A parent's hold on a child: who it is, what it is called, where it stands, and the child itself.
 *
 * <p>The child's hash covers neither id nor name nor place; the parent's covers all of them. So
 * equal content is stored once whoever owns it, and renaming or reordering touches the parent only.
 *
 * @param id the lasting identity
 * @param name the name; may be empty where the parent's kind orders by place
 * @param place where it stands; {@link Place#NONE} where the parent's kind orders by name
 * @param node the child; it may not be loaded yet
 */
public record Entry(NodeId id, Name name, Place place, Node node) {
  /** The same entry with another child. */
  public Entry withNode(Node other) {
    return new Entry(id, name, place, other);
  }

  /** The same entry under another name. */
  public Entry withName(Name other) {
    return new Entry(id, other, place, node);
  }

  /** The same entry at another place. */
  public Entry withPlace(Place other) {
    return new Entry(id, name, other, node);
  }
}
