package org.fxd.source.core.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;

/**
 * Ids that follow from where something was born, so that two machines that read the same file give
 * the same ids.
 */
public final class SnippetIds {
  private SnippetIds() {}

  /**
   * The id of a snippet: H("snippet" ‖ file id ‖ birth ‖ qualified name ‖ ordinal), the ordinal as
   * four bytes.
   *
   * @param birth {@link Hash#ZERO} for the snippets a file had when it was raw; else the hash of
   *     the content in which the snippet first stood
   */
  public static NodeId snippet(NodeId file, Hash birth, String qualifiedName, int ordinal) {
    MessageDigest digest = start("snippet");
    digest.update(file.bytes());
    digest.update(birth.bytes());
    digest.update(qualifiedName.getBytes(StandardCharsets.UTF_8));
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(ordinal).array());
    return NodeId.derived(Hash.ofDigest(digest));
  }

  /** The id of the head of a file or snippet: H("head" ‖ its id). */
  public static NodeId head(NodeId parent) {
    MessageDigest digest = start("head");
    digest.update(parent.bytes());
    return NodeId.derived(Hash.ofDigest(digest));
  }

  /** The id of the gap behind a snippet: H("gap" ‖ parent id ‖ snippet id). */
  public static NodeId gap(NodeId parent, NodeId snippet) {
    MessageDigest digest = start("gap");
    digest.update(parent.bytes());
    digest.update(snippet.bytes());
    return NodeId.derived(Hash.ofDigest(digest));
  }

  private static MessageDigest start(String label) {
    MessageDigest digest = Hash.newDigest();
    digest.update(label.getBytes(StandardCharsets.UTF_8));
    return digest;
  }
}
