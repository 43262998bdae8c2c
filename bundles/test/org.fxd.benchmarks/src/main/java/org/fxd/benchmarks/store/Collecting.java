package org.fxd.benchmarks.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.core.codec.ByteReader;
import org.fxd.graph.core.codec.ValueCodec;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;

/** Collects a project: keeps all that its operations lead to, versions of one thing together. */
final class Collecting {
  private static final Blob NONE = Blob.of(new byte[0]);

  private final ProjectWorkspace workspace;
  private final Store store;
  private final Set<Hash> seen = new HashSet<>();
  private final Map<Lineage, List<Hash>> lineages = new LinkedHashMap<>();
  private final List<Hash> commits = new ArrayList<>();
  private final Map<Hash, Long> generations = new LinkedHashMap<>();
  private final Deque<Step> stack = new ArrayDeque<>();
  private Compaction compaction;

  Collecting(ProjectWorkspace workspace) {
    this.workspace = workspace;
    this.store = workspace.store();
  }

  /** What an object is a version of. */
  private record Lineage(ObjectType type, long high, long low) {}

  private record Step(ObjectType type, Hash hash, long high, long low) {}

  Compaction.Outcome collect() {
    try (Compaction started = store.compact()) {
      compaction = started;
      mark();
      lineages.forEach((lineage, versions) -> started.pack(lineage.type, versions));
      return started.finish(this::mark);
    }
  }

  private void mark() {
    for (Operation operation : workspace.operations()) {
      if (seen.add(operation.id())) {
        chain(ObjectType.OPERATION, 0, 0, operation.id());
        node(operation.after());
        node(operation.before());
      }
    }
    commits.sort(Comparator.comparing((Hash commit) -> generations.get(commit)).reversed());
    for (Hash commit : List.copyOf(commits)) {
      chain(ObjectType.COMMIT, 0, 0, commit);
      ByteReader in = new ByteReader(bytes(commit));
      in.raw(2);
      node(in.hash());
    }
    commits.clear();
  }

  private void chain(ObjectType type, long high, long low, Hash hash) {
    compaction.keep(hash);
    lineages.computeIfAbsent(new Lineage(type, high, low), any -> new ArrayList<>()).add(hash);
  }

  private void node(Hash hash) {
    if (!hash.equals(Hash.ZERO)) {
      push(ObjectType.NODE, hash, 0, 1);
      while (!stack.isEmpty()) {
        Step step = stack.pop();
        if (seen.add(step.hash)) {
          chain(step.type, step.high, step.low, step.hash);
          if (step.type != ObjectType.BLOB) {
            walk(step);
          }
        }
      }
    }
  }

  private void push(ObjectType type, Hash hash, long high, long low) {
    if (!seen.contains(hash)) {
      stack.push(new Step(type, hash, high, low));
    }
  }

  private void walk(Step step) {
    ByteReader in = new ByteReader(bytes(step.hash));
    in.raw(2);
    List<Step> below = new ArrayList<>();
    if (step.type == ObjectType.NODE) {
      String kind = in.text();
      value(in, step, below);
      for (int left = in.count(2); left > 0; left--) {
        in.block();
        value(in, step, below);
      }
      boolean byName = Set.of("root", "folder", "refs", "state").contains(kind);
      int height = in.octet();
      items(in, byName, height, step, below);
    } else {
      boolean byName = in.octet() == 0;
      int level = in.octet();
      items(in, byName, level, step, below);
    }
    for (int i = below.size() - 1; i >= 0; i--) {
      stack.push(below.get(i));
    }
  }

  private void value(ByteReader in, Step step, List<Step> below) {
    Value value =
        ValueCodec.read(
            in,
            (hash, size) -> {
              below.add(new Step(ObjectType.BLOB, hash, step.high, step.low));
              return NONE;
            });
    if (value instanceof Value.Link link) {
      commit(link.hash());
    }
  }

  private void items(ByteReader in, boolean byName, int level, Step step, List<Step> below) {
    for (int left = in.count(1); left > 0; left--) {
      byte[] key = in.block();
      NodeId id = null;
      if (level == 0) {
        id = in.id();
        if (!byName) {
          in.block();
        }
      } else if (!byName) {
        in.id();
      }
      if (level > 0) {
        in.varint();
      }
      Hash hash = in.hash();
      if (seen.contains(hash)) {
        continue;
      }
      if (level == 0) {
        below.add(new Step(ObjectType.NODE, hash, id.high(), id.low()));
      } else {
        long place = left == 1 ? level : Arrays.hashCode(key) * 31L + level;
        below.add(new Step(ObjectType.CHUNK, hash, step.high ^ place, step.low));
      }
    }
  }

  private void commit(Hash start) {
    Deque<Hash> left = new ArrayDeque<>(List.of(start));
    while (!left.isEmpty()) {
      Hash commit = left.pop();
      if (seen.add(commit)) {
        ByteReader in = new ByteReader(bytes(commit));
        in.raw(2);
        in.hash();
        generations.put(commit, in.varint());
        commits.add(commit);
        for (int parents = in.count(Hash.LENGTH); parents > 0; parents--) {
          left.push(in.hash());
        }
      }
    }
  }

  private byte[] bytes(Hash hash) {
    if (store.get(List.of(hash)).get(hash) instanceof Lookup.Present present) {
      return present.bytes();
    }
    throw new IllegalStateException(hash + " is missing");
  }
}
