package org.fxd.shell.command;

import org.fxd.source.api.LineEdit;

/** The lines of one hunk, each with its sign. */
record HunkLines(FileDiff file, Hunk hunk) {
  /** Is told of each line. */
  interface Visitor {
    /**
     * One line.
     *
     * @param sign {@code -}, {@code +} or a space
     * @param line without its line break
     * @param cut whether it has none
     */
    void line(char sign, String line, boolean cut);
  }

  void forEach(Visitor visitor) {
    // A carriage return is shown only where it may be what differs.
    boolean crLf = file.before().isCrLf() && file.after().isCrLf();
    int a = hunk.beginA();
    for (LineEdit edit : hunk.edits()) {
      tell(visitor, ' ', file.before(), a, edit.beginA(), crLf);
      tell(visitor, '-', file.before(), edit.beginA(), edit.endA(), crLf);
      tell(visitor, '+', file.after(), edit.beginB(), edit.endB(), crLf);
      a = edit.endA();
    }
    tell(visitor, ' ', file.before(), a, hunk.endA(), crLf);
  }

  private static void tell(
      Visitor visitor, char sign, Lines lines, int begin, int end, boolean crLf) {
    for (int i = begin; i < end; i++) {
      visitor.line(sign, lines.shown(i, crLf), lines.isCut(i));
    }
  }
}
