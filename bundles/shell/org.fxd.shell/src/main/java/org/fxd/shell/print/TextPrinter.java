package org.fxd.shell.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.error.FxdException;
import org.fxd.plugin.api.command.Printer;
import org.jline.utils.WCWidth;

/** Writes text as UTF-8, with colours or without. */
public final class TextPrinter implements Printer {
  private static final String RESET = "\u001b[0m";

  private final OutputStream out;
  private final boolean colours;

  /** Writes to a stream, which it neither flushes nor closes. */
  public TextPrinter(OutputStream out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  @Override
  public Printer print(String text) {
    return print(Style.PLAIN, text);
  }

  @Override
  public Printer print(Style style, String text) {
    write(styled(style, VisibleText.of(text)));
    return this;
  }

  @Override
  public Printer line(String text) {
    return print(text).line();
  }

  @Override
  public Printer line() {
    write("\n");
    return this;
  }

  @Override
  public Printer table(List<String> header, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    if (!header.isEmpty()) {
      all.add(header);
    }
    all.addAll(rows);
    List<List<String>> cells =
        all.stream().map(row -> row.stream().map(VisibleText::ofCell).toList()).toList();
    List<Integer> widths = widths(cells);
    for (int i = 0; i < cells.size(); i++) {
      Style style = i == 0 && !header.isEmpty() ? Style.FAINT : Style.PLAIN;
      write(styled(style, row(cells.get(i), widths)) + "\n");
    }
    return this;
  }

  private static List<Integer> widths(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        if (i == widths.size()) {
          widths.add(0);
        }
        widths.set(i, Math.max(widths.get(i), length(row.get(i))));
      }
    }
    return widths;
  }

  private static String row(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(cells.get(i));
      if (i + 1 < cells.size()) {
        line.append(" ".repeat(widths.get(i) - length(cells.get(i)) + 2));
      }
    }
    return line.toString().stripTrailing();
  }

  /** In columns of a terminal: wide characters take two, combining ones none. */
  private static int length(String cell) {
    return cell.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }

  private String styled(Style style, String text) {
    return !colours || style == Style.PLAIN || text.isEmpty() ? text : code(style) + text + RESET;
  }

  private static String code(Style style) {
    return switch (style) {
      case PLAIN -> "";
      case STRONG -> "\u001b[1m";
      case FAINT -> "\u001b[2m";
      case GOOD -> "\u001b[32m";
      case BAD -> "\u001b[31m";
      case WARN -> "\u001b[33m";
      case NAME -> "\u001b[36m";
    };
  }

  private void write(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new FxdException("Cannot write the answer: " + e.getMessage(), e);
    }
  }
}
