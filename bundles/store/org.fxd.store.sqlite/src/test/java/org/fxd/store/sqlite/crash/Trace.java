package org.fxd.store.sqlite.crash;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that a program asked the system to do with the files of a folder, in order, with the bytes;
 * and what it said meanwhile. Made by {@code strace}, which not every machine has.
 */
final class Trace {
  private static final String CALLS =
      "openat,write,pwrite64,ftruncate,fdatasync,fsync,unlink,rename";
  private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\((.*)\\) += (-?\\d+).*");
  private static final Pattern BEGUN =
      Pattern.compile("(\\d+) +(\\w+\\(.*) <unfinished \\.\\.\\.>");
  private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)");
  private static final Pattern FILE = Pattern.compile("(\\d+)<([^>]*)>.*");
  private static final Pattern TEXT = Pattern.compile("\"((?:\\\\x[0-9a-f]{2})*)\"");

  private final String home;
  private final List<Event> events = new ArrayList<>();
  private final Map<String, String> unfinished = new HashMap<>();
  private final Map<String, Long> positions = new HashMap<>();

  /** What was done. */
  enum What {
    /** A file was made, or emptied. */
    MAKE,
    WRITE,
    TRUNCATE,
    SYNC,
    REMOVE,
    RENAME,
    /** The program said something. */
    SAY
  }

  /**
   * One thing that was done.
   *
   * @param file its name within the folder
   * @param at where it was written, or how long it was made
   * @param bytes what was written or said, or the other name
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Event(What what, String file, long at, byte[] bytes) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private Trace(Path folder) {
    this.home = folder.toString();
  }

  /** What stands before a program in the command line to trace it; empty if that cannot be done. */
  static Optional<List<String>> command(Path output) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "strace",
            "-f",
            "-y",
            "-xx",
            "-s",
            "100000000",
            "-e",
            "signal=none",
            "-e",
            "trace=" + CALLS,
            "-o",
            output.toString());
    List<String> attempt = new ArrayList<>(command);
    attempt.add("true");
    try {
      Process process =
          new ProcessBuilder(attempt)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0
          ? Optional.of(command)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // There is no such program here.
    }
  }

  /** Reads what was traced of the files of a folder. */
  static List<Event> read(Path output, Path folder) throws IOException {
    Trace trace = new Trace(folder);
    try (BufferedReader lines = Files.newBufferedReader(output)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        trace.line(line);
      }
    }
    return trace.events;
  }

  private void line(String line) {
    Matcher begun = BEGUN.matcher(line);
    if (begun.matches()) {
      unfinished.put(begun.group(1), begun.group(2));
      return;
    }
    Matcher resumed = RESUMED.matcher(line);
    String whole = line;
    if (resumed.matches()) {
      whole = resumed.group(1) + ' ' + unfinished.remove(resumed.group(1)) + resumed.group(2);
    }
    Matcher call = CALL.matcher(whole);
    if (call.matches() && !call.group(4).startsWith("-")) {
      call(call.group(2), call.group(3), Long.parseLong(call.group(4)));
    }
  }

  private void call(String name, String arguments, long result) {
    switch (name) {
      case "openat" -> {
        String path = texts(arguments).get(0);
        positions.put(Long.toString(result), 0L);
        if (arguments.contains("O_TRUNC")) {
          add(What.MAKE, path, 0, new byte[0]);
        } else if (arguments.contains("O_CREAT")) {
          add(What.MAKE, path, -1, new byte[0]);
        }
      }
      case "write" -> write(arguments, result);
      case "pwrite64" ->
          add(What.WRITE, file(arguments), lastNumber(arguments), data(arguments, result));
      case "ftruncate" -> add(What.TRUNCATE, file(arguments), lastNumber(arguments), new byte[0]);
      case "fsync", "fdatasync" -> add(What.SYNC, file(arguments), 0, new byte[0]);
      case "unlink" -> add(What.REMOVE, texts(arguments).get(0), 0, new byte[0]);
      case "rename" -> {
        String to = texts(arguments).get(1);
        add(What.RENAME, texts(arguments).get(0), 0, name(to).getBytes(StandardCharsets.UTF_8));
      }
      default -> {
        // Not traced.
      }
    }
  }

  private void write(String arguments, long result) {
    Matcher matcher = FILE.matcher(arguments);
    if (!matcher.matches()) {
      return;
    }
    byte[] data = data(arguments, result);
    if (matcher.group(1).equals("1")) {
      events.add(new Event(What.SAY, "", 0, data));
    } else {
      long at = positions.merge(matcher.group(1), result, Long::sum) - result;
      add(What.WRITE, file(arguments), at, data);
    }
  }

  private void add(What what, String path, long at, byte[] bytes) {
    if (path.equals(home) || path.startsWith(home + '/')) {
      events.add(new Event(what, name(path), at, bytes));
    }
  }

  /** The name within the folder; empty for the folder itself. */
  private String name(String path) {
    return path.equals(home) ? "" : path.substring(home.length() + 1);
  }

  private static String file(String arguments) {
    Matcher matcher = FILE.matcher(arguments);
    return matcher.matches() ? new String(bytes(matcher.group(2)), StandardCharsets.UTF_8) : "";
  }

  private static long lastNumber(String arguments) {
    return Long.parseLong(arguments.substring(arguments.lastIndexOf(' ') + 1));
  }

  private static byte[] data(String arguments, long length) {
    Matcher matcher = TEXT.matcher(arguments);
    byte[] data = matcher.find() ? bytes(matcher.group(1)) : new byte[0];
    return java.util.Arrays.copyOf(data, (int) length);
  }

  private static List<String> texts(String arguments) {
    List<String> texts = new ArrayList<>();
    Matcher matcher = TEXT.matcher(arguments);
    while (matcher.find()) {
      texts.add(new String(bytes(matcher.group(1)), StandardCharsets.UTF_8));
    }
    return texts;
  }

  private static byte[] bytes(String escaped) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length() / 4);
    for (int at = 0; at + 4 <= escaped.length(); at += 4) {
      bytes.write(
          Character.digit(escaped.charAt(at + 2), 16) << 4
              | Character.digit(escaped.charAt(at + 3), 16));
    }
    return bytes.toByteArray();
  }
}
