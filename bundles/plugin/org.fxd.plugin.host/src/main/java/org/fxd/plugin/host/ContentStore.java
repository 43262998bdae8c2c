package org.fxd.plugin.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Checked jars by the SHA-256 of their bytes. A file is written beside its place and renamed into
 * it, then never changed and never deleted, so any number of processes may share the folder.
 */
final class ContentStore {
  private static final long LARGEST = 256L << 20;

  private final Path folder;
  private final JarCheck check;

  ContentStore(Path folder, JarCheck check) {
    this.folder = folder;
    this.check = check;
  }

  /**
   * Takes in a jar as it is now, unless it is there already.
   *
   * @throws UnusableJarException if it is incomplete or refused
   * @throws IOException if it cannot be read, or the store not written
   */
  Content take(Path jar) throws IOException, UnusableJarException {
    long size = Files.size(jar);
    if (size == 0) {
      throw UnusableJarException.incomplete("is empty");
    }
    if (size > LARGEST) {
      throw UnusableJarException.refused(
          "has " + (size >> 20) + " MB; at most " + (LARGEST >> 20) + " MB are accepted");
    }
    Path known = place(copy(jar, OutputStream.nullOutputStream()));
    // What stands there was checked when it came; a crash may have damaged it since.
    if (Files.exists(known)) {
      String sha256 = copy(known, OutputStream.nullOutputStream());
      if (place(sha256).equals(known)) {
        return new Content(sha256, known, check.facts(known));
      }
    }
    return add(jar);
  }

  private Content add(Path jar) throws IOException, UnusableJarException {
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "incoming-", ".part");
    try {
      String sha256;
      try (OutputStream out = Files.newOutputStream(part)) {
        sha256 = copy(jar, out);
      }
      JarFacts facts = check.check(part);
      Path place = place(sha256);
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new Content(sha256, place, facts);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Where content of that hash stands, or would. */
  Path place(String sha256) {
    return folder.resolve(sha256 + ".jar");
  }

  private static String copy(Path from, OutputStream to) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(from)) {
      in.transferTo(new DigestOutputStream(to, digest));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
