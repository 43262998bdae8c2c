package org.fxd.runtime.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.fxd.runtime.HostException;

/** The bundles of one release, and how they are to be started. Read-only. */
public abstract class Distribution {
  /** System property: the folder or jar that holds the distribution. */
  public static final String HOME = "fxd.home";

  static final String LIST = "conf/bundles.list";
  static final String PROPERTIES = "conf/fxd.properties";
  private static final String VERSION = "fxd.version";

  private final Path place;
  private final List<BundleEntry> bundles;
  private final Properties properties;

  Distribution(Path place, List<BundleEntry> bundles, Properties properties) {
    this.place = place;
    this.bundles = bundles;
    this.properties = properties;
  }

  /**
   * Opens the distribution at a place.
   *
   * @throws HostException if there is none
   */
  public static Distribution at(Path folderOrJar) {
    Path place = folderOrJar.toAbsolutePath().normalize();
    try {
      return Files.isDirectory(place)
          ? FolderDistribution.open(place)
          : JarDistribution.open(place);
    } catch (IOException e) {
      throw new HostException("There is no FXD distribution at " + place + ": " + Reason.of(e), e);
    }
  }

  /** Where the distribution stands that this class belongs to. */
  public static Path ownPlace() {
    String told = System.getProperty(HOME);
    if (told != null && !told.isBlank()) {
      return Path.of(told);
    }
    try {
      Path own =
          Path.of(Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path lib = own.getParent();
      boolean inFolder =
          lib != null
              && lib.getParent() != null
              && Files.isRegularFile(lib.getParent().resolve(LIST));
      return inFolder ? lib.getParent() : own;
    } catch (URISyntaxException e) {
      throw new HostException("It cannot be said where FXD is installed; set -D" + HOME, e);
    }
  }

  /** The folder or the jar. */
  public final Path place() {
    return place;
  }

  /** The release's version. */
  public final String version() {
    return properties.getProperty(VERSION, "unknown");
  }

  /** Settings of the framework and its bundles. */
  final Properties properties() {
    return properties;
  }

  /** What to install, in this order. */
  final List<BundleEntry> bundles() {
    return bundles;
  }

  /**
   * A bundle's jar as a file that stays where it is.
   *
   * @param data the data folder, where it may have to be unpacked to
   */
  abstract Path file(BundleEntry bundle, Path data) throws IOException;

  /** A file of the distribution's samples. */
  public abstract InputStream sample(String name) throws IOException;

  static Properties properties(InputStream in) throws IOException {
    Properties properties = new Properties();
    properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    return properties;
  }
}
