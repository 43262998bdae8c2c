package org.fxd.git.jgit;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.fxd.graph.api.Name;

/**
 * The bytes of names and link targets as the file system has them.
 *
 * <p>Java shows paths as text in the platform's encoding, which loses what that encoding does not
 * have. On Unix the bytes themselves come out in a path's URI. Elsewhere names are Unicode, and
 * their bytes are UTF-8.
 */
final class RawNames {
  private static final boolean BYTES = File.separatorChar == '/';

  /** A file cannot hold entries, so no path below it is ever taken for a folder. */
  private static final Path NOWHERE = Path.of("/dev/null");

  private RawNames() {}

  /** The last name of a path. */
  static Name of(Path path) {
    Path last = path.getFileName();
    String text = last.toString();
    if (!BYTES || isPlain(text)) {
      return Name.of(text);
    }
    byte[] whole = bytes(NOWHERE.resolve(last));
    return Name.ofBytes(Arrays.copyOfRange(whole, NOWHERE.toString().length() + 1, whole.length));
  }

  /** Where a symbolic link points, as it is written in the link. */
  static byte[] ofTarget(Path target) {
    String text = target.toString();
    if (!BYTES) {
      return text.replace(File.separatorChar, '/').getBytes(StandardCharsets.UTF_8);
    }
    if (isPlain(text)) {
      return text.getBytes(StandardCharsets.US_ASCII);
    }
    if (!target.isAbsolute()) {
      byte[] whole = bytes(NOWHERE.resolve(target));
      return Arrays.copyOfRange(whole, NOWHERE.toString().length() + 1, whole.length);
    }
    byte[] whole = bytes(target);
    boolean slashAdded = whole[whole.length - 1] == '/' && !text.endsWith("/");
    return slashAdded ? Arrays.copyOf(whole, whole.length - 1) : whole;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(Path path) {
    String encoded = path.toUri().getRawPath();
    ByteArrayOutputStream out = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        out.write(Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        out.write(c);
      }
    }
    return out.toByteArray();
  }
}
