package org.fxd.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who holds a file: what another process shows a person when it is refused. It decides nothing; the
 * lock does.
 *
 * @param pid the process
 * @param host the machine's name
 * @param since when it opened the file, in UTC
 */
record Holder(String pid, String host, String since) {
  private static final int MAX_BYTES = 1024;

  /** This process, now. */
  static Holder here() {
    return new Holder(
        Long.toString(ProcessHandle.current().pid()),
        hostName(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** Reads what {@link #text()} wrote, as far as it goes. */
  static Holder parse(String text) {
    return new Holder(line(text, "pid"), line(text, "host"), line(text, "since"));
  }

  /** Reads a holder's file; empty if there is none that can be read. */
  static Optional<Holder> read(Path file) {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(parse(new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** One line for each, {@code name=value}. */
  String text() {
    return "pid=" + pid + "\nhost=" + host + "\nsince=" + since + "\n";
  }

  /** For a message. */
  @Override
  public String toString() {
    return "process " + pid + " on " + host + ", since " + since;
  }

  private static String line(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> printable(line.substring(name.length() + 1)))
        .findFirst()
        .orElse("?");
  }

  /** The file may hold anything, and this goes to a terminal. */
  private static String printable(String value) {
    return value.codePoints().anyMatch(Character::isISOControl) || value.length() > 100
        ? "?"
        : value;
  }

  /** The machine's name without asking the network, which may take seconds. */
  private static String hostName() {
    try {
      Path name = Path.of("/proc/sys/kernel/hostname");
      if (Files.isReadable(name)) {
        return Files.readString(name).strip();
      }
    } catch (IOException e) {
      // The environment may know it.
    }
    return Stream.of("HOSTNAME", "COMPUTERNAME")
        .map(System::getenv)
        .filter(value -> value != null && !value.isBlank())
        .findFirst()
        .orElse("this machine");
  }
}
