package org.fxd.plugin.itest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Builds the bytes of a plugin. */
final class JarBuilder {
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** A bundle with nothing in it. */
  static JarBuilder bundle(String name, String version) {
    return new JarBuilder()
        .header("Bundle-ManifestVersion", "2")
        .header("Bundle-SymbolicName", name)
        .header("Bundle-Version", version);
  }

  /** A bundle with a component that provides a {@code Supplier} with a property {@code plugin}. */
  static JarBuilder greeter(String name, String version) {
    return bundle(name, version)
        .component(
            "Greeter",
            "<service><provide interface='java.util.function.Supplier'/></service>"
                + "<property name='plugin' value='"
                + name
                + "'/><property name='version' value='"
                + version
                + "'/>");
  }

  JarBuilder header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  JarBuilder entry(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  /** So many bytes that do not compress, to give a jar its size. */
  JarBuilder ballast(int size) {
    return ballast(size, 7);
  }

  /** The same; another seed gives other bytes. */
  JarBuilder ballast(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return entry("ballast", bytes);
  }

  JarBuilder activator(Class<?> type) {
    return header("Bundle-Activator", type.getName())
        .header("Import-Package", "org.osgi.framework")
        .code(type);
  }

  /** A component of one of the dropped classes, immediate unless it provides a service. */
  JarBuilder component(String simpleName, String inside) {
    String type = "org.fxd.plugin.itest.dropped." + simpleName;
    String xml =
        "<?xml version='1.0'?>"
            + "<scr:component xmlns:scr='http://www.osgi.org/xmlns/scr/v1.3.0' name='"
            + type
            + "'"
            + (inside.contains("<service>") ? "" : " immediate='true'")
            + ">"
            + inside
            + "<implementation class='"
            + type
            + "'/></scr:component>";
    String path = "OSGI-INF/" + simpleName + ".xml";
    headers.merge("Service-Component", path, (a, b) -> a + "," + b);
    try {
      return entry(path, xml.getBytes(StandardCharsets.UTF_8)).code(Class.forName(type));
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private JarBuilder code(Class<?> type) {
    String path = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
      return entry(path, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The jar. */
  byte[] build() {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach(manifest.getMainAttributes()::putValue);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      if (!headers.isEmpty()) {
        put(jar, "META-INF/MANIFEST.MF", bytesOf(manifest));
      }
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        put(jar, entry.getKey(), entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytesOf(Manifest manifest) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    manifest.write(out);
    return out.toByteArray();
  }

  private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
    JarEntry entry = new JarEntry(name);
    // The same bytes for the same content, whenever the test runs.
    entry.setTime(0);
    jar.putNextEntry(entry);
    jar.write(content);
    jar.closeEntry();
  }
}
