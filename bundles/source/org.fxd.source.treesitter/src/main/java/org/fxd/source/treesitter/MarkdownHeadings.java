package org.fxd.source.treesitter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.task.Cancellation;

/**
 * Finds the headings of a Markdown text: those with number signs and the underlined ones, by the
 * rules of CommonMark. What only looks like one in a block of code or HTML, in a list, in a quote
 * or in front matter is none. One pass over the lines; any bytes will do.
 */
final class MarkdownHeadings {
  private static final int CODE_INDENT = 4;
  private static final int LINES_BETWEEN_CHECKS = 4096;
  private static final int DEEPEST_MARKERS = 100;

  /**
   * A heading.
   *
   * @param start of its first line
   */
  record Found(int level, String name, int start) {}

  private final Text text;
  private final Cancellation cancellation;
  private final List<Found> found = new ArrayList<>();

  /** The open block of code. */
  private Optional<MarkdownLine.Fence> fence = Optional.empty();

  /** How the open block of HTML ends. */
  private Optional<String> html = Optional.empty();

  /** The column from which on lines belong to the open list item; 0 if none is open. */
  private int list;

  /** The first line of the open paragraph; null if none is. */
  private MarkdownLine paragraph;

  /** Whether the next line may go on a paragraph of a list item or quote without its marker. */
  private boolean lazy;

  MarkdownHeadings(Text text, Cancellation cancellation) {
    this.text = text;
    this.cancellation = cancellation;
  }

  List<Found> find() {
    int offset = frontMatter();
    for (int count = 0; offset < text.length(); count++) {
      if (count % LINES_BETWEEN_CHECKS == 0) {
        cancellation.check();
      }
      int end = lineEnd(offset);
      line(MarkdownLine.of(text, offset, offset, end, 0));
      offset = end;
    }
    return found;
  }

  private int lineEnd(int offset) {
    int end = offset;
    while (end < text.length() && text.at(end) != '\n') {
      end++;
    }
    return Math.min(end + 1, text.length());
  }

  /** The end of the front matter that a text may begin with. */
  private int frontMatter() {
    int begin = text.begin();
    int offset = lineEnd(begin);
    boolean yaml = lineIs("---", begin, offset);
    if (!yaml && !lineIs("+++", begin, offset)) {
      return begin;
    }
    boolean first = true;
    while (offset < text.length()) {
      int end = lineEnd(offset);
      if (yaml
          ? lineIs("---", offset, end) || lineIs("...", offset, end)
          : lineIs("+++", offset, end)) {
        return end;
      }
      if (first && MarkdownLine.of(text, offset, offset, end, 0).isBlank()) {
        return begin;
      }
      first = false;
      offset = end;
    }
    return begin;
  }

  private boolean lineIs(String mark, int start, int end) {
    MarkdownLine line = MarkdownLine.of(text, start, start, end, 0);
    return line.to() - start == mark.length() && text.startsWith(mark, start);
  }

  private void line(MarkdownLine line) {
    if (fence.isPresent() && !(list > 0 && !line.isBlank() && line.indent() < list)) {
      if (line.indent() < list + CODE_INDENT && fence.get().closedBy(line)) {
        fence = Optional.empty();
      }
      return;
    }
    fence = Optional.empty();
    if (html.isPresent()) {
      inHtml(line);
      return;
    }
    if (line.isBlank()) {
      paragraph = null;
      lazy = false;
      return;
    }
    if (list > 0 && line.indent() >= list) {
      inItem(line);
      return;
    }
    if (line.indent() >= CODE_INDENT) {
      list = lazy ? list : 0;
      return;
    }
    block(line);
  }

  private void inHtml(MarkdownLine line) {
    String end = html.get();
    if (end.isEmpty() ? line.isBlank() : line.contains(end)) {
      html = Optional.empty();
    }
  }

  /** A line of the open list item: only a fence in it matters. */
  private void inItem(MarkdownLine line) {
    MarkdownLine rest = line;
    for (int depth = 0; depth < DEEPEST_MARKERS; depth++) {
      Optional<MarkdownLine> item =
          rest.isBlank() || rest.isThematicBreak() ? Optional.empty() : rest.item();
      if (item.isEmpty()) {
        break;
      }
      rest = item.get();
    }
    if (!rest.isBlank()) {
      fence = rest.fence();
    }
    lazy = fence.isEmpty();
  }

  private void block(MarkdownLine line) {
    int underline = paragraph == null ? 0 : line.underline();
    if (line.atx() > 0) {
      heading(line.atx(), line.atxName(), line);
    } else if (underline > 0) {
      heading(underline, text.name(paragraph.from(), line.start()), paragraph);
    } else if (line.isThematicBreak()) {
      close();
    } else if (paragraph == null && !lazy ? line.item().isPresent() : startsItem(line)) {
      close();
      MarkdownLine rest = line.item().orElseThrow();
      list = rest.indent();
      inItem(rest);
    } else if (line.isQuote()) {
      close();
      lazy = true;
    } else if (line.fence().isPresent()) {
      close();
      fence = line.fence();
    } else if (line.html().isPresent()) {
      close();
      html = line.html().filter(end -> end.isEmpty() || !line.contains(end));
    } else if (!lazy) {
      list = 0;
      paragraph = paragraph == null ? line : paragraph;
    }
  }

  /** Whether a list item begins though a paragraph is open; within a list any marker will do. */
  private boolean startsItem(MarkdownLine line) {
    return list > 0 ? line.item().isPresent() : line.interrupts();
  }

  private void heading(int level, String name, MarkdownLine first) {
    close();
    found.add(new Found(level, name, first.start()));
  }

  private void close() {
    paragraph = null;
    lazy = false;
    list = 0;
  }
}
