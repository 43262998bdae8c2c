package org.fxd.graph.core.node;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.codec.ByteReader;
import org.fxd.graph.core.codec.ByteWriter;
import org.fxd.graph.core.codec.ValueCodec;
import org.fxd.graph.core.entries.ChunkCodec;
import org.fxd.graph.core.entries.ChunkSource;
import org.fxd.store.api.ObjectType;

/** The bytes of a node: kind, value, metadata by the bytes of their keys, entries. */
final class NodeCodec {
  /** The version of the encoding. */
  static final int VERSION = 1;

  private NodeCodec() {}

  static byte[] encode(NodeBody body) {
    int text = body.value() instanceof Value.Text value ? value.text().length() : 0;
    ByteWriter out = new ByteWriter(64 + text + text / 16 + 80 * body.map().items().size());
    out.octet(ObjectType.NODE.code()).octet(VERSION);
    out.text(body.kind().name());
    ValueCodec.write(out, body.value());
    if (body.metadata().isEmpty()) {
      ChunkCodec.write(out.octet(0), body.map());
      return out.toBytes();
    }
    SortedMap<byte[], Value> metadata = new TreeMap<>(Arrays::compareUnsigned);
    body.metadata()
        .forEach((key, value) -> metadata.put(key.getBytes(StandardCharsets.UTF_8), value));
    out.varint(metadata.size());
    for (Map.Entry<byte[], Value> metadatum : metadata.entrySet()) {
      out.block(metadatum.getKey());
      ValueCodec.write(out, metadatum.getValue());
    }
    ChunkCodec.write(out, body.map());
    return out.toBytes();
  }

  /** Reads a node of a store. */
  static NodeBody decode(byte[] bytes, ObjectReader objects) {
    return decode(bytes, objects, objects::blob);
  }

  /**
   * Reads a node.
   *
   * @param source gives the nodes and chunks that it leads to
   * @param blobs gives the content of a hash and a size
   * @throws IllegalArgumentException if the bytes are not the canonical encoding of one
   */
  static NodeBody decode(byte[] bytes, ChunkSource source, BiFunction<Hash, Long, Blob> blobs) {
    ByteReader in = new ByteReader(bytes);
    in.expect(ObjectType.NODE.code(), "its type");
    in.expect(VERSION, "its version");
    Kind kind = Repeated.kind(in.text());
    if (kind.equals(Kind.NONE)) {
      throw new IllegalArgumentException("it says that it does not exist");
    }
    Value value = Repeated.value(ValueCodec.read(in, blobs));
    SortedMap<String, Value> metadata = new TreeMap<>();
    byte[] previous = {};
    int count = in.count(2);
    if (count > Limits.METADATA) {
      throw new IllegalArgumentException(
          "it has " + count + " metadata, where at most " + Limits.METADATA + " are allowed");
    }
    for (int left = count; left > 0; left--) {
      String key = in.text(Limits.KEY);
      byte[] raw = key.getBytes(StandardCharsets.UTF_8);
      if (Arrays.compareUnsigned(previous, raw) >= 0) {
        throw new IllegalArgumentException("its metadata are not in order");
      }
      Value metadatum = ValueCodec.read(in, blobs);
      if (metadatum.equals(Value.NONE)) {
        throw new IllegalArgumentException("the metadatum '" + key + "' has no value");
      }
      metadata.put(key, metadatum);
      previous = raw;
    }
    NodeBody body =
        new DecodedBody(
            kind, value, Metadata.of(metadata), ChunkCodec.read(in, kind.sortedByName(), source));
    in.end();
    return body;
  }
}
