package org.fxd.git.jgit.object;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Constants;
import org.fxd.git.api.history.GitId;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeDiff;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.FxdException;
import org.fxd.source.api.Sources;

/**
 * Makes trees of Git out of folders. What a commit shares with its first parent is taken from that
 * one's tree, wherever it moved; only what differs is looked at. Belongs to one thread.
 */
public final class GitTrees {
  private static final int REMEMBERED = 1 << 16;
  private static final int LARGE = 4 << 20;
  private static final GitTreeEntry NOTHING =
      new GitTreeEntry(GitTreeEntry.FOLDER, Name.EMPTY, GitTreeCodec.EMPTY);

  /**
   * What Git has of something, as it was before.
   *
   * @param entry what stands in its tree
   */
  private record Known(Node node, GitTreeEntry entry) {}

  private final Sources sources;
  private final GitObjects objects;
  private final Consumer<String> leftOut;
  private final Function<Hash, Optional<GitId>> contents;
  private final Map<NodeId, Known> lost = new HashMap<>();
  private final Map<Hash, GitId> recent =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Hash, GitId> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * A maker of trees.
   *
   * @param leftOut told the path of each thing that Git has no room for, when it is met
   */
  public GitTrees(Sources sources, GitObjects objects, Consumer<String> leftOut) {
    this(sources, objects, leftOut, content -> Optional.empty());
  }

  /**
   * A maker of trees.
   *
   * @param contents what content is in Git, by its hash, where that is known
   */
  public GitTrees(
      Sources sources,
      GitObjects objects,
      Consumer<String> leftOut,
      Function<Hash, Optional<GitId>> contents) {
    this.sources = sources;
    this.objects = objects;
    this.leftOut = leftOut;
    this.contents = contents;
  }

  /**
   * The tree of a folder.
   *
   * @param code the project's {@code code}; it need not exist
   * @param before the same of an earlier commit, if there is one
   * @param beforeTree what that is in Git
   * @throws FxdException if something in it has a name that Git refuses; the message has the path
   */
  public GitId tree(Node code, Node before, GitId beforeTree) {
    lost.clear();
    if (!code.exists()) {
      return objects.put(Constants.OBJ_TREE, new byte[0]);
    }
    Known known = new Known(before, new GitTreeEntry(GitTreeEntry.FOLDER, Name.EMPTY, beforeTree));
    if (before.exists()) {
      collect(code, known);
      return folder(code, Optional.of(known), List.of());
    }
    return folder(code, Optional.empty(), List.of());
  }

  /** What a file, link or folder that was met lately is in Git. */
  public Optional<GitId> recent(Node node) {
    return Optional.ofNullable(recent.get(node.hash()));
  }

  /** Notes what is gone from its place, as it may stand somewhere else now. */
  private void collect(Node folder, Known before) {
    if (folder.equals(before.node()) || !folder.kind().equals(before.node().kind())) {
      return;
    }
    Map<Name, GitTreeEntry> there;
    try {
      there = entries(before);
    } catch (MalformedObjectException e) {
      // Its tree holds what is not in the folder; so nothing of it is taken.
      return;
    }
    folder.diff(
        before.node(),
        new NodeDiff() {
          @Override
          public boolean added(Entry after) {
            return true;
          }

          @Override
          public boolean removed(Entry gone) {
            known(gone, there).ifPresent(known -> lost.put(gone.id(), known));
            return true;
          }

          @Override
          public boolean changed(Entry earlier, Entry after) {
            if (after.node().kind().equals(Kind.FOLDER)) {
              known(earlier, there).ifPresent(known -> collect(after.node(), known));
            }
            return true;
          }
        });
  }

  private static Optional<Known> known(Entry entry, Map<Name, GitTreeEntry> there) {
    GitTreeEntry git = there.get(entry.name());
    if (git == null) {
      return entry.node().kind().equals(Kind.FOLDER)
          ? Optional.of(new Known(entry.node(), NOTHING))
          : Optional.empty();
    }
    return git.kind().equals(entry.node().kind())
        ? Optional.of(new Known(entry.node(), git))
        : Optional.empty();
  }

  /** The entries of the tree that a folder was; none if it is a tree that no folder comes from. */
  private Map<Name, GitTreeEntry> entries(Known before) {
    return GitTreeCodec.effective(GitTreeCodec.parse(objects.tree(before.entry().id())));
  }

  private GitId folder(Node folder, Optional<Known> before, List<Name> path) {
    if (before.isPresent() && folder.equals(before.get().node())) {
      return before.get().entry().id();
    }
    GitId known = recent.get(folder.hash());
    if (known != null) {
      return known;
    }
    Map<Name, GitTreeEntry> entries;
    List<Entry> open = new ArrayList<>();
    Map<NodeId, Known> earlier = new HashMap<>();
    if (before.isPresent()) {
      entries = changed(folder, before.get(), open, earlier);
    } else {
      entries = new LinkedHashMap<>();
      folder.entries().forEach(open::add);
    }
    for (Entry entry : open) {
      Optional<Known> was = Optional.ofNullable(earlier.get(entry.id()));
      entry(entry, was.or(() -> Optional.ofNullable(lost.get(entry.id()))), path)
          .ifPresent(git -> entries.put(entry.name(), git));
    }
    byte[] raw = GitTreeCodec.encode(folder, entries.values());
    GitId like = before.map(was -> was.entry().id()).orElse(GitTreeCodec.EMPTY);
    GitId id =
        raw.length == 0 && !path.isEmpty() ? GitTreeCodec.EMPTY : put(folder, raw, entries, like);
    recent.put(folder.hash(), id);
    return id;
  }

  private GitId put(Node folder, byte[] raw, Map<Name, GitTreeEntry> entries, GitId like) {
    if (GitTreeCodec.kept(folder).isPresent()
        && entries.values().stream().anyMatch(GitTrees::isEmpty)) {
      // Git's own trees name no empty one; one that was kept may, and then it has to be there.
      objects.put(Constants.OBJ_TREE, new byte[0]);
    }
    return objects.put(Constants.OBJ_TREE, raw, like);
  }

  private static boolean isEmpty(GitTreeEntry entry) {
    return entry.kind().equals(Kind.FOLDER) && entry.id().equals(GitTreeCodec.EMPTY);
  }

  /** What is as before; what is not goes on the list. */
  private Map<Name, GitTreeEntry> changed(
      Node folder, Known before, List<Entry> open, Map<NodeId, Known> earlier) {
    Map<Name, GitTreeEntry> there;
    try {
      there = entries(before);
    } catch (MalformedObjectException e) {
      // Its tree holds what is not in the folder; so the folder is looked at as a whole.
      folder.entries().forEach(open::add);
      return new LinkedHashMap<>();
    }
    Map<Name, GitTreeEntry> entries = new LinkedHashMap<>(there);
    folder.diff(
        before.node(),
        new NodeDiff() {
          @Override
          public boolean added(Entry after) {
            return open.add(after);
          }

          @Override
          public boolean removed(Entry gone) {
            entries.remove(gone.name());
            return true;
          }

          @Override
          public boolean changed(Entry was, Entry after) {
            entries.remove(was.name());
            known(was, there).ifPresent(known -> earlier.put(after.id(), known));
            return open.add(after);
          }
        });
    return entries;
  }

  private Optional<GitTreeEntry> entry(Entry entry, Optional<Known> before, List<Name> in) {
    Node node = entry.node();
    List<Name> path = new ArrayList<>(in);
    path.add(entry.name());
    if (!GitTreeCodec.isKnown(node.kind())) {
      leftOut.accept(text(path));
      return Optional.empty();
    }
    GitNames.problem(entry.name())
        .ifPresent(
            why -> {
              throw new FxdException(
                  FxdException.Category.FAILED,
                  "Git has no room for " + text(path) + ": " + why + ".",
                  "Give it another name; if it is in commits that were made, leave out the branches"
                      + " that lead to them (--branch names those to export).",
                  null);
            });
    return Optional.of(GitTreeCodec.entry(entry, id(node, before, path)));
  }

  private GitId id(Node node, Optional<Known> before, List<Name> path) {
    if (node.kind().equals(Kind.FOLDER)) {
      return folder(node, before.filter(known -> known.node().kind().equals(Kind.FOLDER)), path);
    }
    if (node.kind().equals(Kind.GITLINK)) {
      return submodule(node, path);
    }
    if (before.isPresent() && before.get().node().equals(node)) {
      recent.put(node.hash(), before.get().entry().id());
      return before.get().entry().id();
    }
    GitId known = recent.get(node.hash());
    if (known == null) {
      known = node.kind().equals(Kind.FILE) ? file(node, before) : link(node);
      recent.put(node.hash(), known);
    }
    return known;
  }

  private GitId file(Node file, Optional<Known> before) {
    Optional<Blob> raw = file.size() == 0 ? file.value().asBlob() : Optional.empty();
    Optional<GitId> known = raw.map(Blob::hash).flatMap(contents);
    if (known.isPresent()) {
      return known.get();
    }
    if (raw.isEmpty() || raw.get().size() < LARGE) {
      GitId like = before.map(was -> was.entry().id()).orElse(GitTreeCodec.EMPTY);
      return objects.put(Constants.OBJ_BLOB, sources.render(file), like);
    }
    try (InputStream in = raw.get().open()) {
      return objects.putFile(raw.get().size(), in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private GitId link(Node link) {
    Value target = link.value();
    byte[] bytes =
        target instanceof Value.Bytes raw
            ? raw.bytes()
            : target
                .asBlob()
                .map(Blob::bytes)
                .orElseGet(() -> target.asText().orElse("").getBytes(StandardCharsets.UTF_8));
    return objects.put(Constants.OBJ_BLOB, bytes);
  }

  private static GitId submodule(Node node, List<Name> path) {
    try {
      return node.value() instanceof Value.Bytes bytes
          ? GitId.of(bytes.bytes())
          : GitId.parse(node.value().asText().orElse(""));
    } catch (IllegalArgumentException e) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "The submodule " + text(path) + " names no commit of Git: " + e.getMessage() + ".",
          "Give it one as its value, or remove it.",
          e);
    }
  }

  private static String text(List<Name> path) {
    return path.stream().map(Name::toString).collect(Collectors.joining("/"));
  }
}
