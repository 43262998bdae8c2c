package org.fxd.git.jgit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.fxd.git.jgit.Comparison.Gone;
import org.fxd.git.jgit.identity.Moves;
import org.fxd.git.jgit.identity.Side;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.Sources;

/** Lets the files that have come to a folder continue those that are gone, where they moved. */
final class MovedFiles {
  private final Sources sources;
  private final Cancellation cancellation;

  MovedFiles(Sources sources, Cancellation cancellation) {
    this.sources = sources;
    this.cancellation = cancellation;
  }

  /**
   * Lets the files that have come continue those that are gone, where they are the same.
   *
   * @param gone the files and links that are gone
   * @param come the files and links that continue no entry
   * @return what is gone for good
   */
  List<Gone> match(List<Gone> gone, List<Found> come) {
    int[] from =
        Moves.match(
            gone.stream().map(Before::new).toList(),
            come.stream().map(After::new).toList(),
            cancellation);
    Set<Integer> followed = new HashSet<>();
    for (int i = 0; i < from.length; i++) {
      if (from[i] != Moves.NONE) {
        come.get(i).continueFrom(gone.get(from[i]).entry());
        followed.add(from[i]);
      }
    }
    return IntStream.range(0, gone.size())
        .filter(i -> !followed.contains(i))
        .mapToObj(gone::get)
        .toList();
  }

  /** The SHA-256 of a file node's bytes. */
  static Optional<Hash> contentOf(Node file) {
    return file.metadata(FileMeta.CONTENT) instanceof Value.Bytes bytes
            && bytes.bytes().length == Hash.LENGTH
        ? Optional.of(Hash.of(bytes.bytes()))
        : Optional.empty();
  }

  /** What the project has. */
  private final class Before implements Side {
    private final Name name;
    private final Node node;

    Before(Gone gone) {
      this.name = gone.entry().name();
      this.node = gone.entry().node();
    }

    @Override
    public Name name() {
      return name;
    }

    @Override
    public Optional<Object> content() {
      if (node.kind().equals(Kind.SYMLINK)) {
        return Optional.of(node.value());
      }
      return node.kind().equals(Kind.FILE) && size() > 0
          ? contentOf(node).map(hash -> (Object) hash)
          : Optional.empty();
    }

    @Override
    public long size() {
      return node.metadata(FileMeta.SIZE) instanceof Value.Number number
          ? number.number().longValue()
          : 0;
    }

    @Override
    public byte[] bytes() {
      return sources.render(node);
    }
  }

  /** What was found. */
  private record After(Found found) implements Side {
    @Override
    public Name name() {
      return found.name();
    }

    @Override
    public Optional<Object> content() {
      if (found.type() == Found.Type.SYMLINK) {
        return Optional.of(Value.of(found.target()));
      }
      return size() > 0 ? Optional.of(found.content().hash()) : Optional.empty();
    }

    @Override
    public long size() {
      return found.content() == null ? 0 : found.content().size();
    }

    @Override
    public byte[] bytes() {
      return found.content().blob().get().bytes();
    }
  }
}
