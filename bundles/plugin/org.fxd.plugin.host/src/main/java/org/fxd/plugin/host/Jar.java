package org.fxd.plugin.host;

import java.util.Optional;
import org.osgi.framework.Bundle;

/**
 * One jar of the folder and its bundle, as the host handles them. Confined to the loop's thread.
 */
final class Jar {
  /** What the host is doing with it. */
  enum Phase {
    /** Nothing. */
    IDLE,
    /** It is being started. */
    STARTING,
    /** It did not start in time; the thread that starts it has not come back. */
    HANGING_IN_START,
    /** It is being stopped. */
    STOPPING,
    /** It did not stop in time; the thread that stops it has not come back. */
    HANGING_IN_STOP
  }

  final String name;
  private Phase phase = Phase.IDLE;
  private int generation;
  private Content content;
  private Bundle bundle;
  private String problem;
  private String failure;
  private Content shadowed;
  private boolean startDue;

  Jar(String name) {
    this.name = name;
  }

  Phase phase() {
    return phase;
  }

  void phase(Phase next) {
    phase = next;
  }

  boolean isSettled() {
    return phase != Phase.STARTING && phase != Phase.STOPPING;
  }

  /** How many contents it has had. */
  int generation() {
    return generation;
  }

  /** What the bundle was made of; empty if there is no bundle. */
  Optional<Content> content() {
    return Optional.ofNullable(content);
  }

  Optional<Bundle> bundle() {
    return Optional.ofNullable(bundle);
  }

  /** It was installed. */
  void installed(Content newContent, Bundle newBundle) {
    if (content == null || !content.sha256().equals(newContent.sha256())) {
      generation++;
    }
    adopt(newContent, newBundle);
    startDue = true;
  }

  /** Its bundle was there already. */
  void adopt(Content newContent, Bundle newBundle) {
    generation = Math.max(1, generation);
    content = newContent;
    bundle = newBundle;
    failure = null;
    problem = null;
    shadowed = null;
  }

  /** Its bundle was uninstalled; the content is kept in mind, to count generations. */
  void uninstalled() {
    bundle = null;
    failure = null;
    startDue = false;
  }

  /** Why what lies in the folder now is not what runs, or does not run at all. */
  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  void problem(String reason) {
    problem = reason;
  }

  /** Why its bundle did not start. */
  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  void failure(String reason) {
    failure = reason;
  }

  /** Whether that is its bundle still. */
  boolean isOf(Bundle other) {
    return other.equals(bundle);
  }

  /** Whether it only adds to another bundle. */
  boolean isFragment() {
    return content != null && content.facts().fragment();
  }

  /** What arrived but has to wait until another jar with the same bundle is gone. */
  Optional<Content> shadowed() {
    return Optional.ofNullable(shadowed);
  }

  void shadowed(Content arrived) {
    shadowed = arrived;
  }

  /** Whether it is to be started as soon as nothing is missing. */
  boolean isStartDue() {
    return startDue;
  }

  void startDue(boolean due) {
    startDue = due;
  }
}
