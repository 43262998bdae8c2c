package org.fxd.shell.project;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.source.api.FileEdit;
import org.fxd.source.api.Reconciled;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;

/** Whole files, changed. */
public final class FileText {
  private FileText() {}

  /** What a file and its snippets become with another text. */
  public static Reconciled reconcile(Sources sources, SourceFile file, byte[] text) {
    Entry entry = file.entry();
    FileEdit edit =
        new FileEdit(
            entry.id(), entry.name(), Optional.of(entry.node()), Optional.of(Blob.of(text)));
    return sources.reconcile(List.of(edit), Cancellation.none());
  }

  /** Puts another node in place of a file's. */
  public static void put(Transaction transaction, SourceFile file, Node node) {
    NodeBuilder folder = transaction.root().child(Name.of(Workspace.CODE));
    List<Name> names = file.path().names();
    for (Name name : names.subList(0, names.size() - 1)) {
      folder = folder.child(name);
    }
    folder.put(file.entry().withNode(node));
  }
}
