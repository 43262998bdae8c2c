package org.fxd.plugin.host;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Tells whether a jar is whole: its central directory and every entry are read and compared with
 * their checksums. What could harm whoever unpacks it is refused; reading is bounded whatever the
 * jar says of itself.
 */
final class JarCheck {
  /** What a jar may contain at most. */
  record Limits(int entries, long bytes, long free, int ratio) {
    /** Far beyond any plugin, and read in seconds. */
    static final Limits DEFAULT = new Limits(100_000, 512L << 20, 32L << 20, 100);
  }

  private final Limits limits;

  JarCheck(Limits limits) {
    this.limits = limits;
  }

  /** Reads all of a jar. */
  JarFacts check(Path jar) throws IOException, UnusableJarException {
    try (ZipFile zip = open(jar)) {
      if (zip.size() > limits.entries()) {
        throw UnusableJarException.refused(
            "has " + zip.size() + " entries; at most " + limits.entries() + " are accepted");
      }
      long allowed =
          Math.min(limits.bytes(), Math.max(limits.free(), limits.ratio() * jar.toFile().length()));
      Set<String> names = new HashSet<>();
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        refuseEscape(entry.getName());
        if (!names.add(entry.getName())) {
          throw UnusableJarException.refused("has the entry '" + entry.getName() + "' twice");
        }
        allowed -= read(zip, entry, allowed);
      }
      return ManifestFacts.of(zip);
    } catch (ZipException | EOFException | RuntimeException e) {
      // The JDK's own reader stumbles in all these ways over what is damaged.
      throw UnusableJarException.incomplete(
          "is damaged or incomplete"
              + (e instanceof ZipException && e.getMessage() != null
                  ? ": " + Text.firstLine(e.getMessage())
                  : ""));
    }
  }

  /** Reads the manifest of a jar that was checked before. */
  JarFacts facts(Path jar) throws IOException, UnusableJarException {
    try (ZipFile zip = open(jar)) {
      return ManifestFacts.of(zip);
    }
  }

  private static ZipFile open(Path jar) throws IOException, UnusableJarException {
    try {
      return new ZipFile(jar.toFile());
    } catch (ZipException | EOFException | RuntimeException e) {
      throw UnusableJarException.incomplete("is no complete jar: " + whatIsMissing(jar));
    }
  }

  /** The JDK's own words for it are about records of the zip format. */
  private static String whatIsMissing(Path jar) throws IOException {
    try (InputStream in = Files.newInputStream(jar)) {
      return Arrays.equals(in.readNBytes(2), new byte[] {'P', 'K'})
          ? "its end, the list of its entries, is missing or damaged"
          : "it does not begin as a jar does";
    }
  }

  private static long read(ZipFile zip, ZipEntry entry, long allowed)
      throws IOException, UnusableJarException {
    CRC32 sum = new CRC32();
    long size = 0;
    byte[] buffer = new byte[16 << 10];
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        sum.update(buffer, 0, n);
        size += n;
        if (size > allowed) {
          throw UnusableJarException.refused(
              "unpacks to far more than a plugin needs (a zip bomb?), at '"
                  + entry.getName()
                  + "'");
        }
      }
    } catch (EOFException e) {
      throw UnusableJarException.incomplete("ends within '" + entry.getName() + "'");
    }
    if (entry.getCrc() != -1 && sum.getValue() != entry.getCrc()) {
      throw UnusableJarException.incomplete(
          "is damaged or incomplete: the checksum of '" + entry.getName() + "' is wrong");
    }
    return size;
  }

  private static void refuseEscape(String name) throws UnusableJarException {
    boolean escapes = name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(0) >= 0;
    escapes |= name.length() > 1 && name.charAt(1) == ':';
    for (String part : name.split("/", -1)) {
      escapes |= part.equals("..");
    }
    if (escapes) {
      throw UnusableJarException.refused(
          "has the entry '" + Text.visible(name) + "', which would lead out of the jar's folder");
    }
  }
}
