package org.fxd.git.jgit.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.eclipse.jgit.lib.ObjectId;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;

/** A blob of Git that was read, with its hash; on its way from who reads to who writes. */
final class ReadContent implements Blob {
  private final ObjectId id;
  private final byte[] content;
  private final Hash hash;

  ReadContent(ObjectId id, byte[] content) {
    this.id = id;
    this.content = content;
    this.hash = Hash.ofContent(content);
  }

  ObjectId id() {
    return id;
  }

  @Override
  public Hash hash() {
    return hash;
  }

  @Override
  public long size() {
    return content.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(content);
  }

  /** Not copied: nobody changes it. */
  @Override
  public byte[] bytes() {
    return content;
  }

  @Override
  public String toString() {
    return id.name();
  }
}
