package org.fxd.testkit.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Batch;
import org.fxd.store.api.ObjectType;

/** Objects to store. What is made from equal arguments is equal. */
public final class Samples {
  private Samples() {}

  /** An object: its type, its hash and its canonical bytes, in so far as a store looks at them. */
  public static final class Sample {
    private final ObjectType type;
    private final byte[] bytes;

    Sample(ObjectType type, byte[] bytes) {
      this.type = type;
      this.bytes = bytes;
    }

    /** Its type. */
    public ObjectType type() {
      return type;
    }

    /** Its hash. */
    public Hash hash() {
      return Hash.ofContent(bytes);
    }

    /** Its bytes. */
    public byte[] bytes() {
      return bytes.clone();
    }

    /** Its bytes as a stream. */
    public InputStream stream() {
      return new ByteArrayInputStream(bytes);
    }

    /** Writes it. */
    public void putInto(Batch batch) {
      batch.put(type, hash(), bytes());
    }
  }

  /** A small object with a text in it. */
  public static Sample of(ObjectType type, String text) {
    return of(type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A small object with some bytes in it. */
  public static Sample of(ObjectType type, byte[] content) {
    if (type == ObjectType.BLOB) {
      return new Sample(type, content);
    }
    byte[] bytes = new byte[content.length + 2];
    bytes[0] = type.code();
    bytes[1] = 1;
    System.arraycopy(content, 0, bytes, 2, content.length);
    return new Sample(type, bytes);
  }

  /** A blob of any size that does not compress. */
  public static Sample noise(long seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return new Sample(ObjectType.BLOB, bytes);
  }

  /** A blob of any size that compresses well. */
  public static Sample lines(long seed, int size) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(size + 80);
    while (text.length() < size) {
      text.append("  let value").append(random.nextInt(100)).append(" = compute(");
      text.append(random.nextInt(1_000_000)).append(");\n");
    }
    text.setLength(size);
    return of(ObjectType.BLOB, text.toString());
  }

  /**
   * A blob that exists only as a stream, so that a test of large ones does not need their room.
   * Every 64 KiB of it is another noise, and half of each is blank.
   */
  public static InputStream stream(long seed, long size) {
    return new InputStream() {
      private final byte[] block = new byte[1 << 16];
      private long at;

      @Override
      public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        if (length == 0) {
          return 0;
        }
        if (at == size) {
          return -1;
        }
        int start = (int) (at % block.length);
        if (start == 0) {
          new Random(seed + at).nextBytes(block);
          Arrays.fill(block, block.length / 2, block.length, (byte) ' ');
        }
        int count = (int) Math.min(Math.min(length, block.length - start), size - at);
        System.arraycopy(block, start, target, offset, count);
        at += count;
        return count;
      }
    };
  }

  /** The hash of all that a stream gives. */
  public static Hash hashOf(InputStream in) throws IOException {
    MessageDigest digest = Hash.newDigest();
    byte[] buffer = new byte[1 << 16];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      digest.update(buffer, 0, count);
    }
    return Hash.ofDigest(digest);
  }
}
