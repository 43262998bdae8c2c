package org.fxd.graph.core.workspace;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.core.codec.ByteReader;
import org.fxd.graph.core.codec.ByteWriter;
import org.fxd.graph.core.codec.ValueCodec;
import org.fxd.store.api.ObjectType;

/** The bytes of an operation. */
final class OperationCodec {
  private static final int PLAIN = 1;
  private static final int WITH_FIELDS = 2;
  private static final int LONGEST_NAME = 64;
  private static final Set<String> OF_OPERATIONS =
      Set.of(Operation.UNDOES, Operation.REDOES, Operation.RESTORES, Operation.AT);
  private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,63}");

  private OperationCodec() {}

  /** Writes an operation; its id is not part of it, but the hash of it. */
  static byte[] encode(Operation operation) {
    ByteWriter out = new ByteWriter(256);
    boolean plain = operation.fields().isEmpty();
    out.octet(ObjectType.OPERATION.code()).octet(plain ? PLAIN : WITH_FIELDS);
    out.varint(operation.parents().size());
    operation.parents().forEach(out::hash);
    out.id(operation.replica());
    out.varint(operation.time().toEpochMilli()).varint(operation.counter());
    out.text(operation.origin().principal()).text(operation.origin().source());
    out.text(operation.description());
    out.hash(operation.before()).hash(operation.after());
    if (!plain) {
      out.varint(operation.fields().size());
      operation.fields().forEach((name, value) -> out.text(name).text(value));
    }
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
    int version = in.octet();
    if (version != PLAIN && version != WITH_FIELDS) {
      throw new IllegalArgumentException("its version " + version + " is not known");
    }
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
    Hash before = in.hash();
    Hash after = in.hash();
    SortedMap<String, String> fields = new TreeMap<>();
    if (version == WITH_FIELDS) {
      readFields(in, fields);
    }
    in.end();
    return new Operation(
        id, parents, replica, time, (int) counter, origin, description, before, after, fields);
  }

  private static void readFields(ByteReader in, SortedMap<String, String> fields) {
    int count = in.count(2);
    if (count < 1 || count > Limits.FIELDS) {
      throw new IllegalArgumentException("it has " + count + " fields");
    }
    for (int left = count; left > 0; left--) {
      String name = in.text(LONGEST_NAME);
      if (!fields.isEmpty() && fields.lastKey().compareTo(name) >= 0) {
        throw new IllegalArgumentException("its fields are not in order");
      }
      String value = in.text(Limits.FIELD);
      check(name, value);
      fields.put(name, value);
    }
  }

  /**
   * Checks a field.
   *
   * @throws IllegalArgumentException if it is none; says why
   */
  static void check(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not the name of a field: '" + name + "'");
    }
    if (value.getBytes(StandardCharsets.UTF_8).length > Limits.FIELD) {
      throw new IllegalArgumentException(
          "The field '" + name + "' has more than " + Limits.FIELD + " bytes");
    }
    if (OF_OPERATIONS.contains(name) && !ID.matcher(value).matches()) {
      throw new IllegalArgumentException("The field '" + name + "' names no operation");
    }
    ValueCodec.checkText(value);
  }
}
