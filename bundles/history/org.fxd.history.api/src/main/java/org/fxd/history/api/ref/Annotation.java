package org.fxd.history.api.ref;

import java.time.OffsetDateTime;
import org.fxd.history.api.Person;

/**
 * What someone says with a tag. Immutable.
 *
 * @param message not blank; line ends and blank edges are put in order when the tag is made
 * @param tagger who made the tag
 * @param time when, to the second, with the tagger's offset from UTC
 */
public record Annotation(String message, Person tagger, OffsetDateTime time) {
  /** The first line of the message. */
  public String summary() {
    return message.lines().findFirst().orElse("");
  }
}
