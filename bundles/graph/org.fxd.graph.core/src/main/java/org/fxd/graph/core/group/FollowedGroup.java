package org.fxd.graph.core.group;

import java.util.function.Consumer;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.group.LiveGroup;
import org.fxd.graph.api.group.Members;
import org.fxd.graph.api.group.MembersDiff;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Observer;
import org.fxd.graph.api.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A group that follows the newest state. Whoever asks for its members brings it up to date; whoever
 * listens is told how they differ from what he was told last, so that what came and went meanwhile
 * is not told at all.
 */
final class FollowedGroup implements LiveGroup, Observer {
  private static final Logger LOG = LoggerFactory.getLogger(FollowedGroup.class);

  private final String name;
  private final Group group;
  private final Workspace workspace;
  private final Following following;
  private final Consumer<MembersDiff> listener;
  private final Later later;
  private final Consumer<FollowedGroup> closing;
  private final Object telling = new Object();
  private Following.Stand newest;
  private volatile Following.Stand told;
  private boolean waiting;
  private volatile boolean closed;

  FollowedGroup(
      String name,
      Group group,
      Workspace workspace,
      Following following,
      Consumer<MembersDiff> listener,
      Later later,
      Consumer<FollowedGroup> closing) {
    this.name = name;
    this.group = group;
    this.workspace = workspace;
    this.following = following;
    this.listener = listener;
    this.later = later;
    this.closing = closing;
    this.newest = following.begin(workspace.root());
    this.told = newest;
  }

  @Override
  public Group group() {
    return group;
  }

  @Override
  public synchronized Members members() {
    if (!closed) {
      newest = following.to(newest, workspace.root()).after();
    }
    return following.members(newest);
  }

  /** It is told of changes from now on; some may have happened while it was getting ready. */
  void joined() {
    if (!workspace.root().equals(told.root()) && waits()) {
      later.run(group.debounce(), this::tell);
    }
  }

  @Override
  public void changed(Workspace project, Change change) {
    if (group.debounce().isZero()) {
      tell();
    } else if (waits()) {
      later.run(group.debounce(), this::tell);
    }
  }

  /** Whether there is nobody yet who will tell. */
  private synchronized boolean waits() {
    boolean first = !waiting;
    waiting = true;
    return first;
  }

  private void tell() {
    // One at a time; who comes second meanwhile is the only one who waits here.
    synchronized (telling) {
      synchronized (this) {
        waiting = false;
      }
      try {
        Following.Step step = following.to(told, workspace.root());
        told = step.after();
        if (!step.diff().isEmpty() && !closed) {
          listener.accept(step.diff());
        }
      } catch (RuntimeException | Error failure) {
        LOG.warn("The live group '{}' failed to tell what changed", name, failure);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    closing.accept(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
