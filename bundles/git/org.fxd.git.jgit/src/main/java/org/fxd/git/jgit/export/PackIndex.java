package org.fxd.git.jgit.export;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.jgit.lib.Constants;
import org.fxd.git.api.history.GitId;

/** The index of a pack, as Git has it in its version 2. */
final class PackIndex {
  private static final int MAGIC = 0xff744f63;
  private static final int VERSION = 2;
  private static final int FIRST_BYTES = 256;
  private static final int LARGE = 0x80000000;

  private PackIndex() {}

  /**
   * Writes one.
   *
   * @param parts where each object is
   * @param checksum the pack's
   */
  static void write(Path file, SortedMap<GitId, PackFile.Part> parts, byte[] checksum)
      throws IOException {
    try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file));
        DigestOutputStream hashed = new DigestOutputStream(raw, Constants.newMessageDigest());
        DataOutputStream out = new DataOutputStream(hashed)) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      int[] counts = new int[FIRST_BYTES];
      for (GitId id : parts.keySet()) {
        counts[id.bytes()[0] & 0xff]++;
      }
      int count = 0;
      for (int each : counts) {
        count += each;
        out.writeInt(count);
      }
      for (GitId id : parts.keySet()) {
        out.write(id.bytes());
      }
      for (PackFile.Part part : parts.values()) {
        out.writeInt(part.crc());
      }
      List<Long> large = new ArrayList<>();
      for (PackFile.Part part : parts.values()) {
        if (part.start() <= Integer.MAX_VALUE) {
          out.writeInt((int) part.start());
        } else {
          out.writeInt(LARGE | large.size());
          large.add(part.start());
        }
      }
      for (long start : large) {
        out.writeLong(start);
      }
      out.write(checksum);
      out.flush();
      raw.write(hashed.getMessageDigest().digest());
    }
  }
}
