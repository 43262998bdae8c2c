package org.fxd.graph.api.workspace;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A live hold on a node: reads it where it stands now, and changes it.
 *
 * <p>A cursor of a {@link Session} reads the newest state; each changing call is one durable
 * operation and throws what {@link Transaction#commit} throws. It is safe for use by any number of
 * threads. A cursor of a {@link Transaction} reads and changes that transaction, and belongs to its
 * thread.
 *
 * <p>A cursor stays with its node, by id, through rename and move. One made for a path at which
 * there is nothing waits at that path: it does not exist until something is there. When its node is
 * removed it does not exist any more.
 *
 * <p>Paths lead into files: the steps below a file are its snippets, whether it is stored raw or
 * scanned. The first change within a raw file stores it scanned; a file's {@code content} and
 * {@code size} follow from its text by themselves.
 *
 * <p>Changing calls return this cursor. All throw {@link NotFoundException} if the node does not
 * exist, unless they say otherwise, and {@link UsageException} if a {@linkplain Limits limit} is
 * broken; nothing has changed then.
 */
@ProviderType
public interface Cursor {
  /** Whether there is a node here now. */
  boolean exists();

  /**
   * The node's id.
   *
   * @throws NotFoundException if it does not exist
   */
  NodeId id();

  /** Where the node stands; if it does not exist, where it was looked for or stood last. */
  NodePath path();

  /** The node's name; empty for the root. */
  Name name();

  /** The node as it is now; one that does not {@linkplain Node#exists exist} if there is none. */
  Node node();

  /** The value; {@link Value#NONE} if there is none. */
  default Value get() {
    return node().value();
  }

  /** One metadatum; {@link Value#NONE} if it is not set. */
  default Value metadata(String key) {
    return node().metadata(key);
  }

  /** The kind's name and the types, sorted; empty if the node does not exist. */
  SortedSet<String> types();

  /** The parent; empty for the root and for what does not exist. */
  Optional<Cursor> parent();

  /** A cursor at a path from here. */
  Cursor at(NodePath further);

  /** A cursor at a path from here, in the form of {@link NodePath#parse}. */
  default Cursor at(String further) {
    return at(NodePath.parse(further));
  }

  /** Cursors at the children, in order. */
  List<Cursor> children();

  /** The node that the value refers to; empty if the value is no reference, or it dangles. */
  Optional<Cursor> target();

  /**
   * Sees to it that the node exists: if it does not, it is made, of the given kind, and so are the
   * folders on the way. If it does, it stays as it is, whatever its kind. The n-th node of a name
   * is made only where there are n - 1.
   *
   * @throws UsageException if the node was removed, so that there is no path to make it at
   */
  Cursor create(Kind kind);

  /** {@link #create(Kind)} of {@link Kind#DATA}. */
  default Cursor create() {
    return create(Kind.DATA);
  }

  /**
   * Sets the value; {@link Value#NONE} removes it. Types and metadata stay.
   *
   * <p>The text of a file is in what it consists of, so a file has no value of its own, whether it
   * is stored raw or scanned. Setting a {@link org.fxd.graph.api.Blob} replaces all of a file.
   *
   * @throws UsageException if it is a file, and the value neither a blob nor none
   */
  Cursor set(Value value);

  /** Sets a text. */
  default Cursor set(String text) {
    return set(Value.of(text));
  }

  /** Sets a number. */
  default Cursor set(long number) {
    return set(Value.of(number));
  }

  /** Sets a number. */
  default Cursor set(BigDecimal number) {
    return set(new Value.Number(number));
  }

  /** Sets a truth value. */
  default Cursor set(boolean bool) {
    return set(Value.of(bool));
  }

  /** Sets a few bytes. */
  default Cursor set(byte[] bytes) {
    return set(Value.of(bytes));
  }

  /** Makes the value a reference to another node, which may be anywhere, also above this one. */
  default Cursor link(Cursor target) {
    return set(new Value.Reference(target.id()));
  }

  /**
   * Sets one metadatum; {@link Value#NONE} removes it.
   *
   * @throws UsageException if it is one of a file that follows from its text
   */
  Cursor metadata(String key, Value value);

  /** Gives the node one more type; kept in the metadatum {@code type}. */
  Cursor addType(String type);

  /** Takes a type away; the kind stays. */
  Cursor removeType(String type);

  /**
   * Gives the node another name.
   *
   * @throws UsageException if its parent allows a name once and another entry has that name
   */
  Cursor rename(Name name);

  /**
   * Adds a child at the end, under a new id. What stands within the child keeps its ids, so it must
   * not be in this tree already.
   *
   * @return a cursor at the child
   * @throws UsageException if the kind allows a name once and another entry has that name
   */
  Cursor append(Name name, Node child);

  /**
   * Moves the node to the end of another parent.
   *
   * @throws UsageException if that is the node itself or stands below it, or has an entry of that
   *     name and allows it once
   */
  Cursor moveTo(Cursor parent);

  /**
   * Moves the node right before another one, under that one's parent.
   *
   * @throws UsageException as {@link #moveTo}, or if that parent is sorted by name
   */
  Cursor moveBefore(Cursor sibling);

  /**
   * Moves the node right behind another one, under that one's parent.
   *
   * @throws UsageException as {@link #moveTo}, or if that parent is sorted by name
   */
  Cursor moveAfter(Cursor sibling);

  /**
   * Removes the node and all below it. References to it dangle.
   *
   * @throws UsageException if it is the root
   */
  void remove();
}
