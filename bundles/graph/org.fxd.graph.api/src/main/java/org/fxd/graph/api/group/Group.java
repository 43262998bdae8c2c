package org.fxd.graph.api.group;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.NodeId;

/**
 * Which nodes belong together. Immutable: every method returns another group.
 *
 * <p>Its members are, in this order: the nodes of the list, as far as they are there; then the
 * nodes that some include selector finds and the list does not name, in the order of the tree. A
 * node that some exclude selector finds is left out of the second part only: what was put in by
 * hand stays.
 *
 * @param members the list; no id twice
 * @param includes texts of selectors
 * @param excludes texts of selectors
 * @param reactive whether a {@link LiveGroup} of it tells of changes by itself
 * @param debounce for how long a {@link LiveGroup} waits for more changes before it tells
 */
public record Group(
    List<NodeId> members,
    List<String> includes,
    List<String> excludes,
    boolean reactive,
    Duration debounce) {
  /** A group of nothing. */
  public static final Group EMPTY =
      new Group(List.of(), List.of(), List.of(), false, Duration.ZERO);

  /**
   * A group.
   *
   * @throws IllegalArgumentException if an id is in the list twice or the duration is negative
   */
  public Group {
    members = List.copyOf(members);
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    if (members.stream().distinct().count() != members.size()) {
      throw new IllegalArgumentException("A node is in a group's list once");
    }
    if (debounce.isNegative()) {
      throw new IllegalArgumentException("Cannot wait for " + debounce);
    }
  }

  /** With a node at the end of the list; where it is in the list already, it stays there. */
  public Group add(NodeId id) {
    return members.contains(id) ? this : insert(members.size(), id);
  }

  /** With a node at the start of the list; if it is in the list already, it moves. */
  public Group prepend(NodeId id) {
    return insert(0, id);
  }

  /**
   * With a node at an index of the list; if it is in the list already, it moves there.
   *
   * @throws IndexOutOfBoundsException if the index is outside the list without that node
   */
  public Group insert(int index, NodeId id) {
    List<NodeId> list = new ArrayList<>(members);
    list.remove(id);
    list.add(index, id);
    return withMembers(list);
  }

  /**
   * With a node right behind another one of the list.
   *
   * @throws IllegalArgumentException if that one is not in the list, or is the node itself
   */
  public Group addAfter(NodeId anchor, NodeId id) {
    return insert(indexWithout(anchor, id) + 1, id);
  }

  /**
   * With a node right before another one of the list.
   *
   * @throws IllegalArgumentException if that one is not in the list, or is the node itself
   */
  public Group addBefore(NodeId anchor, NodeId id) {
    return insert(indexWithout(anchor, id), id);
  }

  private int indexWithout(NodeId anchor, NodeId id) {
    List<NodeId> list = new ArrayList<>(members);
    list.remove(id);
    int index = list.indexOf(anchor);
    if (index < 0) {
      throw new IllegalArgumentException("Not in the list: " + anchor);
    }
    return index;
  }

  /** Without a node of the list. An include selector may still find it. */
  public Group remove(NodeId id) {
    List<NodeId> list = new ArrayList<>(members);
    list.remove(id);
    return withMembers(list);
  }

  /** Without list and selectors; the options stay. */
  public Group clear() {
    return new Group(List.of(), List.of(), List.of(), reactive, debounce);
  }

  /** With that list. */
  public Group withMembers(List<NodeId> list) {
    return new Group(list, includes, excludes, reactive, debounce);
  }

  /** With one more include selector, which is not checked here. */
  public Group include(String selector) {
    return new Group(members, with(includes, selector), excludes, reactive, debounce);
  }

  /** With one more exclude selector, which is not checked here. */
  public Group exclude(String selector) {
    return new Group(members, includes, with(excludes, selector), reactive, debounce);
  }

  private static List<String> with(List<String> list, String text) {
    if (list.contains(text)) {
      return list;
    }
    List<String> longer = new ArrayList<>(list);
    longer.add(text);
    return longer;
  }

  /** With that choice of telling by itself. */
  public Group reactive(boolean choice) {
    return new Group(members, includes, excludes, choice, debounce);
  }

  /** With that time to wait. */
  public Group debounce(Duration time) {
    return new Group(members, includes, excludes, reactive, time);
  }
}
