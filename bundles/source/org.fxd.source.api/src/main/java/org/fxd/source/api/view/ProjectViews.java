package org.fxd.source.api.view;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Followed;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The views of one open project that someone made. A service with the property {@link
 * Workspace#PROJECT}; safe for use by any number of threads.
 *
 * <p>A snippet's body in a view is its whole text less a final line break; what it has besides,
 * such as that line break and the indentation of what surrounds it, stays as it is when an edit
 * goes back. Its marker id is its metadatum {@code id}, or else its {@link NodeId}; the latter also
 * if another member of the view has that {@code id}, or one that is written alike.
 *
 * <p>Files may be members too, as their whole text, and any other node whose value is a text. Nodes
 * without a text of their own (folders, files that are not UTF-8) are left out.
 *
 * <p>When a text comes back, what stands in it says what bodies are to be, and nothing else:
 * removing a pair of markers or a member's text between others removes no snippet, and moving it
 * moves none. A snippet that has a metadatum {@code version} has the next one after its body was
 * set.
 */
@ProviderType
public interface ProjectViews {
  /** The kind of the node that a view is kept as. */
  String KIND = "view";

  /** The path of the node below which snippets of unknown ids are kept. */
  String ORPHANS = "snippets.orphans";

  /** The views in a root, by name. */
  SortedMap<Name, View> all(Node root);

  /** The view of a name. */
  Optional<View> find(Node root, Name name);

  /** Keeps a view, in place of the one of that name. */
  void put(Transaction transaction, Name name, View view);

  /**
   * Removes a view; its snippets stay.
   *
   * @throws NotFoundException if there is none of that name
   */
  void remove(Transaction transaction, Name name);

  /**
   * Writes a view of a root.
   *
   * @throws NotFoundException if its renderer or its group is not there
   */
  Rendered render(Node root, View view);

  /**
   * A rendered view.
   *
   * @param text the text
   * @param members the snippets in it, in order
   */
  record Rendered(String text, List<NodeId> members) {
    public Rendered {
      members = List.copyOf(members);
    }
  }

  /**
   * Takes a text with markers back: each snippet whose body differs gets that body, in one
   * transaction, all or none. Text outside markers is nobody's and is left alone, but for imports
   * that were {@linkplain ViewOptions#HOIST hoisted}.
   *
   * <p>A marker means the node whose metadatum {@code id} is what is written, else unescaped, else
   * with a space for each {@code _}, else the node whose {@link NodeId} it is.
   *
   * @param options what to do with the exceptional
   * @return what was done
   * @throws FxdException if the markers of the text are wrong; the message names the lines
   * @throws ConflictException if a checksum says that a snippet has changed since the text was
   *     rendered, the body was edited too, and {@link PatchOptions#force} is not set; the message
   *     names all of them
   */
  Patched applyMarked(Transaction transaction, String text, PatchOptions options);

  /**
   * Takes the edited text of a view back, with or without markers in it: what was edited within a
   * member's body goes to that snippet. With markers, as {@link #applyMarked}. Without, the edited
   * text is compared by lines with the text as it was rendered from a root, and each difference
   * goes to the member in whose body it begins. If the view was rendered with markers and someone
   * took them out, it is compared with the text that it would have been without.
   *
   * @param rendered the root that the text was rendered from
   * @throws ConflictException if a snippet has changed since, and was edited too; or if an edit
   *     reaches beyond the body it begins in
   */
  Patched apply(
      Transaction transaction, Node rendered, View view, String edited, PatchOptions options);

  /**
   * Writes one file, for any editor.
   *
   * @param marked whether the outermost snippets stand between markers, as far as they begin and
   *     end with a line; lines that would read as markers are written as in {@link
   *     org.fxd.source.api.marker}. Otherwise the text is that of the file
   * @return the text, its lines ended as the file's are, and the snippets between markers
   * @throws NotFoundException if there is no such file
   * @throws FxdException if it is not UTF-8 text
   */
  Rendered renderFile(Node root, FilePath file, boolean marked);

  /**
   * Takes an edited file back, whole: what it does not hold any more is gone, as in any editor.
   *
   * <p>If snippets of the file are marked in it, each marked one gets its body, whatever it looks
   * like now; what stands outside markers is the text between snippets, and other snippets in it
   * are followed as by {@link org.fxd.source.api.Sources#reconcile}. Without markers all of them
   * are. A text that was rendered and not edited changes nothing.
   *
   * @param edited the file's bytes, as {@link #renderFile} wrote them or without markers
   * @throws NotFoundException if there is no such file
   * @throws FxdException if the markers are wrong; the message names the lines
   * @throws ConflictException if a marked snippet has changed since, was edited too, and {@link
   *     PatchOptions#force} is not set
   */
  Patched applyFile(Transaction transaction, FilePath file, byte[] edited, PatchOptions options);

  /**
   * What to do with the exceptional.
   *
   * @param orphans whether a snippet of an unknown id is made, below {@link #ORPHANS}; else it is
   *     left out
   * @param force whether bodies are taken even if the snippets have changed since
   */
  record PatchOptions(boolean orphans, boolean force) {
    /** Makes orphans, and refuses conflicts. */
    public static final PatchOptions USUAL = new PatchOptions(true, false);
  }

  /**
   * What was done.
   *
   * @param changed the snippets whose text was set
   * @param unchanged how many bodies were as they are in the project
   * @param created the orphans that were made
   * @param skipped the marker ids that were left out, as nothing is known of them
   * @param overridden the snippets that had changed since and were set all the same
   * @param followed what became of the snippets within and around those that were set
   */
  record Patched(
      List<NodeId> changed,
      int unchanged,
      List<NodeId> created,
      List<String> skipped,
      List<NodeId> overridden,
      List<Followed> followed) {
    public Patched {
      changed = List.copyOf(changed);
      created = List.copyOf(created);
      skipped = List.copyOf(skipped);
      overridden = List.copyOf(overridden);
      followed = List.copyOf(followed);
    }
  }
}
