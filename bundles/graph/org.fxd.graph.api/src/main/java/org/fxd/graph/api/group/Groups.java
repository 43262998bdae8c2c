package org.fxd.graph.api.group;

import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.select.SelectorException;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The groups of one open project. A service with the property {@link Workspace#PROJECT}; safe for
 * use by any number of threads.
 */
@ProviderType
public interface Groups {
  /** The kind of the node that a group is kept as. */
  String KIND = "group";

  /** The groups in a root, by name. */
  SortedMap<Name, Group> all(Node root);

  /** The group of a name. */
  Optional<Group> find(Node root, Name name);

  /**
   * Keeps a group, in place of the one of that name. Only what differs is written: two people who
   * change different members do not contradict each other.
   *
   * @throws SelectorException if one of its selectors is none
   */
  void put(Transaction transaction, Name name, Group group);

  /**
   * Removes a group.
   *
   * @throws NotFoundException if there is none of that name
   */
  void remove(Transaction transaction, Name name);

  /**
   * Gives a group another name.
   *
   * @throws NotFoundException if there is none of that name
   * @throws org.fxd.graph.api.error.FxdException if there is one of the other name
   */
  void rename(Transaction transaction, Name name, Name other);

  /**
   * The members of a group in a root. Selectors look at the whole root.
   *
   * @throws SelectorException if one of its selectors is none
   */
  Members members(Node root, Group group);

  /**
   * How a group's members differ between two roots, or two groups' in one: those that only the
   * first has, those that only the second has, and those that stand elsewhere in the order.
   */
  MembersDiff diff(Members before, Members after);

  /**
   * Follows a group in the newest state. Its selectors are not run again for a change: only what
   * changed is looked at.
   *
   * @param name who follows, for the log
   * @param listener told on a thread of its own, after {@link Group#debounce}, if the group is
   *     {@link Group#reactive}; never told otherwise
   * @throws SelectorException if one of its selectors is none
   */
  LiveGroup follow(String name, Group group, Consumer<MembersDiff> listener);
}
