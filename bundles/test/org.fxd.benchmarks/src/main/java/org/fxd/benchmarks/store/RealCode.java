package org.fxd.benchmarks.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Java files, each cut into snippets of some 2 KB. If there is less than is asked for, files come
 * again with another first line in each snippet, so that no two are equal.
 *
 * @param files in the order of their paths
 * @param bytes of all texts
 * @param snippets of all files
 */
record RealCode(List<File> files, long bytes, int snippets) {
  /** A snippet ends at an empty line behind so many characters, */
  private static final int LEAST = 1400;

  /** or at the end of a line behind so many. */
  private static final int MOST = 4000;

  private static final Pattern NAME = Pattern.compile("(\\w+)\\s*\\(");

  /** A file. */
  record File(String path, List<String> names, List<String> texts) {}

  /**
   * Takes files until there are enough.
   *
   * @param source a folder, or a zip file
   * @param bytes at least so many
   */
  static RealCode read(Path source, long bytes) throws IOException {
    List<File> all = new ArrayList<>();
    long[] sum = new long[2];
    if (Files.isDirectory(source)) {
      folder(source, all, sum, bytes);
    } else {
      zip(source, all, sum, bytes);
    }
    if (all.isEmpty()) {
      throw new IOException("There are no Java files in " + source);
    }
    int once = all.size();
    for (int round = 1; sum[0] < bytes; round++) {
      for (int i = 0; i < once && sum[0] < bytes; i++) {
        add(again(all.get(i), round), all, sum);
      }
    }
    return new RealCode(all, sum[0], (int) sum[1]);
  }

  /**
   * As many snippets again, all of them different, in a folder of their own.
   *
   * @param round from 1 on; each gives others
   */
  RealCode again(int round) {
    List<File> others = new ArrayList<>();
    long[] sum = new long[2];
    files.forEach(file -> add(again(file, round), others, sum));
    return new RealCode(others, sum[0], (int) sum[1]);
  }

  /** The files that come first, with so many snippets, or a few more. */
  RealCode start(int count) {
    List<File> some = new ArrayList<>();
    long[] sum = new long[2];
    for (int i = 0; i < files.size() && sum[1] < count; i++) {
      add(files.get(i), some, sum);
    }
    return new RealCode(some, sum[0], (int) sum[1]);
  }

  private static void folder(Path source, List<File> all, long[] sum, long bytes)
      throws IOException {
    try (Stream<Path> paths = Files.walk(source)) {
      for (Path path : paths.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
        if (sum[0] >= bytes) {
          return;
        }
        String name = source.relativize(path).toString().replace('\\', '/');
        add(cut(name, Files.readAllBytes(path)), all, sum);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void zip(Path source, List<File> all, long[] sum, long bytes) throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(source)))) {
      for (ZipEntry entry = zip.getNextEntry();
          entry != null && sum[0] < bytes;
          entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".java")) {
          add(cut(entry.getName(), zip.readAllBytes()), all, sum);
        }
      }
    }
  }

  private static void add(File file, List<File> all, long[] sum) {
    all.add(file);
    for (String text : file.texts) {
      sum[0] += text.getBytes(StandardCharsets.UTF_8).length;
    }
    sum[1] += file.texts.size();
  }

  private static File again(File file, int round) {
    List<String> texts = new ArrayList<>();
    for (String text : file.texts) {
      texts.add("// " + round + "\n" + text);
    }
    return new File("again" + round + "/" + file.path, file.names, texts);
  }

  private static File cut(String path, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    List<String> texts = new ArrayList<>();
    int start = 0;
    int line = 0;
    while (line < text.length()) {
      int end = text.indexOf('\n', line) + 1;
      if (end == 0) {
        end = text.length();
      }
      int length = end - start;
      if (length >= MOST || length >= LEAST && text.substring(line, end).isBlank()) {
        texts.add(text.substring(start, end));
        start = end;
      }
      line = end;
    }
    if (start < text.length()) {
      texts.add(text.substring(start));
    }
    List<String> names = new ArrayList<>();
    for (String each : texts) {
      Matcher name = NAME.matcher(each);
      names.add(name.find() ? name.group(1) : "part");
    }
    return new File(path, names, texts);
  }
}
