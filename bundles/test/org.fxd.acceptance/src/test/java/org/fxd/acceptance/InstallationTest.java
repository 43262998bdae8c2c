package org.fxd.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The zip and the runnable jar, installed as people install them. */
class InstallationTest {
  private static final Path BUILT = Path.of(System.getProperty("fxd.home")).normalize();
  private static final String NAME = BUILT.getFileName().toString();
  private static final Path JAR = BUILT.resolveSibling(NAME + ".jar");
  private static final Path ZIP = BUILT.resolveSibling(NAME + ".zip");

  /** One that others may look into, as a folder of programs is. */
  @TempDir Path folder;

  private Path home;

  @BeforeEach
  void unzip() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path programs = Files.createDirectories(folder.resolve("my programs"));
    try (FileSystem zip =
            FileSystems.newFileSystem(
                URI.create("jar:" + ZIP.toUri()), Map.of("enablePosixFileAttributes", "true"));
        Stream<Path> all = Files.walk(zip.getPath("/" + NAME))) {
      for (Path file : (Iterable<Path>) all::iterator) {
        Path place = programs.resolve(file.toString().substring(1));
        Files.copy(file, place);
        Files.setPosixFilePermissions(place, Files.getPosixFilePermissions(file));
      }
    }
    home = programs.resolve(NAME);
  }

  @AfterEach
  void makeRemovable() throws IOException {
    permissions(home, true);
  }

  /** This JDK, and the newer one that the environment names. */
  static List<Path> javas() {
    List<Path> javas = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
    String newer = System.getenv("JAVA_HOME_25");
    if (newer != null && !newer.isBlank()) {
      javas.add(Path.of(newer));
    }
    return javas;
  }

  @ParameterizedTest
  @MethodSource("javas")
  void theZipStartsFromAReadOnlyFolderWithSpaces(Path java) throws Exception {
    permissions(home, false);
    Result result = run(java, script("--data", data(), "-c", "help"));
    assertHelp(result);
    assertHelp(run(java, script("--data", data(), "-c", "help")));
  }

  @ParameterizedTest
  @MethodSource("javas")
  void theJarStarts(Path java) throws Exception {
    Path jar = Files.copy(JAR, folder.resolve("my programs/fxd one.jar"));
    List<String> command =
        List.of(
            java.resolve("bin/java").toString(),
            "-jar",
            jar.toString(),
            "--data",
            data(),
            "-c",
            "help");
    assertHelp(run(java, command));
    assertHelp(run(java, command));
    assertEquals(2, run(java, List.of(command.get(0), "-jar", jar.toString(), "--nothing")).code());
  }

  @Test
  void anotherUserMayRunIt() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root may be someone else");
    Path own = Files.createDirectories(folder.resolve("nobody"));
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));
    List<String> command =
        new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    assumeTrue(run(null, List.of("setpriv", "--version")).code() == 0, "no setpriv here");
    command.addAll(script("--data", own.resolve("data").toString(), "-c", "help"));
    assertHelp(run(null, command));
  }

  @Test
  void aLinkToTheScriptWorks() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("fxd"), home.resolve("bin/fxd"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("fxd"));
    assertTrue(run(null, List.of(link.toString(), "--version")).out().startsWith("fxd "));
    assertTrue(run(null, List.of(second.toString(), "--version")).out().startsWith("fxd "));
  }

  @Test
  void manyAtOnceOnOneDataFolder() throws Exception {
    List<Process> running = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      running.add(start(null, script("--data", data(), "-c", "help")));
    }
    for (Process process : running) {
      assertHelp(finish(process));
    }
    assertRunFolderIsEmpty();
  }

  @Test
  void endsInGoodOrderWhenTold() throws Exception {
    Path project = folder.resolve("p.fxd");
    Process process = start(null, script("--data", data(), "-p", project.toString(), "-f", "-"));
    process
        .getOutputStream()
        .write("fxd:init %s\nfxd:status\n".formatted(project).getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    // It has answered, so that it now waits for the next line.
    assertTrue(process.getInputStream().read() >= 0);
    process.destroy();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(143, process.exitValue());
    assertRunFolderIsEmpty();
    assertEquals(
        0,
        run(null, script("--data", data(), "-p", project.toString(), "-c", "fxd:status")).code());
    assertFalse(Files.exists(folder.resolve("p.fxd-wal")));
  }

  @Test
  void anOldJavaIsRefusedInWords() throws Exception {
    Path old = Files.createDirectories(folder.resolve("jdk-11/bin")).getParent();
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    Path java = Files.writeString(old.resolve("bin/java"), "#!/bin/sh\nexit 99\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Result result = run(old, script("-c", "help"));
    assertEquals(1, result.code());
    assertTrue(result.err().contains("needs Java 17 or newer, but"), result.err());
    assertTrue(result.err().contains("is Java 11"), result.err());
    Result none = run(folder.resolve("nowhere"), script("-c", "help"));
    assertEquals(1, none.code());
    assertTrue(none.err().contains("JAVA_HOME"), none.err());
  }

  @Test
  void aBundleThatCannotStartIsNamed() throws Exception {
    Path list = home.resolve("conf/bundles.list");
    List<String> lines =
        Files.readAllLines(list).stream().filter(line -> !line.contains("history.api")).toList();
    Files.write(list, lines);
    Result result = run(null, script("--data", data(), "-c", "help"));
    assertEquals(1, result.code());
    assertEquals("", result.out());
    assertTrue(result.err().lines().count() <= 4, result.err());
    assertTrue(result.err().contains("needs package org.fxd.history.api"), result.err());
  }

  private void assertRunFolderIsEmpty() throws IOException {
    try (Stream<Path> left = Files.list(Path.of(data(), "run"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  private static void assertHelp(Result result) {
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("fxd:commit"), result.out());
    assertEquals("", result.err());
  }

  private List<String> script(String... arguments) {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/fxd").toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private String data() {
    return folder.resolve("data of mine").toString();
  }

  private record Result(int code, String out, String err) {}

  private Process start(Path java, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("FXD_ARCHIVE", "off");
    if (java != null) {
      builder.environment().put("JAVA_HOME", java.toString());
    }
    return builder.start();
  }

  private Result run(Path java, List<String> command) throws Exception {
    try {
      return finish(start(java, command));
    } catch (IOException e) {
      return new Result(127, "", String.valueOf(e.getMessage()));
    }
  }

  private static Result finish(Process process) throws Exception {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Result(process.exitValue(), out, err);
  }

  private static void permissions(Path top, boolean writable) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        Set<PosixFilePermission> now = Files.getPosixFilePermissions(file);
        if (writable) {
          now.add(PosixFilePermission.OWNER_WRITE);
        } else {
          now.remove(PosixFilePermission.OWNER_WRITE);
        }
        Files.setPosixFilePermissions(file, now);
      }
    }
  }
}
