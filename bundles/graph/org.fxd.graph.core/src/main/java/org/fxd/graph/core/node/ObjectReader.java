package org.fxd.graph.core.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.core.entries.Chunk;
import org.fxd.graph.core.entries.ChunkCodec;
import org.fxd.graph.core.entries.ChunkRef;
import org.fxd.graph.core.entries.ChunkSource;
import org.fxd.store.api.DamagedContentException;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the objects of one store, and remembers what it read lately. Safe for any threads. */
public final class ObjectReader implements ChunkSource {
  private static final Logger LOG = LoggerFactory.getLogger(ObjectReader.class);
  private static final long CACHE_BYTES = 16L << 20;

  /** So many nodes are read ahead at once, depending on how large they are. */
  private static final int FEWEST = 8;

  private static final int MOST = 256;
  private static final long LITTLE = 256L << 10;
  private static final long MUCH = 2L << 20;

  private final Store store;
  private final String place;
  private final ObjectCache cache = new ObjectCache(CACHE_BYTES);
  private volatile Lately lately;
  private volatile int together = FEWEST;

  /** Who looks at a node asks for its value, its metadata, its entries: one after the other. */
  private record Lately(Hash hash, NodeBody body) {}

  /** A reader of a store's objects. */
  public ObjectReader(Store store) {
    this.store = store;
    this.place = store.file().map(Path::toString).orElse("the project in memory");
  }

  /** Where the objects are, for a person. */
  String place() {
    return place;
  }

  @Override
  public Node node(Hash hash) {
    return new StoredNode(this, hash);
  }

  /** The content with a hash, read when touched. */
  public Blob blob(Hash hash, long size) {
    return new StoredBlob(this, hash, size, this::open);
  }

  /**
   * Content on the way to this store.
   *
   * @param opener how it is read, before it is there and after
   */
  public Blob blob(Hash hash, long size, Function<Hash, Optional<InputStream>> opener) {
    return new StoredBlob(this, hash, size, opener);
  }

  boolean has(Hash blob) {
    return store.size(blob).isPresent();
  }

  /** Opens content that is stored. */
  public Optional<InputStream> open(Hash blob) {
    return store.open(blob);
  }

  NodeBody body(Hash hash) {
    Lately last = lately;
    if (last != null && last.hash.equals(hash)) {
      return last.body;
    }
    NodeBody cached = cache.get(hash, NodeBody.class);
    NodeBody body = cached != null ? cached : decodeNode(hash, bytes(hash));
    lately = new Lately(hash, body);
    return body;
  }

  /** Whether a node is at hand, so that nothing has to be read for it. */
  boolean isAtHand(Hash node) {
    return cache.get(node, NodeBody.class) != null;
  }

  /**
   * Reads nodes together that are wanted soon: many if they are small, as most are, and few if not,
   * since nobody knows before. Whatever is wrong with one is told when it is touched.
   */
  void readAhead(List<Hash> nodes) {
    int from = 0;
    while (from < nodes.size()) {
      int to = Math.min(from + together, nodes.size());
      long bytes = readTogether(nodes.subList(from, to));
      if (bytes > MUCH) {
        together = FEWEST;
      } else if (bytes < LITTLE && to - from == together) {
        together = Math.min(together * 2, MOST);
      }
      from = to;
    }
  }

  private long readTogether(List<Hash> nodes) {
    long bytes = 0;
    for (Map.Entry<Hash, Lookup> answer : store.get(nodes).entrySet()) {
      if (answer.getValue() instanceof Lookup.Present present) {
        bytes += present.bytes().length;
        try {
          decodeNode(answer.getKey(), present.bytes());
        } catch (StoreException damaged) {
          LOG.debug("Something that was read ahead is damaged", damaged);
        }
      }
    }
    return bytes;
  }

  @Override
  public Chunk chunk(ChunkRef ref) {
    Chunk chunk = cache.get(ref.hash(), Chunk.class);
    try {
      if (chunk == null) {
        byte[] bytes = bytes(ref.hash());
        chunk = ChunkCodec.decode(bytes, this);
        cache.put(ref.hash(), chunk, bytes.length);
      }
      ref.check(chunk);
      return chunk;
    } catch (IllegalArgumentException e) {
      throw damaged(ref.hash(), e.getMessage(), e);
    }
  }

  /**
   * The canonical bytes of an object that is no blob.
   *
   * @throws StoreException if the store does not give it
   */
  public byte[] bytes(Hash hash) {
    return find(hash)
        .orElseThrow(() -> new StoreException("The object " + hash + " is not in " + place + "."));
  }

  /**
   * The canonical bytes of an object that is no blob.
   *
   * @return empty if the store does not have it
   * @throws StoreException if the store has it, and does not give it
   */
  public Optional<byte[]> find(Hash hash) {
    Lookup lookup = store.get(List.of(hash)).get(hash);
    if (lookup instanceof Lookup.Present present) {
      return Optional.of(present.bytes());
    }
    if (lookup instanceof Lookup.Corrupt corrupt) {
      throw damaged(hash, corrupt.reason(), null);
    }
    return Optional.empty();
  }

  /** An error that says that an object is not what it should be. */
  public StoreException damaged(Hash hash, String reason, Throwable cause) {
    return new StoreException(
        "The object " + hash + " in " + place + " is damaged: " + reason + ".",
        "Take the project from a backup or another copy.",
        cause);
  }

  /**
   * Why content cannot be read, as a clause that names neither it nor the file if it is damaged.
   */
  public static String reason(IOException failure) {
    return failure instanceof DamagedContentException damaged
        ? damaged.reason()
        : String.valueOf(failure.getMessage());
  }

  /** Remembers an object that was just written. */
  void remember(Hash hash, byte[] node) {
    decodeNode(hash, node);
  }

  private NodeBody decodeNode(Hash hash, byte[] bytes) {
    try {
      NodeBody body = NodeCodec.decode(bytes, this);
      cache.put(hash, body, bytes.length);
      return body;
    } catch (IllegalArgumentException e) {
      throw damaged(hash, e.getMessage(), e);
    }
  }

  /** Forgets what it read. */
  public void clear() {
    cache.clear();
    lately = null;
  }
}
