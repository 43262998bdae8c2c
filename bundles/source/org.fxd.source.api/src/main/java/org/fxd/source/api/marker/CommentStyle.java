package org.fxd.source.api.marker;

/**
 * How a language writes a comment on a line of its own.
 *
 * @param open what stands before the text, without the space
 * @param close what stands behind it, without the space; empty for a line comment
 */
public record CommentStyle(String open, String close) {
  /** {@code text} as a comment. */
  public String comment(String text) {
    return open + " " + text + (close.isEmpty() ? "" : " " + close);
  }
}
