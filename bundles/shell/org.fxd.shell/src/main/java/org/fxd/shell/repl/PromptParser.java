package org.fxd.shell.repl;

import org.fxd.shell.line.SplitLine;
import org.fxd.shell.line.SplitLine.Open;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Lets a person go on with a line whose quotation is not closed, and splits it for completion. */
final class PromptParser implements Parser {
  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && !line.strip().startsWith("gogo:")) {
      Open open = SplitLine.of(line).open();
      if (open != Open.NOTHING) {
        throw new EOFError(-1, cursor, "The line has " + open + " that is not closed", sign(open));
      }
    }
    return PromptLine.at(line, Math.max(0, Math.min(cursor, line.length())));
  }

  private static String sign(Open open) {
    return switch (open) {
      case SINGLE -> "quote";
      case DOUBLE -> "dquote";
      case BACKSLASH, NOTHING -> "";
    };
  }

  @Override
  public boolean isEscapeChar(char c) {
    return c == '\\';
  }

  @Override
  public boolean validCommandName(String name) {
    return true;
  }
}
