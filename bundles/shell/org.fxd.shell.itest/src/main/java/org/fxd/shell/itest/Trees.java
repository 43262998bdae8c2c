package org.fxd.shell.itest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders to take in, and what is in a folder. */
final class Trees {
  private Trees() {}

  /** Files of all sorts: languages, line breaks, bytes, modes, links, an empty folder. */
  static void write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("src/deep"));
    Files.createDirectories(folder.resolve("empty"));
    Files.writeString(
        folder.resolve("src/Hello.java"),
        """
        package demo;

        /** Says hello. */
        class Hello {
          String greet() {
            return "Hello";
          }

          int count = 1;
        }
        """);
    Files.writeString(folder.resolve("README.md"), "# Title\n\nText.\n\n## Part\n\nMore.\n");
    Files.writeString(folder.resolve("src/deep/tool.py"), "def f(x):\r\n    return x\r\n");
    Files.writeString(folder.resolve("a b 'c' #d.txt"), "no line break at the end");
    Files.writeString(folder.resolve("bom.txt"), "\ufeffbom\n");
    Files.write(folder.resolve("latin.txt"), "h\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    byte[] binary = new byte[300];
    for (int i = 0; i < binary.length; i++) {
      binary[i] = (byte) i;
    }
    Files.write(folder.resolve("data.bin"), binary);
    Files.write(folder.resolve("nothing"), new byte[0]);
    Path script = folder.resolve("run.sh");
    Files.writeString(script, "#!/bin/sh\n");
    Files.setPosixFilePermissions(
        script,
        Set.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("src/Hello.java"));
  }

  /** Each path with its sort, mode and content. */
  static SortedMap<String, String> read(Path folder) throws IOException {
    SortedMap<String, String> found = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String name = folder.relativize(path).toString();
        if (Files.isSymbolicLink(path)) {
          found.put(name, "link " + Files.readSymbolicLink(path));
        } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          found.put(name, "folder");
        } else {
          String mode = Files.isExecutable(path) ? "executable " : "file ";
          found.put(name, mode + HexFormat.of().formatHex(Files.readAllBytes(path)));
        }
      }
    }
    return found;
  }
}
