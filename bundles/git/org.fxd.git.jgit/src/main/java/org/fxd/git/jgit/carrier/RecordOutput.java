package org.fxd.git.jgit.carrier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the parts of a record. */
final class RecordOutput {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

  RecordOutput octet(int octet) {
    out.write(octet);
    return this;
  }

  /** Seven bits a byte, lowest first; the high bit says that more follow. */
  RecordOutput number(long number) {
    long rest = number;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  RecordOutput raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  RecordOutput run(byte[] bytes) {
    return number(bytes.length).raw(bytes);
  }

  RecordOutput text(String text) {
    return run(text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
