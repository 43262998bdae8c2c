package org.fxd.shell.repl;

import java.util.regex.Pattern;
import org.fxd.shell.line.SplitLine;
import org.fxd.shell.line.Word;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Shows while typing whether the first word is a command. */
final class PromptHighlighter implements Highlighter {
  private final Suggestions suggestions;

  PromptHighlighter(Suggestions suggestions) {
    this.suggestions = suggestions;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    SplitLine split = SplitLine.of(buffer);
    if (split.words().isEmpty()) {
      return new AttributedString(buffer);
    }
    Word first = split.words().get(0);
    boolean finished = first.end() < buffer.length();
    AttributedStyle style =
        suggestions.isCommand(first.text())
            ? AttributedStyle.DEFAULT.bold()
            : finished
                ? AttributedStyle.DEFAULT.foreground(AttributedStyle.RED)
                : AttributedStyle.DEFAULT;
    return new AttributedStringBuilder()
        .append(buffer.substring(0, first.start()))
        .append(buffer.substring(first.start(), first.end()), style)
        .append(buffer.substring(first.end()))
        .toAttributedString();
  }

  @Override
  public void setErrorPattern(Pattern pattern) {
    // Errors show through the first word alone.
  }

  @Override
  public void setErrorIndex(int index) {
    // Errors show through the first word alone.
  }
}
