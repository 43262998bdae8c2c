import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.FileVisitResult;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes the distribution of what the resolver chose: a folder, its zip, and one runnable jar. Called by the build
 * with this module's folder, the version, and the class path of all that may be in it.
 */
public class Assemble {
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
  private static final String SHELL_API = "org/fxd/shell/api/.*";
  private static final String LICENCE_FILE =
      "(?i)(META-INF/(.*/)?)?[^/]*(LICENSE|LICENCE|NOTICE)[^/]*|about\\.html";

  private final Path module;
  private final String version;
  private final Path target;
  private final Path home;
  private final Map<String, Path> jars = new TreeMap<>();
  private final Properties levels = new Properties();

  public static void main(String[] args) throws Exception {
    new Assemble(Path.of(args[0]), args[1], args[2]).run();
  }

  private Assemble(Path module, String version, String classPath) throws IOException {
    this.module = module;
    this.version = version;
    this.target = module.resolve("target");
    this.home = target.resolve("fxd-" + version);
    for (String element : classPath.split(File.pathSeparator)) {
      Path jar = Path.of(element);
      if (element.endsWith(".jar") && Files.isRegularFile(jar)) {
        String name = header(jar, "Bundle-SymbolicName");
        if (name != null) {
          jars.put(name.replaceFirst(";.*", "").strip(), jar);
        }
      }
    }
    try (InputStream in = Files.newInputStream(module.resolve("start.levels"))) {
      levels.load(in);
    }
  }

  private void run() throws Exception {
    Properties resolved = new Properties();
    try (InputStream in = Files.newInputStream(target.resolve("fxd.bndrun"))) {
      resolved.load(in);
    }
    Properties container = new Properties();
    for (Path run : List.of(module.resolve("../../cnf/container.bndrun"), module.resolve("fxd.bndrun"))) {
      try (InputStream in = Files.newInputStream(run)) {
        container.load(in);
      }
    }
    List<String> bundles = names(resolved.getProperty("-runbundles", ""), container);
    if (bundles.isEmpty()) {
      throw new IllegalStateException("The resolver chose no bundles: " + target.resolve("fxd.bndrun"));
    }
    List<String> path = new ArrayList<>(names(container.getProperty("-runpath"), container));
    path.addAll(names(container.getProperty("-runfw"), container));
    path.add("org.fxd.runtime");

    remove(home);
    copy(module.resolve("dist"), home);
    Files.copy(module.resolve("../../LICENSE"), home.resolve("LICENSE"));
    List<String> list = bundles(bundles);
    write("conf/bundles.list", String.join("\n", list) + "\n");
    write("conf/fxd.properties", settings(container));
    write("conf/version", version + "\n");
    libraries(path);
    client();
    Path sample = Files.createDirectories(home.resolve("samples")).resolve("org.fxd.sample.todo.jar");
    Files.copy(jar("org.fxd.sample.todo"), sample);
    sources(sample.resolveSibling("fxd-source.zip"));
    licences(bundles, path);
    executable(home.resolve("bin/fxd"));
    zip();
    runnable(path, list);
  }

  /** What a list of bundles in a bndrun names, in its order. */
  private static List<String> names(String list, Properties macros) {
    List<String> names = new ArrayList<>();
    for (String clause : list.split(",(?=(?:[^']*'[^']*')*[^']*$)")) {
      String name = clause.strip().replaceFirst(";.*", "");
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  private List<String> bundles(List<String> names) throws Exception {
    record Placed(int level, int order, String name) {}
    List<Placed> placed = new ArrayList<>();
    for (String name : names) {
      boolean components = header(jar(name), "Service-Component") != null;
      boolean own = name.startsWith("org.fxd.");
      String told = levels.getProperty(name);
      int level = told != null ? Integer.parseInt(told.strip()) : own && components ? level("components") : 0;
      placed.add(new Placed(level, own ? 1 : 0, name));
    }
    placed.sort(Comparator.comparingInt(Placed::level).thenComparingInt(Placed::order).thenComparing(Placed::name));
    Files.createDirectories(home.resolve("bundles"));
    List<String> list = new ArrayList<>();
    list.add("# What is installed, in this order: start level (0: a library, never started), SHA-256, file.");
    for (Placed bundle : placed) {
      String file = fileName(bundle.name());
      Files.copy(jar(bundle.name()), home.resolve("bundles").resolve(file), StandardCopyOption.REPLACE_EXISTING);
      list.add(bundle.level() + " " + sha256(jar(bundle.name())) + " " + file);
    }
    return list;
  }

  private int level(String name) {
    return Integer.parseInt(levels.getProperty(name).strip());
  }

  /** The shipped settings, the version, and the packages that the launcher's class path offers to bundles. */
  private String settings(Properties container) throws IOException {
    StringBuilder packages = new StringBuilder();
    for (String key : new TreeSet<>(container.stringPropertyNames())) {
      if (key.startsWith("-runsystempackages")) {
        packages.append(packages.isEmpty() ? "" : ",").append(container.getProperty(key));
      }
    }
    String text = expand(packages.toString(), container).replaceAll("\\s", "");
    return Files.readString(module.resolve("fxd.properties"))
        + "\n# Of this release.\nfxd.version="
        + version
        + "\norg.osgi.framework.system.packages.extra="
        + text
        + "\n";
  }

  private static String expand(String text, Properties macros) {
    Matcher macro = Pattern.compile("\\$\\{(\\w+)}").matcher(text);
    return macro.replaceAll(found -> Matcher.quoteReplacement(macros.getProperty(found.group(1), "")));
  }

  /** The launcher's class path, and a jar of nothing but a manifest that names it. */
  private void libraries(List<String> path) throws IOException {
    Path lib = Files.createDirectories(home.resolve("lib"));
    List<String> entries = new ArrayList<>();
    for (String name : path) {
      Files.copy(jar(name), lib.resolve(fileName(name)));
      entries.add(fileName(name));
    }
    entries.add("../bundles/" + fileName("org.fxd.shell"));
    Manifest manifest = manifest();
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", entries));
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(lib.resolve("fxd.jar")))) {
      put(out, JarFile.MANIFEST_NAME, bytes(manifest));
    }
  }

  /** What the command needs where another process runs it. One small jar: the more jars, the slower the start. */
  private void client() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    unpack(jar("org.fxd.runtime"), "org/fxd/runtime/launch/(Client|Forwarding|Options|Relaunch).*", entries);
    unpack(jar("org.fxd.shell"), SHELL_API, entries);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(home.resolve("lib/client.jar")))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        put(out, entry.getKey(), entry.getValue());
      }
    }
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, "org.fxd.runtime.launch.Main");
    // SQLite, zstd, tree-sitter and the terminal are native: JDK 24 and later warn without it.
    main.putValue("Enable-Native-Access", "ALL-UNNAMED");
    return manifest;
  }

  /** A licence for every third party, or no distribution. */
  private void licences(List<String> bundles, List<String> path) throws IOException {
    StringBuilder table = new StringBuilder("What FXD " + version + " ships of others, and under which licence.\n\n");
    TreeSet<String> names = new TreeSet<>(bundles);
    names.addAll(path);
    names.removeIf(name -> name.startsWith("org.fxd."));
    for (String name : names) {
      Path folder = Files.createDirectories(home.resolve("licences").resolve(name));
      boolean found = false;
      try (JarFile jar = new JarFile(jar(name).toFile(), false)) {
        for (var entry : (Iterable<JarEntry>) jar.stream()::iterator) {
          if (!entry.isDirectory() && entry.getName().matches(LICENCE_FILE)) {
            String file = entry.getName().replaceFirst(".*/", "");
            try (InputStream in = jar.getInputStream(entry)) {
              Files.copy(in, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            found |= !file.toUpperCase().contains("NOTICE");
          }
        }
      }
      Path own = module.resolve("licences").resolve(name + ".txt");
      String told = String.valueOf(header(jar(name), "Bundle-License"));
      if (Files.exists(own)) {
        Files.copy(own, folder.resolve("LICENSE.txt"), StandardCopyOption.REPLACE_EXISTING);
      } else if (!found && told.contains("LICENSE-2.0")) {
        Files.copy(home.resolve("LICENSE"), folder.resolve("LICENSE"));
      } else if (!found) {
        throw new IllegalStateException(name + " brings no licence; write licences/" + name + ".txt");
      }
      table.append(fileName(name)).append(System.lineSeparator());
    }
    write("licences/README.txt", table.toString());
  }

  /** FXD's own sources, for the demonstration: what a person would read, without tests. */
  private void sources(Path zip) throws IOException {
    Path clone = module.resolve("../..").normalize();
    String wanted =
        "(README|CONTRIBUTING|CHANGELOG)\\.md|LICENSE|pom\\.xml|bnd\\.bnd|fxd|(docs|cnf)/.*"
            + "|(bundles|runtime|plugins-sample)/([^/]+/){1,2}(pom\\.xml|README\\.md|src/main/.*)";
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Path file : files(clone, "\\..*|target|generated|releases|build|built")) {
        String name = slashes(clone.relativize(file));
        if (Files.isRegularFile(file) && name.matches(wanted)) {
          put(out, name, Files.readAllBytes(file));
        }
      }
    }
  }

  private void zip() throws IOException {
    Path zip = target.resolve("fxd-" + version + ".zip");
    Files.deleteIfExists(zip);
    Map<String, Object> options = Map.of("create", "true", "enablePosixFileAttributes", "true");
    try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), options)) {
      for (Path file : files(home)) {
        Path entry = inside.getPath("/fxd-" + version + "/" + slashes(home.relativize(file)));
        if (Files.isDirectory(file)) {
          Files.createDirectories(entry);
        } else {
          Files.createDirectories(entry.getParent());
          Files.copy(file, entry);
        }
        boolean runs = Files.isDirectory(file) || file.endsWith("bin/fxd");
        Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        Files.setLastModifiedTime(entry, FileTime.from(TIME));
      }
    }
  }

  /** The class path unpacked into one jar, the bundles nested in it. */
  private void runnable(List<String> path, List<String> list) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (String name : path) {
      unpack(jar(name), ".*", entries);
    }
    unpack(jar("org.fxd.shell"), SHELL_API, entries);
    try (ZipOutputStream out =
        new ZipOutputStream(Files.newOutputStream(target.resolve("fxd-" + version + ".jar")))) {
      put(out, JarFile.MANIFEST_NAME, bytes(manifest()));
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        put(out, entry.getKey(), entry.getValue());
      }
      for (Path file : files(home)) {
        String name = slashes(home.relativize(file));
        if (Files.isRegularFile(file) && name.matches("(bundles|conf|licences|samples)/.*|LICENSE")) {
          put(out, "fxd/" + name, Files.readAllBytes(file));
        }
      }
    }
  }

  private static void unpack(Path jar, String which, Map<String, byte[]> entries) throws IOException {
    try (JarFile from = new JarFile(jar.toFile(), false)) {
      for (var entry : (Iterable<JarEntry>) from.stream()::iterator) {
        String name = entry.getName();
        boolean mine = !name.startsWith("META-INF/") || name.startsWith("META-INF/services/");
        if (!entry.isDirectory() && mine && !name.endsWith("module-info.class") && name.matches(which)) {
          try (InputStream in = from.getInputStream(entry)) {
            entries.put(name, in.readAllBytes());
          }
        }
      }
    }
  }

  private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(FileTime.from(TIME));
    if (name.endsWith(".jar")) {
      CRC32 sum = new CRC32();
      sum.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(sum.getValue());
    }
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
  }

  private static byte[] bytes(Manifest manifest) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    manifest.write(bytes);
    return bytes.toByteArray();
  }

  private Path jar(String name) {
    Path jar = jars.get(name);
    if (jar == null) {
      throw new IllegalStateException(name + " is not among the dependencies of this module");
    }
    return jar;
  }

  private String fileName(String name) throws IOException {
    return name + "-" + header(jar(name), "Bundle-Version") + ".jar";
  }

  private static String header(Path jar, String header) throws IOException {
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      Manifest manifest = file.getManifest();
      return manifest == null ? null : manifest.getMainAttributes().getValue(header);
    }
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  private void write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void executable(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path place = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(place);
      } else {
        Files.createDirectories(place.getParent());
        Files.copy(file, place);
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(file);
        }
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !file.equals(folder)).sorted().toList();
    }
  }

  /** All below a folder, without what lies in folders of certain names. */
  private static List<Path> files(Path folder, String without) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            boolean out = !dir.equals(folder) && dir.getFileName().toString().matches(without);
            return out ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }

  private static String slashes(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }
}
