package org.fxd.source.core.match;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.source.api.FileEdit;
import org.fxd.source.api.FileMeta;
import org.fxd.source.core.language.Languages;
import org.fxd.source.core.text.Outline;
import org.fxd.source.core.text.TextRule;

/** One file on its way from its old node to its new one. */
final class ChangedFile {
  private final FileEdit edit;
  private final Name oldName;
  private final Optional<Node> before;
  private byte[] text = new byte[0];
  private boolean isText;
  private Outline oldOutline = Outline.EMPTY;
  private Outline newOutline = Outline.EMPTY;

  /**
   * A file.
   *
   * @param oldName what it was called, which its edit says only if it stayed
   * @param before what it was, which its edit says only if it stayed
   */
  ChangedFile(FileEdit edit, Name oldName, Optional<Node> before) {
    this.edit = edit;
    this.oldName = oldName;
    this.before = before.filter(node -> node.kind().equals(Kind.FILE));
  }

  FileEdit edit() {
    return edit;
  }

  NodeId id() {
    return edit.id();
  }

  Name oldName() {
    return oldName;
  }

  Optional<Node> before() {
    return before;
  }

  String language() {
    return Languages.of(edit.name());
  }

  /** Its new bytes, once they were {@linkplain #load loaded}; empty if they are not text. */
  byte[] text() {
    return text;
  }

  /** Whether its new bytes are text. */
  boolean isText() {
    return isText;
  }

  /** Whether it is there now, is text, and was not a file before. */
  boolean isNewText() {
    return isText && before.isEmpty();
  }

  /** Whether its bytes are what they were. */
  boolean isUnchanged() {
    return before.isPresent()
        && edit.after().isPresent()
        && before
            .get()
            .metadata(FileMeta.CONTENT)
            .equals(Value.of(edit.after().get().hash().bytes()));
  }

  /** Reads the new bytes, if there are any that may be scanned. */
  void load() {
    if (edit.after().isPresent() && TextRule.allowsSize(edit.after().get().size())) {
      text = edit.after().get().bytes();
      isText = TextRule.isText(text);
    }
  }

  /** The snippets it had. */
  Outline oldOutline() {
    return oldOutline;
  }

  /** The snippets it has. */
  Outline newOutline() {
    return newOutline;
  }

  /** Says which snippets it had. */
  void had(Outline outline) {
    oldOutline = outline;
  }

  /** Says which snippets it has. */
  void has(Outline outline) {
    newOutline = outline;
  }

  /** Whether there is something to match. */
  boolean isMatched() {
    return oldOutline != Outline.EMPTY || newOutline != Outline.EMPTY;
  }

  FileMatch match() {
    return new FileMatch(oldOutline, newOutline);
  }

  /** The metadata it has from before. */
  Map<String, Value> metadata() {
    Map<String, Value> metadata = new TreeMap<>();
    before.ifPresent(node -> metadata.putAll(node.metadata()));
    return metadata;
  }
}
