package org.fxd.graph.api.workspace;

import org.fxd.graph.api.Hash;

/** What a reference holds: an object, or the name of another reference. */
public sealed interface Ref {
  /** A reference to an object. */
  record Direct(Hash hash) implements Ref {
    @Override
    public String toString() {
      return hash.toString();
    }
  }

  /** A reference to whatever another one refers to. */
  record Symbolic(String target) implements Ref {
    @Override
    public String toString() {
      return target;
    }
  }

  /** A reference to an object. */
  static Ref to(Hash hash) {
    return new Direct(hash);
  }

  /** A reference to another reference. */
  static Ref to(String name) {
    return new Symbolic(name);
  }
}
