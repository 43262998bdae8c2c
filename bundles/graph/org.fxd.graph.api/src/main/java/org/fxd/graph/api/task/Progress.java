package org.fxd.graph.api.task;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told how far long work has come. Called from any thread, often; must return at once and must
 * not throw.
 */
@ConsumerType
public interface Progress {
  /** Hears nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void phase(String name, long total) {}

        @Override
        public void advance(long units) {}
      };

  /**
   * A new phase begins, and the one before has ended.
   *
   * @param name for a person, such as "reading files"
   * @param total how many units it has; -1 if not known
   */
  void phase(String name, long total);

  /** So many more units are done. */
  void advance(long units);
}
