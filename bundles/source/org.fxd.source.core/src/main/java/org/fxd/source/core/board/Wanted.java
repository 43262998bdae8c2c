package org.fxd.source.core.board;

import java.util.Optional;

/**
 * What a text that came back says of one member.
 *
 * @param line the line it is said in, for messages; 0 if it is not known
 * @param named what the member is called, for messages
 * @param member the member as it is now; empty if it is gone
 * @param body what its body is to be
 * @param edited whether that is another body than the one that was rendered
 * @param outdated whether the body that is there now is another one than was rendered
 */
record Wanted(
    int line,
    String named,
    Optional<Member> member,
    String body,
    boolean edited,
    boolean outdated) {
  /** Whether there is nothing to do. */
  boolean isDone() {
    return member.isPresent() ? !edited || body.equals(member.get().marked().body()) : !edited;
  }

  /** For messages. */
  String place() {
    return line > 0 ? named + " (line " + line + ")" : named;
  }
}
