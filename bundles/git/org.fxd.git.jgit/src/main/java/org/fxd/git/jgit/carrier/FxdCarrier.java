package org.fxd.git.jgit.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.object.GitCommit;
import org.fxd.git.jgit.object.GitCommitCodec;
import org.fxd.git.jgit.object.GitIds;
import org.fxd.git.jgit.object.GitTreeEntry;
import org.fxd.git.jgit.object.GitTrees;
import org.fxd.git.jgit.object.MalformedObjectException;
import org.fxd.git.jgit.work.DeepStack;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.source.api.Sources;

/**
 * What a repository has of what Git cannot say. Nothing of it is believed before it was looked at:
 * a commit is taken only if its bytes have the hashes that they say, its parents are those that the
 * importer found, and exporting it would give the very commit of Git that it stands beside. Belongs
 * to one thread.
 */
public final class FxdCarrier implements AutoCloseable {
  /** The reference that it stands in. */
  public static final String REF = "refs/fxd/commits";

  static final String COMMITS = "commits";
  static final String BLOBS = "blobs";
  private static final long LARGEST_RECORD = 256L << 20;

  private final Nodes nodes;
  private final Sources sources;
  private final ObjectReader objects;
  private final Map<Name, GitTreeEntry> folders;
  private final Map<String, Map<Name, GitTreeEntry>> known = new HashMap<>();

  private FxdCarrier(
      Nodes nodes, Sources sources, ObjectReader objects, Map<Name, GitTreeEntry> folders) {
    this.nodes = nodes;
    this.sources = sources;
    this.objects = objects;
    this.folders = folders;
  }

  /** What a repository has; empty if there is nothing that can be read as such. */
  public static Optional<FxdCarrier> read(Repository repository, Nodes nodes, Sources sources)
      throws IOException {
    Ref ref = repository.exactRef(REF);
    if (ref == null || ref.getObjectId() == null) {
      return Optional.empty();
    }
    ObjectReader objects = repository.newObjectReader();
    try {
      GitCommit commit =
          GitCommitCodec.decode(objects.open(ref.getObjectId(), Constants.OBJ_COMMIT).getBytes());
      Map<Name, GitTreeEntry> top = Fanout.entries(tree(objects, commit.tree()));
      Optional<GitId> commits = Fanout.folder(top, COMMITS);
      if (commits.isPresent()) {
        return Optional.of(
            new FxdCarrier(nodes, sources, objects, Fanout.entries(tree(objects, commits.get()))));
      }
    } catch (IOException | MalformedObjectException e) {
      // Broken, or somebody else's: then identities are derived, as where there is nothing.
      objects.close();
      return Optional.empty();
    }
    objects.close();
    return Optional.empty();
  }

  private static byte[] tree(ObjectReader objects, GitId id) throws IOException {
    return objects.open(GitIds.of(id), Constants.OBJ_TREE).getBytes();
  }

  /** Whether there is something about a commit. */
  public boolean has(GitId commit) {
    return record(commit).isPresent();
  }

  private Optional<GitId> record(GitId commit) {
    String digits = commit.toString();
    Map<Name, GitTreeEntry> folder =
        known.computeIfAbsent(
            Fanout.first(digits),
            name -> Fanout.folder(folders, name).map(this::entries).orElse(Map.of()));
    return Optional.ofNullable(folder.get(Name.of(Fanout.rest(digits))))
        .filter(entry -> entry.kind().equals(Kind.FILE))
        .map(GitTreeEntry::id);
  }

  private Map<Name, GitTreeEntry> entries(GitId tree) {
    try {
      return Fanout.entries(tree(objects, tree));
    } catch (IOException | MalformedObjectException e) {
      return Map.of();
    }
  }

  /**
   * The commit that was made in FXD and exported as a commit of Git.
   *
   * @param git the commit of Git
   * @param says what that says
   * @param parents what its parents are in the project, in order
   * @param before the tree of the first of them; one that does not exist if it has none
   * @param beforeTree the tree of the first parent in Git; empty if it has none
   * @param blobs takes in content that turns out to be part of it
   * @return empty if there is none, or what there is does not hold
   */
  public Optional<Carried> find(
      GitId git,
      GitCommit says,
      List<Hash> parents,
      Node before,
      Optional<GitId> beforeTree,
      Function<InputStream, Blob> blobs) {
    Optional<GitId> id = record(git);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    try {
      ObjectLoader loader = objects.open(GitIds.of(id.get()), Constants.OBJ_BLOB);
      if (loader.getSize() > LARGEST_RECORD) {
        return Optional.empty();
      }
      byte[] record = loader.getBytes();
      if (!RecordReader.commit(record).parents().equals(parents)) {
        return Optional.empty();
      }
      RecordReader reader = new RecordReader(nodes, objects, blobs, record, before);
      return DeepStack.call("fxd-carried", () -> read(reader, says, before, beforeTree));
    } catch (StoreException | CancelledException e) {
      throw e;
    } catch (IOException | UncheckedIOException | FxdException e) {
      // It does not hold: the commit is made from what Git says, as if there were nothing.
      return Optional.empty();
    }
  }

  private Optional<Carried> read(
      RecordReader reader, GitCommit says, Node before, Optional<GitId> beforeTree) {
    Carried carried = reader.read();
    GitTrees trees = new GitTrees(sources, new GitIdsOnly(objects), left -> {}, reader::inGit);
    return isExportedAs(carried, says, trees, before, beforeTree)
        ? Optional.of(carried)
        : Optional.empty();
  }

  /** Else a commit could come with other files than those that Git shows. */
  private static boolean isExportedAs(
      Carried carried, GitCommit says, GitTrees trees, Node before, Optional<GitId> beforeTree) {
    Node code = carried.root().child(Workspace.CODE);
    Node codeBefore = beforeTree.isPresent() ? before.child(Workspace.CODE) : code.missing();
    GitId tree = trees.tree(code, codeBefore, beforeTree.orElse(null));
    Commit derived = says.commit(Hash.ZERO, List.of());
    return tree.equals(says.tree())
        && Arrays.equals(
            GitCommitCodec.encode(derived, tree, says.parents()),
            GitCommitCodec.encode(carried.commit(), tree, says.parents()));
  }

  @Override
  public void close() {
    objects.close();
  }
}
