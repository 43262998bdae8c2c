package org.fxd.shell.line;

import java.util.ArrayList;
import java.util.List;

/**
 * A line split as a POSIX shell would (XCU 2.2, "Quoting"), and nothing beyond that.
 *
 * @param words in order; the last may be unfinished
 * @param open what is not closed at the end of the line
 */
public record SplitLine(List<Word> words, Open open) {
  /** What is not closed. */
  public enum Open {
    /** Nothing: the line is complete. */
    NOTHING(""),
    /** A quotation with single quotes. */
    SINGLE("a single quote"),
    /** A quotation with double quotes. */
    DOUBLE("a double quote"),
    /** The line ends with a backslash. */
    BACKSLASH("a backslash at the end");

    private final String description;

    Open(String description) {
      this.description = description;
    }

    @Override
    public String toString() {
      return description;
    }
  }

  public SplitLine {
    words = List.copyOf(words);
  }

  /** Splits a line. */
  public static SplitLine of(String line) {
    return new Splitter(line).split();
  }

  /** What the words say. */
  public List<String> texts() {
    return words.stream().map(Word::text).toList();
  }

  /** Whether the line ends within its last word, so that more typing would go on with it. */
  public boolean endsInWord(String line) {
    return !words.isEmpty() && words.get(words.size() - 1).end() == line.length();
  }

  private static final class Splitter {
    private final String line;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int start = -1;
    private Open open = Open.NOTHING;

    Splitter(String line) {
      this.line = line;
    }

    SplitLine split() {
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        boolean last = i + 1 == line.length();
        if (open == Open.SINGLE) {
          if (c == '\'') {
            open = Open.NOTHING;
          } else {
            text.append(c);
          }
        } else if (c == '\\' && last) {
          begin(i);
          // Within double quotes both are open; the quote is what a person has to close.
          open = open == Open.DOUBLE ? Open.DOUBLE : Open.BACKSLASH;
        } else if (open == Open.DOUBLE) {
          i = doubleQuoted(i, c);
        } else {
          i = plain(i, c);
        }
      }
      if (start >= 0) {
        words.add(new Word(text.toString(), start, line.length()));
      }
      return new SplitLine(words, open);
    }

    private int doubleQuoted(int i, char c) {
      if (c == '"') {
        open = Open.NOTHING;
      } else if (c == '\\' && "$`\"\\\n".indexOf(line.charAt(i + 1)) >= 0) {
        if (line.charAt(i + 1) != '\n') {
          text.append(line.charAt(i + 1));
        }
        return i + 1;
      } else {
        text.append(c);
      }
      return i;
    }

    private int plain(int i, char c) {
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        if (start >= 0) {
          words.add(new Word(text.toString(), start, i));
          text.setLength(0);
          start = -1;
        }
        return i;
      }
      if (c == '\\' && line.charAt(i + 1) == '\n') {
        return i + 1;
      }
      begin(i);
      if (c == '\'') {
        open = Open.SINGLE;
      } else if (c == '"') {
        open = Open.DOUBLE;
      } else if (c == '\\') {
        text.append(line.charAt(i + 1));
        return i + 1;
      } else {
        text.append(c);
      }
      return i;
    }

    private void begin(int i) {
      if (start < 0) {
        start = i;
      }
    }
  }
}
