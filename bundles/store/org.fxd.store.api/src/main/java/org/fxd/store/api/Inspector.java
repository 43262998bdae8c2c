package org.fxd.store.api;

import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told what a {@linkplain Store#check check} of a store finds. Called by one thread at a time.
 */
@ConsumerType
public interface Inspector {
  /**
   * An object is there, and its content has its hash. Each is told at least once.
   *
   * @param bytes its canonical bytes, not to be changed; empty for a blob
   */
  void object(ObjectType type, Hash hash, Optional<byte[]> bytes);

  /** A reference. */
  void ref(String name, Hash hash);

  /** Something is wrong. */
  void problem(Problem problem);

  /**
   * What is wrong.
   *
   * @param what in words for a person: what is damaged, and how one sees it
   * @param repaired in words, what was done about it without loss; empty if nothing was or could be
   * @param structural whether the medium itself is damaged, so that nothing can be put right where
   *     it is, and what is whole has to be {@linkplain StoreProvider#salvage salvaged}
   */
  record Problem(String what, Optional<String> repaired, boolean structural) {
    /** Of what the store holds, not of the medium. */
    public Problem(String what, Optional<String> repaired) {
      this(what, repaired, false);
    }
  }
}
