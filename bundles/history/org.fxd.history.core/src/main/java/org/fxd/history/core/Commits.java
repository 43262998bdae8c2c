package org.fxd.history.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.HashPrefix;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;

/** Reads commits, and remembers those read lately. Safe for use by any number of threads. */
public final class Commits {
  private static final int REMEMBERED = 4096;

  private final Store store;
  private final Map<Hash, StoredCommit> recent =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Hash, StoredCommit> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Reads the commits of a store. */
  public Commits(Store store) {
    this.store = store;
  }

  /**
   * One commit, by its id or by the hash of an annotated tag's node: by whatever a reference holds.
   *
   * @throws NotFoundException if there is no such object, or it leads to no commit
   * @throws StoreException if it is damaged or cannot be read
   */
  public StoredCommit get(Hash id) {
    return get(List.of(id)).get(id);
  }

  /** Several commits, asked from the store at once; each under the hash that was asked for. */
  public Map<Hash, StoredCommit> get(Collection<Hash> ids) {
    Map<Hash, StoredCommit> found = new LinkedHashMap<>();
    List<Hash> unknown = new ArrayList<>();
    synchronized (recent) {
      for (Hash id : ids) {
        StoredCommit commit = recent.get(id);
        if (commit == null) {
          unknown.add(id);
        } else {
          found.put(id, commit);
        }
      }
    }
    if (!unknown.isEmpty()) {
      Map<Hash, Lookup> answers = store.get(unknown);
      for (Hash id : unknown) {
        found.put(id, read(id, answers.get(id)));
      }
      synchronized (recent) {
        unknown.forEach(id -> recent.put(id, found.get(id)));
      }
    }
    return found;
  }

  /**
   * The commits whose ids begin so, whether or not something leads to them, in the order of ids.
   *
   * @param most how many at most
   */
  public List<StoredCommit> startingWith(HashPrefix prefix, int most) {
    List<Hash> ids = store.startingWith(prefix, ObjectType.COMMIT, most);
    Map<Hash, StoredCommit> found = get(ids);
    return ids.stream().map(found::get).toList();
  }

  /**
   * The parents of a commit, in order; a damaged or foreign commit may name one twice.
   *
   * @throws StoreException if one's generation is not below the child's: a walk that trusts in
   *     generations would go astray
   */
  public Map<Hash, StoredCommit> parents(StoredCommit child) {
    Map<Hash, StoredCommit> parents = get(new LinkedHashSet<>(child.commit().parents()));
    parents.forEach(
        (id, parent) -> {
          if (parent.generation() >= child.generation()) {
            throw new StoreException(
                "The commit "
                    + child.commit().id().brief()
                    + " is damaged: its generation is not above that of its parent "
                    + id.brief()
                    + ".");
          }
        });
    return parents;
  }

  private StoredCommit read(Hash id, Lookup answer) {
    if (answer instanceof Lookup.Present present) {
      Optional<Hash> tagged = Peeled.of(present.bytes());
      return tagged.isPresent() ? tagged(tagged.get()) : decode(id, present.bytes());
    }
    if (answer instanceof Lookup.Corrupt corrupt) {
      throw new StoreException(
          "The commit " + id.brief() + " is damaged" + place() + ": " + corrupt.reason() + ".",
          "Take it from a copy of the project, if there is one; all else can still be read.");
    }
    if (answer instanceof Lookup.Promised) {
      throw new StoreException(
          "The commit " + id.brief() + " was left out when this project was cloned" + place() + ".",
          "Fetch it from the project that this one was cloned from.");
    }
    throw new NotFoundException("The project has no commit " + id.brief() + ".");
  }

  /**
   * What a tag leads to: a commit, and not another tag, so that no row of them has to be followed.
   */
  private StoredCommit tagged(Hash id) {
    Lookup answer = store.get(List.of(id)).get(id);
    return answer instanceof Lookup.Present present
        ? decode(id, present.bytes())
        : read(id, answer);
  }

  private StoredCommit decode(Hash id, byte[] bytes) {
    try {
      return CommitCodec.decode(bytes);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(
          "The object "
              + id.brief()
              + place()
              + " cannot be read as a commit: "
              + e.getMessage()
              + ".",
          e);
    }
  }

  private String place() {
    return store.file().map(file -> " in " + file).orElse("");
  }
}
