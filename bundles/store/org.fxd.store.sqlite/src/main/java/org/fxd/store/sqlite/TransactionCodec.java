package org.fxd.store.sqlite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Batch;
import org.fxd.store.api.ObjectType;
import org.fxd.store.sqlite.sorted.Edit;

/**
 * The content of a row of {@code transactions}: a version, then the objects, references and edits
 * of the index, each group with its number of members in front. See docs/format/fxd-2.md.
 */
final class TransactionCodec {
  private static final int VERSION = 1;

  /** A batch of more becomes a large one, which is no row. */
  private static final int MOST_BYTES = 4 << 20;

  private TransactionCodec() {}

  /** What protects a row from being read wrong. */
  static long checksum(byte[] content) {
    CRC32C checksum = new CRC32C();
    checksum.update(content, 0, content.length);
    return checksum.getValue();
  }

  static byte[] encode(LooseTransaction transaction) {
    Output out = new Output(Math.toIntExact(transaction.weight()) + 64);
    out.write(VERSION);
    out.number(transaction.objects().size());
    for (LooseObject object : transaction.objects()) {
      out.write(object.type().code());
      out.hash(object.hash());
      out.run(object.bytes());
    }
    out.number(transaction.refs().size());
    transaction
        .refs()
        .forEach(
            (name, hash) -> {
              out.run(name.getBytes(StandardCharsets.UTF_8));
              out.hash(hash);
            });
    out.number(transaction.index().size());
    for (Edit edit : transaction.index()) {
      out.run(edit.key());
      if (edit.value() == null) {
        out.number(0);
      } else {
        out.number(edit.value().length + 1L);
        out.writeBytes(edit.value());
      }
    }
    return out.toByteArray();
  }

  /** Reads what a row holds; nothing in it is trusted, but the objects' hashes are not checked. */
  static LooseTransaction decode(long id, byte[] content) throws DamagedException {
    requireSize(content.length);
    Input in = new Input(content);
    if (in.octet() != VERSION) {
      throw new DamagedException("it has a version that is not known");
    }
    List<LooseObject> objects = new ArrayList<>();
    for (int left = in.count(1 + Hash.LENGTH + 1); left > 0; left--) {
      ObjectType type = type(in.octet());
      objects.add(new LooseObject(type, in.hash(), in.run()));
    }
    Map<String, Hash> refs = new LinkedHashMap<>();
    for (int left = in.count(1 + Hash.LENGTH); left > 0; left--) {
      refs.put(new String(in.run(), StandardCharsets.UTF_8), in.hash());
    }
    List<Edit> index = new ArrayList<>();
    byte[] last = new byte[0];
    for (int left = in.count(2); left > 0; left--) {
      byte[] key = in.run();
      if (key.length > Batch.MAX_INDEX_KEY || Arrays.compareUnsigned(last, key) >= 0) {
        throw new DamagedException("its keys are in no order");
      }
      long stated = in.number();
      index.add(new Edit(key, stated == 0 ? null : in.bytes(stated - 1)));
      last = key;
    }
    in.end();
    return LooseTransaction.of(id, objects, refs, index, content.length);
  }

  /** Reads objects as far as they can be read; nothing in them is trusted. */
  static List<LooseObject> objects(byte[] content) {
    List<LooseObject> objects = new ArrayList<>();
    Input in = new Input(content);
    try {
      if (in.octet() == VERSION) {
        for (int left = in.count(1 + Hash.LENGTH + 1); left > 0; left--) {
          ObjectType type = type(in.octet());
          objects.add(new LooseObject(type, in.hash(), in.run()));
        }
      }
    } catch (DamagedException e) {
      return objects; // So far.
    }
    return objects;
  }

  /** Refuses what is larger than a transaction may be, before room is made for it. */
  static void requireSize(long bytes) throws DamagedException {
    if (bytes > MOST_BYTES) {
      throw new DamagedException("it claims a size of " + bytes + " bytes");
    }
  }

  static ObjectType type(int code) throws DamagedException {
    for (ObjectType type : ObjectType.values()) {
      if (type.code() == code) {
        return type;
      }
    }
    throw new DamagedException("there is no object type " + code);
  }

  private static final class Output extends ByteArrayOutputStream {
    Output(int size) {
      super(size);
    }

    void number(long number) {
      long left = number;
      while (left > 0x7f) {
        write((int) left & 0x7f | 0x80);
        left >>>= 7;
      }
      write((int) left);
    }

    void run(byte[] bytes) {
      number(bytes.length);
      writeBytes(bytes);
    }

    void hash(Hash hash) {
      writeBytes(hash.bytes());
    }
  }

  private static final class Input {
    private final byte[] content;
    private int at;

    Input(byte[] content) {
      this.content = content;
    }

    int octet() throws DamagedException {
      if (at == content.length) {
        throw new DamagedException("it ends too early");
      }
      return content[at++] & 0xff;
    }

    long number() throws DamagedException {
      long number = 0;
      for (int shift = 0; shift < 63; shift += 7) {
        int next = octet();
        number |= (long) (next & 0x7f) << shift;
        if (next < 0x80) {
          return number;
        }
      }
      throw new DamagedException("it holds a number that is too large");
    }

    /** A number of things, each of which takes some bytes at least. */
    int count(int least) throws DamagedException {
      long count = number();
      if (count > (content.length - at) / least) {
        throw new DamagedException("it claims to hold " + count + " things");
      }
      return (int) count;
    }

    byte[] run() throws DamagedException {
      return bytes(number());
    }

    byte[] bytes(long length) throws DamagedException {
      if (length > content.length - at) {
        throw new DamagedException("it ends too early");
      }
      byte[] bytes = Arrays.copyOfRange(content, at, at + (int) length);
      at += (int) length;
      return bytes;
    }

    Hash hash() throws DamagedException {
      return Hash.of(bytes(Hash.LENGTH));
    }

    void end() throws DamagedException {
      if (at != content.length) {
        throw new DamagedException("it has " + (content.length - at) + " bytes too many");
      }
    }
  }
}
