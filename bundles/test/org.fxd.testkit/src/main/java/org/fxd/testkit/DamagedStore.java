package org.fxd.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.DamagedContentException;
import org.fxd.store.api.HashPrefix;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;

/** A store that does what another does, but for objects that it is told to have lost or damaged. */
public final class DamagedStore extends StoreWrapper {
  private final Map<Hash, Lookup> damaged = new ConcurrentHashMap<>();

  /** A store that does what another does, for now. */
  public DamagedStore(Store store) {
    super(store);
  }

  /** Has an object no more. */
  public void lose(Hash hash) {
    damaged.put(hash, new Lookup.Absent());
  }

  /**
   * Has only something else in place of an object.
   *
   * @param reason as in {@link Lookup.Corrupt}
   */
  public void damage(Hash hash, String reason) {
    damaged.put(hash, new Lookup.Corrupt(reason));
  }

  /** Has only other bytes in place of an object, and does not know it. */
  public void replace(Hash hash, byte[] bytes) {
    damaged.put(hash, new Lookup.Present(bytes));
  }

  /** Has all again. */
  public void heal() {
    damaged.clear();
  }

  @Override
  public Map<Hash, Lookup> get(Collection<Hash> hashes) {
    Map<Hash, Lookup> answers = new LinkedHashMap<>(super.get(hashes));
    answers.replaceAll((hash, answer) -> damaged.getOrDefault(hash, answer));
    return answers;
  }

  @Override
  public List<Hash> startingWith(HashPrefix prefix, ObjectType type, int most) {
    return super.startingWith(prefix, type, Integer.MAX_VALUE).stream()
        .filter(hash -> !damaged.containsKey(hash))
        .limit(most)
        .toList();
  }

  @Override
  public Optional<InputStream> open(Hash blob) {
    Lookup answer = damaged.get(blob);
    if (answer instanceof Lookup.Corrupt corrupt) {
      return Optional.of(failing(blob, corrupt.reason()));
    }
    return answer == null ? super.open(blob) : Optional.empty();
  }

  private InputStream failing(Hash blob, String reason) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new DamagedContentException(blob, file(), reason, null);
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        throw new DamagedContentException(blob, file(), reason, null);
      }
    };
  }

  @Override
  public OptionalLong size(Hash blob) {
    return damaged.containsKey(blob) ? OptionalLong.empty() : super.size(blob);
  }

  @Override
  public void check(
      boolean repair, Inspector inspector, Progress progress, Cancellation cancellation) {
    super.check(
        repair,
        new Inspector() {
          @Override
          public void object(ObjectType type, Hash hash, Optional<byte[]> bytes) {
            Lookup answer = damaged.get(hash);
            if (answer == null) {
              inspector.object(type, hash, bytes);
            } else if (answer instanceof Lookup.Present present) {
              inspector.object(type, hash, bytes.map(sound -> present.bytes()));
            } else if (answer instanceof Lookup.Corrupt corrupt) {
              inspector.problem(
                  new Problem(
                      "The object " + hash + " is damaged: " + corrupt.reason(), Optional.empty()));
            }
          }

          @Override
          public void ref(String name, Hash hash) {
            inspector.ref(name, hash);
          }

          @Override
          public void problem(Problem problem) {
            inspector.problem(problem);
          }
        },
        progress,
        cancellation);
  }
}
