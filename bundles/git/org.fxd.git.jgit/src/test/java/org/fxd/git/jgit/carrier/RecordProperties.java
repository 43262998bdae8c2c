package org.fxd.git.jgit.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.object.GitObjects;
import org.fxd.git.jgit.object.MalformedObjectException;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.core.GraphNodes;
import org.fxd.source.core.SnippetSources;
import org.fxd.source.core.scan.FixedScanners;
import org.fxd.testkit.Choices;
import org.fxd.testkit.NodeGenerator;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any tree comes back as it was; anything else is refused, and nothing worse. */
class RecordProperties {
  private final GraphNodes nodes = new GraphNodes();
  private final SnippetSources sources = new SnippetSources(nodes, new FixedScanners(List.of()));

  @Test
  void treesComeBack(@TempDir Path folder) throws GitAPIException {
    try (Git git = Git.init().setBare(true).setDirectory(folder.toFile()).call();
        InGit objects = new InGit(git)) {
      Property.seeded(1)
          .runs(300)
          .check(
              choices -> {
                NodeGenerator generator = new NodeGenerator(nodes);
                Node before = generator.tree(choices, 20);
                Node after = generator.edited(choices, before, 6);
                Node base = choices.chance(20) ? before.missing() : before;
                byte[] record = record(objects, after, base);
                Carried back = read(objects, record, base);
                assertEquals(after.hash(), back.root().hash());
              });
    }
  }

  @Test
  void damagedRecordsAreRefused(@TempDir Path folder) throws GitAPIException {
    AtomicInteger refused = new AtomicInteger();
    try (Git git = Git.init().setBare(true).setDirectory(folder.toFile()).call();
        InGit objects = new InGit(git)) {
      Property.seeded(2)
          .runs(3_000)
          .check(
              choices -> {
                NodeGenerator generator = new NodeGenerator(nodes);
                Node before = generator.tree(choices, 8);
                Node after = generator.edited(choices, before, 4);
                byte[] record = damaged(choices, record(objects, after, before));
                try {
                  Carried back = read(objects, record, before);
                  assertEquals(back.commit().root(), back.root().hash());
                } catch (MalformedObjectException e) {
                  assertFalse(e.getMessage().isBlank());
                  refused.incrementAndGet();
                }
              });
    }
    assertTrue(refused.get() > 1_500, "damage is met: " + refused);
  }

  private static byte[] damaged(Choices choices, byte[] record) {
    byte[] damaged = record.clone();
    for (int left = choices.between(1, 3); left > 0; left--) {
      damaged[choices.below(damaged.length)] = (byte) choices.below(256);
    }
    return choices.chance(20) ? Arrays.copyOf(damaged, choices.below(damaged.length)) : damaged;
  }

  private byte[] record(InGit objects, Node root, Node before) {
    return new RecordWriter(
            sources, objects, node -> Optional.empty(), hash -> Optional.empty(), (hash, id) -> {})
        .write(encoding(root.hash()), root, before);
  }

  private Carried read(InGit objects, byte[] record, Node before) {
    try (ObjectReader reader = objects.reader()) {
      return new RecordReader(nodes, reader, RecordProperties::content, record, before).read();
    }
  }

  private static Blob content(InputStream in) {
    try {
      return Blob.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As docs/format/commits.md has it. */
  private static byte[] encoding(Hash root) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {3, 1});
    out.writeBytes(root.bytes());
    out.writeBytes(new byte[] {1, 0, 1, 'A', 0, 2, 0, 1, 'A', 0, 2, 0, 1, 'm', 0});
    return out.toByteArray();
  }

  /** A repository to put content into. */
  private static final class InGit implements GitObjects, AutoCloseable {
    private final Git git;
    private final ObjectInserter inserter;

    InGit(Git git) {
      this.git = git;
      this.inserter = git.getRepository().newObjectInserter();
    }

    ObjectReader reader() {
      return git.getRepository().newObjectReader();
    }

    @Override
    public GitId put(int type, byte[] content) {
      try {
        GitId id = GitId.parse(inserter.insert(type, content).name());
        inserter.flush();
        return id;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public GitId putFile(long size, InputStream in) {
      try {
        return put(Constants.OBJ_BLOB, in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public byte[] tree(GitId id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      inserter.close();
    }
  }
}
