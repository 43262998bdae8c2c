package org.fxd.shell.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.error.UsageException;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.api.ShellIo;
import org.fxd.shell.print.Json;
import org.fxd.shell.print.TextPrinter;
import org.fxd.shell.print.Wrapped;
import org.fxd.shell.project.SelectorProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what went wrong, for a person or as JSON, and which exit code that is. */
public final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private static final String ERROR = "error:";
  private static final int INDENT = 3;

  private final Supplier<ShellIo> streams;
  private final Optional<Path> data;

  /**
   * Says it there.
   *
   * @param streams where, as it is at that time
   * @param data the folder that holds the log, if there is one
   */
  public Failures(Supplier<ShellIo> streams, Optional<Path> data) {
    this.streams = streams;
    this.data = data;
  }

  /**
   * Reports a failure.
   *
   * @param what the line or the command, for the log
   * @return the exit code
   */
  public int report(Throwable failure, String what, boolean json) {
    FxdException expected = expected(failure, what);
    ShellIo io = streams.get();
    try {
      if (json) {
        Json.write(data(expected), io.err());
      } else {
        print(expected, io);
      }
      io.err().flush();
    } catch (IOException | FxdException e) {
      LOG.info("Nobody reads that {}", expected.getMessage(), e);
    }
    return expected.category().exitCode();
  }

  /** Says something that is no failure, beside the answers. */
  public void note(String text) {
    ShellIo io = streams.get();
    try {
      TextPrinter printer = new TextPrinter(io.err(), io.terminalErr() && io.colours());
      printer.print(Style.FAINT, "note: " + text).line();
      io.err().flush();
    } catch (IOException | FxdException e) {
      LOG.info("Nobody reads that {}", text, e);
    }
  }

  private static void print(FxdException failure, ShellIo io) {
    TextPrinter printer = new TextPrinter(io.err(), io.terminalErr() && io.colours());
    List<String> lines = String.valueOf(failure.getMessage()).strip().lines().toList();
    int width = io.terminalErr() ? io.width() - INDENT : Integer.MAX_VALUE;
    List<String> first = Wrapped.lines(lines.get(0), width - ERROR.length());
    printer.print(Style.BAD, ERROR).line(" " + first.get(0));
    List<String> rest = new ArrayList<>(first.subList(1, first.size()));
    lines.stream().skip(1).forEach(line -> rest.addAll(Wrapped.lines(line, width)));
    if (failure instanceof SelectorProblem problem) {
      problem.excerpt(io.width() - INDENT).lines().forEach(rest::add);
    }
    failure
        .hint()
        .ifPresent(
            hint -> hint.strip().lines().forEach(line -> rest.addAll(Wrapped.lines(line, width))));
    rest.forEach(line -> printer.line("  " + line));
  }

  private static Map<String, Object> data(FxdException failure) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("error", String.valueOf(failure.getMessage()));
    data.put("hint", failure.hint().orElse(null));
    data.put("code", failure.category().exitCode());
    if (failure instanceof SelectorProblem problem) {
      data.put("column", problem.column());
    }
    return data;
  }

  private FxdException expected(Throwable failure, String what) {
    if (failure instanceof FxdException fxd) {
      LOG.debug("{} failed", what, fxd);
      return fxd;
    }
    if (failure instanceof InvalidPathException path) {
      return new UsageException(
          "'" + path.getInput() + "' is no name of a file: " + path.getReason(), failure);
    }
    if (failure instanceof UncheckedIOException unchecked) {
      return expected(unchecked.getCause(), what);
    }
    if (failure instanceof IOException io) {
      LOG.info("{} failed", what, io);
      return new FxdException(message(io), io);
    }
    LOG.error("{} failed unexpectedly", what, failure);
    return new FxdException(
        Category.FAILED,
        failure instanceof OutOfMemoryError
            ? "There is not enough memory for this; details are in the log"
            : "An unexpected error, which is a defect in FXD or a plugin; details are in the log",
        data.map(folder -> "the log is in " + folder.resolve("log")).orElse(null),
        failure);
  }

  private static String message(IOException failure) {
    if (failure instanceof NoSuchFileException missing) {
      return "There is no file " + missing.getFile();
    }
    if (failure instanceof AccessDeniedException denied) {
      return "No permission for " + denied.getFile();
    }
    if (failure instanceof NotDirectoryException file) {
      return file.getFile() + " is not a folder";
    }
    if (failure instanceof FileSystemException file) {
      return "Cannot use " + file.getMessage();
    }
    return "Input or output failed: " + failure.getMessage();
  }
}
