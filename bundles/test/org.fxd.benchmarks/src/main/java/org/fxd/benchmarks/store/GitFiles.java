package org.fxd.benchmarks.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.GraphNodes;
import org.fxd.source.api.FileMeta;

/** The nodes of the files of a Git repository, as an import makes them: raw. */
final class GitFiles {
  private final GraphNodes nodes = new GraphNodes();
  private final ObjectReader git;
  private final Map<ObjectId, Content> contents = new HashMap<>();
  private long bytes;

  GitFiles(ObjectReader git) {
    this.git = git;
  }

  /** Bytes of all blobs that were read. */
  long bytes() {
    return bytes;
  }

  /** The hashes of all blobs that were read. */
  List<Hash> hashes() {
    return contents.values().stream().map(Content::hash).toList();
  }

  /** A file, link or gitlink. */
  Node node(ObjectId id, FileMode mode) throws IOException {
    if (mode.equals(FileMode.GITLINK)) {
      byte[] raw = new byte[20];
      id.copyRawTo(raw, 0);
      return nodes.leaf(Kind.GITLINK, Value.of(raw));
    }
    if (mode.equals(FileMode.SYMLINK)) {
      return nodes.leaf(Kind.SYMLINK, Value.of(read(id)));
    }
    Content content = contents.get(id);
    if (content == null) {
      byte[] all = read(id);
      bytes += all.length;
      content = new Content(id, Hash.ofContent(all), all.length);
      contents.put(id, content);
    }
    NodeBuilder file =
        nodes
            .builder(Kind.FILE)
            .metadata(FileMeta.CONTENT, Value.of(content.hash().bytes()))
            .metadata(FileMeta.SIZE, Value.of(content.size()))
            .value(Value.of(content));
    if (mode.equals(FileMode.EXECUTABLE_FILE)) {
      file.metadata(FileMeta.EXECUTABLE, Value.of(true));
    }
    return file.build();
  }

  /** What a repository lacks that was not copied whole is taken to be its name. */
  private byte[] read(ObjectId id) throws IOException {
    try {
      return git.open(id).getBytes();
    } catch (MissingObjectException e) {
      return id.name().getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** A blob that Git has; read when it is asked for. */
  private final class Content implements Blob {
    private final ObjectId id;
    private final Hash hash;
    private final long size;

    Content(ObjectId id, Hash hash, long size) {
      this.id = id;
      this.hash = hash;
      this.size = size;
    }

    @Override
    public Hash hash() {
      return hash;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes());
    }

    @Override
    public byte[] bytes() {
      try {
        return read(id);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Blob blob && hash.equals(blob.hash());
    }

    @Override
    public int hashCode() {
      return hash.hashCode();
    }
  }
}
