package org.fxd.shell.repl;

import java.util.List;
import java.util.stream.Stream;
import org.fxd.graph.api.error.Quoting;
import org.fxd.shell.line.SplitLine;
import org.fxd.shell.line.Word;
import org.jline.reader.CompletingParsedLine;

/**
 * A line as completion sees it: split up to the cursor; what stands behind it is left alone.
 *
 * @param line the whole line
 * @param cursor where the cursor stands
 * @param before the words before the one at the cursor
 * @param word what there is of that one, without quotes
 * @param start where it begins in the line
 */
record PromptLine(String line, int cursor, List<String> before, String word, int start)
    implements CompletingParsedLine {
  static PromptLine at(String line, int cursor) {
    String typed = line.substring(0, cursor);
    SplitLine split = SplitLine.of(typed);
    List<Word> words = split.words();
    boolean inWord = split.endsInWord(typed);
    int last = words.size() - (inWord ? 1 : 0);
    return new PromptLine(
        line,
        cursor,
        split.texts().subList(0, last),
        inWord ? words.get(last).text() : "",
        inWord ? words.get(last).start() : cursor);
  }

  @Override
  public int wordCursor() {
    return word.length();
  }

  @Override
  public int wordIndex() {
    return before.size();
  }

  @Override
  public List<String> words() {
    return Stream.concat(before.stream(), Stream.of(word)).toList();
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    String quoted = Quoting.quote(candidate);
    // A word that goes on, such as a folder's, keeps its quotation open.
    return complete || !quoted.endsWith("'") ? quoted : quoted.substring(0, quoted.length() - 1);
  }

  @Override
  public int rawWordCursor() {
    return cursor - start;
  }

  @Override
  public int rawWordLength() {
    return cursor - start;
  }
}
