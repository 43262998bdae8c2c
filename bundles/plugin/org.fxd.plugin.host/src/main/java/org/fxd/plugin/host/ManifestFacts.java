package org.fxd.plugin.host;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** Reads what the host must know of a jar from its manifest. */
final class ManifestFacts {
  private static final int MOST = 4 << 20;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

  private ManifestFacts() {}

  static JarFacts of(ZipFile zip) throws IOException, UnusableJarException {
    ZipEntry entry = zip.getEntry(JarFile.MANIFEST_NAME);
    if (entry == null) {
      throw UnusableJarException.refused(
          "is no OSGi bundle: it has no manifest; build it with bnd-maven-plugin or the like");
    }
    Attributes headers = headers(zip, entry);
    String symbolicName = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
    if (symbolicName == null) {
      throw UnusableJarException.refused(
          "is no OSGi bundle: its manifest has no Bundle-SymbolicName;"
              + " build it with bnd-maven-plugin or the like");
    }
    String name = symbolicName.split(";", 2)[0].strip();
    if (!NAME.matcher(name).matches()) {
      throw UnusableJarException.refused(
          "has the Bundle-SymbolicName '" + Text.visible(name) + "', which is no valid name");
    }
    String model = headers.getValue(Constants.BUNDLE_MANIFESTVERSION);
    if (model == null || !model.strip().equals("2")) {
      throw UnusableJarException.refused(
          "is no OSGi bundle: its manifest needs the line 'Bundle-ManifestVersion: 2'");
    }
    return new JarFacts(
        name,
        version(headers.getValue(Constants.BUNDLE_VERSION)),
        headers.getValue(Constants.FRAGMENT_HOST) != null);
  }

  private static Attributes headers(ZipFile zip, ZipEntry entry)
      throws IOException, UnusableJarException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw UnusableJarException.refused("has a manifest of more than 4 MB");
      }
      return parse(bytes).getMainAttributes();
    }
  }

  private static Manifest parse(byte[] bytes) throws UnusableJarException {
    try {
      return new Manifest(new ByteArrayInputStream(bytes));
    } catch (IOException | IllegalArgumentException e) {
      throw UnusableJarException.refused("has a broken manifest: " + Text.cause(e));
    }
  }

  private static Version version(String header) throws UnusableJarException {
    try {
      return Version.parseVersion(header);
    } catch (IllegalArgumentException e) {
      throw UnusableJarException.refused(
          "has the Bundle-Version '"
              + Text.visible(header)
              + "', which is not of the form 1.2.3 or 1.2.3.qualifier");
    }
  }
}
