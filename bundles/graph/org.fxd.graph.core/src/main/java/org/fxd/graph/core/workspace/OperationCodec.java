package org.fxd.graph.core.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.core.codec.ByteReader;
import org.fxd.graph.core.codec.ByteWriter;
import org.fxd.store.api.ObjectType;

/** The bytes of an operation. */
final class OperationCodec {
  private static final int VERSION = 1;

  private OperationCodec() {}

  /** Writes an operation; its id is not part of it, but the hash of it. */
  static byte[] encode(Operation operation) {
    ByteWriter out = new ByteWriter(256);
    out.octet(ObjectType.OPERATION.code()).octet(VERSION);
    out.varint(operation.parents().size());
    operation.parents().forEach(out::hash);
    out.id(operation.replica());
    out.varint(operation.time().toEpochMilli()).varint(operation.counter());
    out.text(operation.origin().principal()).text(operation.origin().source());
    out.text(operation.description());
    out.hash(operation.before()).hash(operation.after());
    return out.toBytes();
  }

  /**
   * Reads an operation.
   *
   * @throws IllegalArgumentException if the bytes are not the canonical encoding of one
   */
  static Operation decode(Hash id, byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    in.expect(ObjectType.OPERATION.code(), "its type");
    in.expect(VERSION, "its version");
    List<Hash> parents = new ArrayList<>();
    for (int left = in.count(Hash.LENGTH); left > 0; left--) {
      parents.add(in.hash());
    }
    NodeId replica = in.id();
    Instant time = Instant.ofEpochMilli(in.varint());
    long counter = in.varint();
    if (counter > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("its counter is too large");
    }
    Origin origin = new Origin(in.text(), in.text());
    String description = in.text();
    Operation operation =
        new Operation(
            id, parents, replica, time, (int) counter, origin, description, in.hash(), in.hash());
    in.end();
    return operation;
  }
}
