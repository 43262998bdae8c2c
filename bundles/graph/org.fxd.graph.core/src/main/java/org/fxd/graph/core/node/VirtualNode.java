package org.fxd.graph.core.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Listing;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Value;

/**
 * A node that is told by someone else when it is looked at. Looking at entries asks for just these;
 * comparing, hashing and editing take it for what it says it is, and so read all of it.
 */
public final class VirtualNode extends TreeNode {
  private final Kind kind;
  private final Listing listing;
  private volatile BuiltNode built;

  /**
   * A node of a kind that sorts by name.
   *
   * @throws IllegalArgumentException if the kind does not
   */
  public VirtualNode(Kind kind, Listing listing) {
    if (!kind.sortedByName()) {
      throw new IllegalArgumentException("A virtual node is sorted by name, and no " + kind);
    }
    this.kind = kind;
    this.listing = listing;
  }

  @Override
  BuiltNode body() {
    BuiltNode known = built;
    if (known == null) {
      List<Entry> entries = new ArrayList<>();
      listing.entries().forEach(entries::add);
      TreeBuilder builder = new TreeBuilder(kind);
      builder.appendAll(entries);
      known = (BuiltNode) builder.build();
      built = known;
    }
    return known;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public Value value() {
    return Value.NONE;
  }

  @Override
  public SortedMap<String, Value> metadata() {
    return Metadata.NONE;
  }

  @Override
  public Hash hash() {
    return body().hash();
  }

  @Override
  public long size() {
    return listing.size();
  }

  @Override
  public Optional<Entry> entry(Name name) {
    return listing.entry(name);
  }

  @Override
  public Iterable<Entry> entries() {
    return listing.entries();
  }
}
