package org.fxd.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import org.fxd.shell.line.SplitLine;
import org.fxd.shell.line.SplitLine.Open;

/**
 * The lines of a script: blank ones and comments left out, and those that belong to one quotation
 * put together.
 */
final class LineSource {
  private final String name;
  private final BufferedReader reader;
  private int number;
  private int first;
  private String line = "";

  LineSource(String name, BufferedReader reader) {
    this.name = name;
    this.reader = reader;
  }

  /** The next line to run; empty at the end. */
  Optional<String> next() throws IOException {
    String read = read();
    while (read != null && (read.isBlank() || read.stripLeading().startsWith("#"))) {
      read = read();
    }
    if (read == null) {
      return Optional.empty();
    }
    first = number;
    line = read;
    while (SplitLine.of(line).open() != Open.NOTHING) {
      String more = read();
      if (more == null) {
        break; // Whoever runs it says that it is not complete.
      }
      line = line + "\n" + more;
    }
    return Optional.of(line);
  }

  /** Where the last line stands, for a message. */
  String place() {
    return "  in " + name + ", line " + first + ": " + line.lines().findFirst().orElse("") + "\n";
  }

  private String read() throws IOException {
    number++;
    return reader.readLine();
  }
}
