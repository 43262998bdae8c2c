package org.fxd.git.jgit.carrier;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.object.GitCommitCodec;
import org.fxd.git.jgit.object.GitObjects;
import org.fxd.git.jgit.object.GitTreeEntry;
import org.fxd.git.jgit.object.GitTrees;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Person;
import org.fxd.source.api.Sources;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;

/** Writes what Git cannot say of the commits of one export. */
public final class CarrierWriter {
  private static final Person FXD = new Person("FXD", "");

  private final Workspace workspace;
  private final Store store;
  private final Sources sources;
  private final GitObjects objects;
  private final Map<String, GitId> records = new LinkedHashMap<>();
  private final Map<String, GitId> extras = new HashMap<>();
  private OffsetDateTime latest;

  /** A writer for a project. */
  public CarrierWriter(Workspace workspace, Store store, Sources sources, GitObjects objects) {
    this.workspace = workspace;
    this.store = store;
    this.sources = sources;
    this.objects = objects;
  }

  /**
   * Takes a commit along.
   *
   * @param git what it is in Git
   * @param before the tree of its first parent; one that does not exist if it has none
   * @param trees what made its tree in Git, just now
   */
  public void add(Commit commit, GitId git, Node root, Node before, GitTrees trees) {
    RecordWriter writer =
        new RecordWriter(
            sources,
            objects,
            trees::recent,
            this::tree,
            (hash, id) -> extras.put(hash.toString(), id));
    byte[] record = writer.write(encoding(commit.id()), root, before);
    records.put(git.toString(), objects.put(Constants.OBJ_BLOB, record));
    if (latest == null || commit.committed().isAfter(latest)) {
      latest = commit.committed();
    }
  }

  private byte[] encoding(Hash commit) {
    if (store.get(List.of(commit)).get(commit) instanceof Lookup.Present present) {
      return present.bytes();
    }
    throw new IllegalStateException("The commit " + commit.brief() + " was there just now");
  }

  /** The node that a link leads to; links to other objects are what they are. */
  private Optional<Node> tree(Hash hash) {
    return store.get(List.of(hash)).get(hash) instanceof Lookup.Present present
            && present.bytes().length > 0
            && present.bytes()[0] == ObjectType.NODE.code()
        ? Optional.of(workspace.node(hash))
        : Optional.empty();
  }

  /**
   * Puts it beside what is there.
   *
   * @param commit what the reference holds, if it is there
   * @param tree the tree of that
   * @return what the reference is to hold; empty if nothing is new
   */
  public Optional<GitId> finish(Optional<GitId> commit, Optional<GitId> tree) {
    if (records.isEmpty()) {
      return Optional.empty();
    }
    Map<Name, GitTreeEntry> top =
        tree.map(id -> Fanout.entries(objects.tree(id))).orElseGet(LinkedHashMap::new);
    add(top, FxdCarrier.COMMITS, records);
    add(top, FxdCarrier.BLOBS, extras);
    GitId next = Fanout.put(objects, top.values());
    if (tree.equals(Optional.of(next))) {
      return Optional.empty();
    }
    OffsetDateTime time = latest.withOffsetSameInstant(ZoneOffset.UTC);
    Commit carrying =
        new Commit(
            Hash.ZERO,
            Hash.ZERO,
            List.of(),
            FXD,
            time,
            FXD,
            time,
            "What Git cannot say of commits that were made in FXD");
    byte[] raw = GitCommitCodec.encode(carrying, next, commit.stream().toList());
    return Optional.of(objects.put(Constants.OBJ_COMMIT, raw));
  }

  private void add(Map<Name, GitTreeEntry> top, String name, Map<String, GitId> files) {
    if (!files.isEmpty()) {
      GitId folder = Fanout.with(objects, Fanout.folder(top, name), files);
      Fanout.put(top, GitTreeEntry.FOLDER, name, folder);
    }
  }
}
