package org.fxd.graph.core.node;

import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.entries.EntryMap;

/** A node that was made here and is held in memory: its own body, since there may be millions. */
final class BuiltNode extends TreeNode implements NodeBody {
  private final Kind kind;
  private final Value value;
  private final Metadata metadata;
  private final EntryMap map;
  private volatile Hash hash;

  BuiltNode(Kind kind, Value value, Metadata metadata, EntryMap map) {
    this.kind = kind;
    this.value = value;
    this.metadata = metadata;
    this.map = map;
  }

  /** A node of a kind, with nothing in it. */
  static BuiltNode empty(Kind kind) {
    return new BuiltNode(kind, Value.NONE, Metadata.NONE, EntryMap.empty(kind.sortedByName()));
  }

  @Override
  NodeBody body() {
    return this;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public Value value() {
    return value;
  }

  @Override
  public Metadata metadata() {
    return metadata;
  }

  @Override
  public EntryMap map() {
    return map;
  }

  @Override
  public Hash hash() {
    Hash known = hash;
    if (known == null) {
      known = Hash.ofContent(NodeCodec.encode(this));
      hash = known;
    }
    return known;
  }
}
