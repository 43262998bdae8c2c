package org.fxd.git.jgit.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.fxd.git.jgit.identity.Moves;
import org.fxd.git.jgit.identity.Side;
import org.fxd.git.jgit.intake.FileEdit.Version;
import org.fxd.git.jgit.intake.TreeDifference.Gone;
import org.fxd.git.jgit.object.GitCommit;
import org.fxd.git.jgit.object.GitCommitCodec;
import org.fxd.git.jgit.object.MalformedObjectException;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.task.Cancellation;

/** Reads commits one after the other, with what is new in them. Belongs to one thread. */
final class CommitReading {
  /** A larger file goes from Git to the store piece by piece, and is not read here. */
  static final long LARGEST = 4L << 20;

  private final GitReader reader;
  private final Predicate<ObjectId> known;
  private final Cancellation cancellation;
  private final TreeDifference difference;
  private final Set<ObjectId> given = new HashSet<>();

  /**
   * A reading.
   *
   * @param known contents that nobody needs any more
   */
  CommitReading(GitReader reader, Predicate<ObjectId> known, Cancellation cancellation) {
    this.reader = reader;
    this.known = known;
    this.cancellation = cancellation;
    this.difference = new TreeDifference(reader, cancellation);
  }

  /** What follows is taken behind what was read before. */
  void begin() {
    given.clear();
  }

  /**
   * Reads a commit.
   *
   * @param contents given each content that is new in it and not large
   */
  ReadCommit read(WalkedCommit walked, Consumer<ReadContent> contents) {
    try {
      GitCommit says = GitCommitCodec.decode(reader.commit(walked));
      ObjectId before =
          walked.parents().isEmpty() ? Constants.EMPTY_TREE_ID : walked.parents().get(0).tree();
      TreeDifference.Result result = difference.of(before, walked.tree());
      Contents read = new Contents(contents);
      for (FileEdit file : result.files()) {
        cancellation.check();
        read.read(file);
      }
      follow(result, read);
      return new ReadCommit(walked, says, result.edit(), result.kept());
    } catch (MalformedObjectException e) {
      throw GitReader.refused("commit", walked, e.getMessage(), e);
    }
  }

  /** Finds out which of the files that have come are those that are gone. */
  private void follow(TreeDifference.Result result, Contents read) {
    List<Gone> gone = result.gone();
    if (gone.isEmpty()) {
      return;
    }
    List<FileEdit> come = result.files().stream().filter(file -> !file.stays()).toList();
    int[] from =
        Moves.match(
            gone.stream().map(it -> new File(it.path(), it.version(), read)).toList(),
            come.stream().map(it -> new File(it.path(), it.version(), read)).toList(),
            cancellation);
    for (int i = 0; i < from.length; i++) {
      if (from[i] != Moves.NONE) {
        come.get(i).movedFrom(gone.get(from[i]).path(), gone.get(from[i]).version());
      }
    }
  }

  /** The contents of one commit, as far as they were read already. */
  private final class Contents {
    private final Consumer<ReadContent> taker;
    private final Map<ObjectId, byte[]> small = new HashMap<>();

    Contents(Consumer<ReadContent> taker) {
      this.taker = taker;
    }

    void read(FileEdit file) {
      Version version = file.version();
      if (version.kind().equals(Kind.SYMLINK)) {
        if (reader.size(version.id()) > Limits.VALUE) {
          throw new MalformedObjectException(
              "the symbolic link "
                  + file.path()
                  + " in it is longer than "
                  + Limits.VALUE
                  + " bytes");
        }
        file.target(reader.blob(version.id()));
      } else if (version.kind().equals(Kind.FILE)
          && !file.keepsContent()
          && !known.test(version.id())
          && given.add(version.id())) {
        reader
            .blob(version.id(), LARGEST)
            .ifPresent(bytes -> taker.accept(new ReadContent(version.id(), bytes)));
      }
    }

    long size(ObjectId id) {
      byte[] read = small.get(id);
      return read == null ? reader.size(id) : read.length;
    }

    byte[] bytes(ObjectId id) {
      return small.computeIfAbsent(id, reader::blob);
    }
  }

  /** A file of Git, before or after. */
  private static final class File implements Side {
    private final GitPath path;
    private final Version version;
    private final Contents contents;
    private long size = -1;

    File(GitPath path, Version version, Contents contents) {
      this.path = path;
      this.version = version;
      this.contents = contents;
    }

    @Override
    public Name name() {
      return path.name();
    }

    @Override
    public Optional<Object> content() {
      boolean counts =
          version.kind().equals(Kind.SYMLINK)
              || version.kind().equals(Kind.FILE) && !version.id().equals(Constants.EMPTY_BLOB_ID);
      return counts
          ? Optional.of(new Version(version.kind(), false, version.id()))
          : Optional.empty();
    }

    @Override
    public long size() {
      if (size < 0) {
        size = version.kind().equals(Kind.FILE) ? contents.size(version.id()) : 0;
      }
      return size;
    }

    @Override
    public byte[] bytes() {
      return contents.bytes(version.id());
    }
  }
}
