package org.fxd.history.core;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.history.api.Person;
import org.fxd.history.api.ref.Annotation;

/**
 * An annotated tag as it is kept: a node that links to the commit and says in its metadata what was
 * said. {@code docs/format/refs.md} describes it.
 */
final class TagNode {
  private static final String MESSAGE = "message";
  private static final String TAGGER = "tagger";
  private static final String EMAIL = "email";
  private static final String TIME = "time";

  private TagNode() {}

  /**
   * Makes the node.
   *
   * @throws UsageException if the message is blank
   */
  static Node of(Nodes nodes, Hash commit, Annotation annotation) {
    String message = annotation.message().replace("\r\n", "\n").strip();
    if (message.isEmpty()) {
      throw new UsageException(
          "An annotated tag needs a message.",
          "Give one: fxd:tag NAME -m MESSAGE, or leave -m out for a tag that is a name only.");
    }
    checkText(message);
    checkText(annotation.tagger().name());
    checkText(annotation.tagger().email());
    return nodes
        .builder(Kind.TAG)
        .value(Value.of(commit))
        .metadata(MESSAGE, Value.of(message))
        .metadata(TAGGER, Value.of(annotation.tagger().name()))
        .metadata(EMAIL, Value.of(annotation.tagger().email()))
        .metadata(TIME, Value.of(CommitCodec.wholeSeconds(annotation.time()).toString()))
        .build();
  }

  private static void checkText(String text) {
    try {
      CommitCodec.utf8(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "The message or the tagger's name holds half of a surrogate pair, which is no text.", e);
    }
  }

  /** What a node says; empty if it is none of an annotated tag. */
  static Optional<Annotation> read(Node node) {
    if (!node.kind().equals(Kind.TAG)) {
      return Optional.empty();
    }
    try {
      Person tagger = new Person(text(node, TAGGER), text(node, EMAIL));
      OffsetDateTime time = OffsetDateTime.parse(text(node, TIME));
      return Optional.of(new Annotation(text(node, MESSAGE), tagger, time));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new StoreException(
          "The tag " + node.hash().brief() + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static String text(Node node, String key) {
    return node.metadata(key)
        .asText()
        .orElseThrow(() -> new IllegalArgumentException("it does not say its " + key));
  }
}
