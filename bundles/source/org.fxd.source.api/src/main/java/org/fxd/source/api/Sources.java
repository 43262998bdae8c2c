package org.fxd.source.api;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.task.Cancellation;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads files as snippets and renders them back. A service; safe for use by any number of threads.
 *
 * <p>Where a method takes a root, it is a project's root; files are those below its {@code code}.
 */
@ProviderType
public interface Sources {
  /** The language of a file by its name, such as {@code java}; {@code text} if not known. */
  String language(Name fileName);

  /**
   * The scanned form of a file. A file that is scanned already comes back as it is; one that cannot
   * be (it is binary, or larger than the limit for scanning) comes back raw. For a raw file this is
   * a pure function of id, name and content, whoever asks, and is remembered for a while.
   *
   * @throws StoreException if the content cannot be read
   */
  Node scanned(NodeId id, Name name, Node file);

  /**
   * How many snippets a file has: as many as its {@linkplain #scanned scanned form}, which is not
   * made for it, and so cheaper. 0 if it cannot be scanned.
   *
   * @throws StoreException if the content cannot be read
   * @throws CancelledException if asked to stop
   */
  long count(Name name, Node file, Cancellation cancellation);

  /**
   * Takes in files that were changed outside, keeping the id of every snippet that can be followed:
   * by equal text first, then by signature (qualified name, type, parameters), then by similarity,
   * then by place; of a snippet that was split the largest part keeps the id, and one that was
   * merged of several has the id of the one that gave most. A snippet that left one of the files
   * and came to another of them keeps its id too. Text that did not change keeps its nodes.
   *
   * @param edits all files that changed together
   * @throws CancelledException if asked to stop
   */
  Reconciled reconcile(List<FileEdit> edits, Cancellation cancellation);

  /**
   * {@link #reconcile} without what decided.
   *
   * @param edits all files that changed together
   * @return the new node of each file, in the same order; empty where the file is gone. Scanned,
   *     except for files that cannot be, and for new files without a snippet from another file,
   *     which are raw
   * @throws CancelledException if asked to stop
   */
  default List<Optional<Node>> rescan(List<FileEdit> edits, Cancellation cancellation) {
    return reconcile(edits, cancellation).nodes();
  }

  /** The same, to its end. */
  default List<Optional<Node>> rescan(List<FileEdit> edits) {
    return rescan(edits, Cancellation.none());
  }

  /**
   * Replaces the text of one snippet and scans the file again.
   *
   * @param file the file's node, raw or scanned
   * @param snippet the snippet's id in it
   * @param text its new bytes
   * @return the file's new node, scanned; the snippet keeps its id if anything of it is left
   * @throws NotFoundException if the file has no such snippet
   */
  Node edit(NodeId id, Name name, Node file, NodeId snippet, byte[] text);

  /**
   * Replaces the texts of several snippets of one file in one step and scans the file again; see
   * {@link #edit}. Texts of a snippet and of one within it cannot both be given.
   *
   * @param texts the new bytes by the snippet's id
   * @return the file, and what became of its snippets
   * @throws NotFoundException if the file has no such snippet
   * @throws UsageException if one of the snippets stands in another
   */
  Reconciled edit(NodeId id, Name name, Node file, Map<NodeId, byte[]> texts);

  /** Makes the raw node of a file. */
  Node raw(Blob content, boolean executable);

  /**
   * Writes a file's bytes, or the bytes of a snippet or any other part of a scanned file.
   *
   * @param node a file in either form, or any node within a scanned file
   * @throws StoreException if the content cannot be read or {@code out} fails
   */
  void render(Node node, OutputStream out);

  /** The bytes that {@link #render(Node, OutputStream)} writes. */
  byte[] render(Node node);

  /** The snippets of a file, outer ones before inner ones, in the order of the text. */
  List<Snippet> snippets(SourceFile file);

  /** The files, symbolic links and gitlinks below a root's {@code code}, in the order of paths. */
  Iterable<SourceFile> files(Node root);

  /** The file at a path. */
  Optional<SourceFile> file(Node root, FilePath path);

  /**
   * The snippet at an {@linkplain Snippet#address() address}. The part behind the {@code #} may be
   * a qualified name, with {@code ~n} for the n-th of that name, or the last name alone if only one
   * snippet of the file has it, or the first six or more digits of its id.
   *
   * @throws NotFoundException if there is none; the hint names what comes close
   * @throws FxdException if there are several; the hint lists them
   */
  Snippet snippet(Node root, String address);

  /**
   * Tells how files and snippets differ between two roots. Reads what differs only.
   *
   * @param visitor told of each file, in the order of paths; returns whether to go on
   */
  void diff(Node before, Node after, Predicate<FileChange> visitor);

  /**
   * Tells which files differ between two roots, without looking into them: as {@link #diff}, but
   * the changes carry no snippets, and no file is scanned.
   *
   * @param visitor told of each file, in the order of paths; returns whether to go on
   */
  void diffFiles(Node before, Node after, Predicate<FileChange> visitor);

  /** The differences between two texts by lines (histogram algorithm), in order. */
  List<LineEdit> lines(byte[] a, byte[] b);
}
