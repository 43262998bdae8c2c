package org.fxd.graph.api;

import java.util.Collection;
import java.util.Optional;
import org.fxd.graph.api.error.NotFoundException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A change in the making: a node that can be edited. Belongs to one thread.
 *
 * <p>A builder reads like the node it will build. Builders of children, from {@link #child}, are
 * part of their parent's builder: what is done to them shows in the parent's {@link #build()}. The
 * cost of an edit is O(log n) in the number of entries, and so is the cost of building per edited
 * entry; the order of edits never shows in the result.
 */
@ProviderType
public interface NodeBuilder {
  /** The kind. */
  Kind kind();

  /** The value. */
  Value value();

  /** Sets the value; {@link Value#NONE} removes it. */
  NodeBuilder value(Value value);

  /** One metadatum; {@link Value#NONE} if it is not set. */
  Value metadata(String key);

  /** Sets one metadatum; {@link Value#NONE} removes it. */
  NodeBuilder metadata(String key, Value value);

  /** How many entries there are now. */
  long size();

  /** The first entry with a name, with all edits to its child built in. */
  Optional<Entry> entry(Name name);

  /** The entry with an id, with all edits to its child built in. */
  Optional<Entry> entry(NodeId id);

  /** The entries in order, as of now, with all edits built in. */
  Iterable<Entry> entries();

  /**
   * The builder of the first child with a name.
   *
   * @throws NotFoundException if there is no such child; see {@link #childOrNew}
   */
  NodeBuilder child(Name name);

  /**
   * The builder of the child that an entry of this node holds.
   *
   * @throws NotFoundException if there is no entry with that id here
   */
  NodeBuilder child(NodeId id);

  /**
   * The builder of the child with a name; if there is none, one of the given kind is added under a
   * new random id, at the end.
   */
  NodeBuilder childOrNew(Name name, Kind kind);

  /**
   * Adds an entry, or replaces the one with the same id. Where the kind sorts by name, the place is
   * ignored.
   *
   * @throws IllegalArgumentException if the kind allows a name once and another entry has it, or
   *     the node does not exist
   */
  NodeBuilder put(Entry entry);

  /** Adds a child after all others, under a given id. */
  NodeBuilder append(NodeId id, Name name, Node child);

  /**
   * Adds many children after all others, evenly spaced where the kind orders by place. Cheaper than
   * one by one.
   *
   * @param entries their places are ignored; their ids must be new here
   * @throws IllegalArgumentException if an id is here already or comes twice, or the kind allows a
   *     name once and it comes again; nothing is added then
   */
  NodeBuilder appendAll(Collection<Entry> entries);

  /**
   * Removes the entry with an id.
   *
   * @return whether there was one
   */
  boolean remove(NodeId id);

  /**
   * Removes the first entry with a name.
   *
   * @return whether there was one
   */
  boolean remove(Name name);

  /** The node as edited so far. The builder can be used further. */
  Node build();
}
