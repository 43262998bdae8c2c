package org.fxd.git.jgit.intake;

import java.util.List;
import java.util.Optional;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.object.ExecutableBit;
import org.fxd.git.jgit.object.GitIds;
import org.fxd.git.jgit.object.GitTreeCodec;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.history.api.intake.Intake;
import org.fxd.source.api.Sources;

/** Makes what commits do to trees of Git into what they do to {@code code}. */
final class TreeIntake {
  /** What is kept of a larger tree is stored beside the folder. */
  private static final int SMALL = 4096;

  private final Nodes nodes;
  private final Sources sources;
  private final Intake intake;
  private final FileContents contents;

  TreeIntake(Nodes nodes, Sources sources, Intake intake, FileContents contents) {
    this.nodes = nodes;
    this.sources = sources;
    this.intake = intake;
    this.contents = contents;
  }

  /**
   * What {@code code} becomes.
   *
   * @param git the commit
   * @param before what it is in the first parent
   * @param edit what the commit does to it
   * @param others what it is in the other parents
   */
  Node of(GitId git, Node before, FolderEdit edit, List<Node> others) {
    Identities identities = new Identities(git, before, edit, others);
    return folder(before, edit, identities);
  }

  private Node folder(Node before, FolderEdit edit, Identities identities) {
    NodeBuilder builder = before.builder();
    edit.removed().forEach(builder::remove);
    for (FileEdit file : edit.files()) {
      Name name = file.path().name();
      Optional<Entry> here = builder.entry(name);
      Optional<Entry> continued = identities.continued(file, here);
      NodeId id = continued.map(Entry::id).orElseGet(() -> identities.born(file));
      if (here.isPresent() && !here.get().id().equals(id)) {
        builder.remove(name);
      }
      builder.put(new Entry(id, name, Place.NONE, file(file, continued)));
    }
    for (FolderEdit inner : edit.folders()) {
      Name name = inner.path().name();
      Entry here = builder.entry(name).orElseGet(() -> fresh(inner, identities));
      builder.put(here.withNode(folder(here.node(), inner, identities)));
    }
    builder.metadata(GitTreeCodec.KEPT, edit.kept().map(this::kept).orElse(Value.NONE));
    return builder.build();
  }

  private Entry fresh(FolderEdit edit, Identities identities) {
    return new Entry(
        identities.folder(edit),
        edit.path().name(),
        Place.NONE,
        nodes.builder(Kind.FOLDER).build());
  }

  private Value kept(byte[] raw) {
    return raw.length <= SMALL ? Value.of(raw) : Value.of(intake.blob(Blob.of(raw)));
  }

  private Node file(FileEdit file, Optional<Entry> continued) {
    FileEdit.Version version = file.version();
    if (version.kind().equals(Kind.SYMLINK)) {
      return nodes.leaf(Kind.SYMLINK, Value.of(file.target()));
    }
    if (version.kind().equals(Kind.GITLINK)) {
      return nodes.leaf(Kind.GITLINK, Value.of(GitIds.of(version.id()).bytes()));
    }
    Optional<Node> same =
        continued
            .map(Entry::node)
            .filter(node -> file.keepsContent() && node.kind().equals(Kind.FILE));
    if (same.isPresent()) {
      return ExecutableBit.set(same.get(), version.executable());
    }
    return sources.raw(contents.get(version.id()), version.executable());
  }
}
