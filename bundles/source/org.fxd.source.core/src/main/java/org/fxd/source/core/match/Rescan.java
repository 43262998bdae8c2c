package org.fxd.source.core.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.FileEdit;
import org.fxd.source.api.Reconciled;
import org.fxd.source.core.language.Languages;
import org.fxd.source.core.scan.Projections;
import org.fxd.source.core.scan.Scanning;
import org.fxd.source.core.text.FileNodes;
import org.fxd.source.core.text.NativeIdentity;
import org.fxd.source.core.text.Outline;
import org.fxd.source.core.text.Piece;

/** Files that were changed, taken in with the ids of their snippets. */
public final class Rescan {
  private final Projections projections;
  private final Scanning scanning;
  private final FileNodes files;

  public Rescan(Projections projections, Scanning scanning, FileNodes files) {
    this.projections = projections;
    this.scanning = scanning;
    this.files = files;
  }

  /** The new nodes, and what decided; see {@code Sources.reconcile}. */
  public Reconciled run(List<FileEdit> edits, Cancellation cancellation) {
    List<ChangedFile> changed = changed(edits);
    List<FileMatch> known = new ArrayList<>();
    for (ChangedFile file : changed) {
      read(file, cancellation);
      if (file.isMatched()) {
        known.add(file.match());
      }
    }
    Matching matching = new Matching(known, cancellation);
    matching.run(() -> added(changed, cancellation));
    cancellation.check();
    return nodes(changed, matching);
  }

  /**
   * One file of which some snippets got other texts.
   *
   * @param name the file's name
   * @param before the outline of the file as it was
   * @param texts the snippets, in order
   * @param after the whole new text of the file
   */
  public Reconciled edited(
      NodeId id, Name name, Node file, Outline before, List<NewText> texts, byte[] after) {
    String language = Languages.of(name);
    Outline outline = scanning.outline(after, before.bytes(), language, Cancellation.none());
    Matching matching = new Matching(List.of(new FileMatch(before, outline)), Cancellation.none());
    for (NewText text : texts) {
      Heir.of(text.snippet(), outline, text.start(), text.end(), matching::isFree)
          .ifPresentOrElse(
              heir -> matching.know(text.snippet(), heir), () -> matching.gone(text.snippet()));
    }
    matching.run(List::of);
    MatchedIdentity identity =
        new MatchedIdentity(id, outline, matching, ids(before), new HashSet<>());
    Follower follower = new Follower(matching);
    follower.scanned(before, outline, identity);
    Node node = files.scanned(outline, file.metadata(), language, identity);
    return new Reconciled(List.of(Optional.of(node)), follower.all());
  }

  private static List<ChangedFile> changed(List<FileEdit> edits) {
    // A file that came under another name may find its past in the edit that says it is gone.
    Map<NodeId, FileEdit> gone = new HashMap<>();
    for (FileEdit edit : edits) {
      if (edit.after().isEmpty() && edit.before().isPresent()) {
        gone.putIfAbsent(edit.id(), edit);
      }
    }
    Set<NodeId> followed = new HashSet<>();
    for (FileEdit edit : edits) {
      boolean came = edit.before().isEmpty() && edit.after().isPresent();
      if (came && gone.containsKey(edit.id())) {
        followed.add(edit.id());
      }
    }
    List<ChangedFile> changed = new ArrayList<>();
    for (FileEdit edit : edits) {
      if (!followed.contains(edit.id())) {
        changed.add(new ChangedFile(edit, edit.name(), edit.before()));
      } else if (edit.after().isEmpty()) {
        changed.add(new ChangedFile(edit, edit.name(), Optional.empty()));
      } else {
        FileEdit past = gone.get(edit.id());
        changed.add(new ChangedFile(edit, past.name(), edit.before().or(past::before)));
      }
    }
    return changed;
  }

  private void read(ChangedFile file, Cancellation cancellation) {
    cancellation.check();
    if (file.isUnchanged()) {
      return;
    }
    file.load();
    if (file.before().isPresent()) {
      Node scanned =
          projections.scanned(file.id(), file.oldName(), file.before().get(), cancellation);
      if (!FileNodes.isRaw(scanned)) {
        file.had(Outline.of(scanned));
      }
      if (file.isText()) {
        byte[] old = file.oldOutline().bytes();
        file.has(scanning.outline(file.text(), old, file.language(), cancellation));
      }
    }
  }

  /** The new files, which are looked into only if some snippet is missing from the others. */
  private List<FileMatch> added(List<ChangedFile> changed, Cancellation cancellation) {
    List<FileMatch> added = new ArrayList<>();
    for (ChangedFile file : changed) {
      if (file.isNewText()) {
        file.has(scanning.outline(file.text(), file.language(), cancellation));
        added.add(file.match());
      }
    }
    return added;
  }

  private Reconciled nodes(List<ChangedFile> changed, Matching matching) {
    Set<NodeId> old = new HashSet<>();
    Set<NodeId> given = new HashSet<>();
    for (ChangedFile file : changed) {
      old.addAll(ids(file.oldOutline()));
      given.add(file.id());
    }
    Follower follower = new Follower(matching);
    List<Optional<Node>> nodes = new ArrayList<>();
    for (ChangedFile file : changed) {
      if (file.edit().after().isEmpty()) {
        follower.left(file.oldOutline());
        nodes.add(Optional.empty());
      } else if (file.isUnchanged()) {
        nodes.add(file.before());
      } else if (isScanned(file, matching)) {
        Outline outline = file.newOutline();
        MatchedIdentity identity = new MatchedIdentity(file.id(), outline, matching, old, given);
        follower.scanned(file.oldOutline(), outline, identity);
        nodes.add(Optional.of(files.scanned(outline, file.metadata(), file.language(), identity)));
      } else {
        follower.raw(file.oldOutline(), file.newOutline(), new NativeIdentity(file.id()));
        nodes.add(Optional.of(files.raw(file.edit().after().get(), file.metadata())));
      }
    }
    return new Reconciled(nodes, follower.all());
  }

  private static boolean isScanned(ChangedFile file, Matching matching) {
    return file.isText()
        && (file.before().isPresent()
            || file.newOutline().snippets().stream()
                .anyMatch(piece -> matching.before(piece).isPresent()));
  }

  private static Set<NodeId> ids(Outline outline) {
    Set<NodeId> ids = new HashSet<>();
    for (Piece piece : outline.snippets()) {
      piece.entry().ifPresent(entry -> ids.add(entry.id()));
    }
    return ids;
  }
}
