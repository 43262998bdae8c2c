package org.fxd.runtime.container;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.fxd.runtime.HostException;
import org.osgi.framework.Constants;

/**
 * Reads which packages, in which versions, the bundles export that classes of the program come
 * from. The framework's own bundle then exports them in their stead.
 */
public final class SharedPackages {
  private SharedPackages() {}

  /**
   * As a value of {@code org.osgi.framework.system.packages.extra}; empty for no classes.
   *
   * @throws HostException if a class was not loaded from a bundle
   */
  public static String of(Collection<Class<?>> classes) {
    Set<String> exports = new LinkedHashSet<>();
    for (Class<?> type : classes) {
      exports.add(exports(type));
    }
    return String.join(",", exports);
  }

  private static String exports(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new HostException(type.getName() + " belongs to the JDK; it is shared already");
    }
    try {
      Path place = Path.of(source.getLocation().toURI());
      Manifest manifest = manifest(place);
      String exports =
          manifest == null ? null : manifest.getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
      if (exports == null) {
        throw new HostException(
            type.getName() + " cannot be shared: " + place + " exports no packages");
      }
      return exports;
    } catch (IOException | URISyntaxException e) {
      throw new HostException(
          type.getName() + " cannot be shared: " + source.getLocation() + ": " + Reason.of(e), e);
    }
  }

  private static Manifest manifest(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      try (InputStream in = Files.newInputStream(place.resolve(JarFile.MANIFEST_NAME))) {
        return new Manifest(in);
      }
    }
    try (JarFile jar = new JarFile(place.toFile(), false)) {
      return jar.getManifest();
    }
  }
}
