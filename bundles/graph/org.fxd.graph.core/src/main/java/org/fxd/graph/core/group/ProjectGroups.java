package org.fxd.graph.core.group;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NearMisses;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.group.Groups;
import org.fxd.graph.api.group.LiveGroup;
import org.fxd.graph.api.group.Members;
import org.fxd.graph.api.group.MembersDiff;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selectors;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.workspace.Observer;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.delta.Deltas;
import org.fxd.graph.core.node.FirstRoot;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.select.Attributes;
import org.fxd.graph.core.select.Seen;
import org.fxd.graph.core.select.TreeSelectors;
import org.fxd.graph.core.workspace.Listeners;

/** The groups of one project. */
public final class ProjectGroups implements Groups, AutoCloseable {
  private static final Name FOLDER = Name.of("groups");
  private static final int NEAR = 3;

  private final Workspace workspace;
  private final Listeners<Observer> observers;
  private final Later later;
  private final Selectors selectors;
  private final Finder finder;
  private final Projectors projectors;
  private final Deltas deltas;
  private final Set<FollowedGroup> running = ConcurrentHashMap.newKeySet();
  private final AtomicLong order = new AtomicLong();
  private volatile boolean closed;

  /**
   * The groups of a project.
   *
   * @param observers who is told of changes
   * @param later waits for those who want to be told of several changes at once
   * @param finder of that project
   */
  public ProjectGroups(
      Workspace workspace,
      Listeners<Observer> observers,
      Later later,
      Finder finder,
      Projectors projectors,
      Deltas deltas) {
    this.workspace = workspace;
    this.observers = observers;
    this.later = later;
    this.selectors = new TreeSelectors(projectors);
    this.finder = finder;
    this.projectors = projectors;
    this.deltas = deltas;
  }

  private Value attribute(Match match, String key) {
    Attributes attributes = new Attributes(new Seen(projectors, Cancellation.none()));
    return attributes.of(match, key).orElse(Value.NONE);
  }

  @Override
  public SortedMap<Name, Group> all(Node root) {
    SortedMap<Name, Group> all = new TreeMap<>();
    for (Entry entry : root.child(FOLDER).entries()) {
      if (isGroup(entry)) {
        all.put(entry.name(), StoredGroup.read(entry.node()));
      }
    }
    return Collections.unmodifiableSortedMap(all);
  }

  @Override
  public Optional<Group> find(Node root, Name name) {
    return root.child(FOLDER)
        .entry(name)
        .filter(ProjectGroups::isGroup)
        .map(entry -> StoredGroup.read(entry.node()));
  }

  private static boolean isGroup(Entry entry) {
    return entry.node().kind().equals(StoredGroup.GROUP);
  }

  @Override
  public void put(Transaction transaction, Name name, Group group) {
    checkName(name);
    check(group);
    NodeBuilder folder = folder(transaction.root());
    checkFree(folder, name);
    StoredGroup.write(folder.childOrNew(name, StoredGroup.GROUP), group);
  }

  private static void checkName(Name name) {
    if (name.equals(Name.EMPTY)) {
      throw new UsageException("A group needs a name.", "Give it one that is not empty.");
    }
  }

  private void check(Group group) {
    group.includes().forEach(selectors::compile);
    group.excludes().forEach(selectors::compile);
  }

  /** That nothing but a group has a name. */
  private static void checkFree(NodeBuilder folder, Name name) {
    Optional<Entry> there = folder.entry(name).filter(entry -> !isGroup(entry));
    if (there.isPresent()) {
      throw new FxdException(
          "There is something else named '"
              + name
              + "' among the groups: a "
              + there.get().node().kind()
              + ".");
    }
  }

  /** The folder of the groups, which a root that came from elsewhere may lack. */
  private static NodeBuilder folder(NodeBuilder root) {
    if (root.entry(FOLDER).isEmpty()) {
      root.put(FirstRoot.folder(FOLDER));
    }
    return root.child(FOLDER);
  }

  @Override
  public void remove(Transaction transaction, Name name) {
    NodeBuilder root = transaction.root();
    Entry entry = existing(root, name);
    root.child(FOLDER).remove(entry.id());
  }

  @Override
  public void rename(Transaction transaction, Name name, Name other) {
    checkName(other);
    NodeBuilder root = transaction.root();
    Entry entry = existing(root, name);
    NodeBuilder folder = root.child(FOLDER);
    if (name.equals(other)) {
      return;
    }
    checkFree(folder, other);
    if (folder.entry(other).isPresent()) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "Cannot rename the group '" + name + "': there is a group '" + other + "' already.",
          "Choose another name, or remove that one first.",
          null);
    }
    folder.put(entry.withName(other));
  }

  private static Entry existing(NodeBuilder root, Name name) {
    List<String> names = new ArrayList<>();
    if (root.entry(FOLDER).isPresent()) {
      NodeBuilder folder = root.child(FOLDER);
      Optional<Entry> entry = folder.entry(name).filter(ProjectGroups::isGroup);
      if (entry.isPresent()) {
        return entry.get();
      }
      for (Entry other : folder.entries()) {
        if (isGroup(other)) {
          names.add(other.name().toString());
        }
      }
    }
    throw new NotFoundException("There is no group '" + name + "'.", hint(name, names), null);
  }

  private static String hint(Name name, List<String> names) {
    List<String> near = NearMisses.of(name.toString(), names, NEAR);
    return names.isEmpty()
        ? "The project has no groups yet."
        : near.isEmpty()
            ? "There are "
                + String.join(", ", names.subList(0, Math.min(NEAR, names.size())))
                + (names.size() > NEAR ? " and more." : ".")
            : "Did you mean " + String.join(" or ", near) + "?";
  }

  @Override
  public Members members(Node root, Group group) {
    check(group);
    return new ListedMembers(root, this::attribute, () -> list(root, group));
  }

  private List<Match> list(Node root, Group group) {
    List<Match> members = new ArrayList<>();
    group.members().forEach(id -> finder.find(root, id).ifPresent(members::add));
    Set<NodeId> named = new HashSet<>(group.members());
    Selected.of(selectors, group)
        .ifPresent(
            selected ->
                selected.in(finder, root, match -> !named.contains(match.id()), members::add));
    return members;
  }

  @Override
  public MembersDiff diff(Members before, Members after) {
    return MembersComparison.of(before, after);
  }

  @Override
  public LiveGroup follow(String name, Group group, Consumer<MembersDiff> listener) {
    check(group);
    if (closed) {
      throw new IllegalStateException("The project " + workspace.project() + " is closed");
    }
    Following following =
        new Following(
            group, Selected.of(selectors, group), finder, projectors, deltas, this::attribute);
    FollowedGroup followed =
        new FollowedGroup(name, group, workspace, following, listener, later, this::forget);
    running.add(followed);
    if (group.reactive()) {
      observers.add(followed, 0, order.incrementAndGet(), Optional.of(workspace.project()));
      followed.joined();
    }
    if (closed) {
      followed.close();
    }
    return followed;
  }

  private void forget(FollowedGroup followed) {
    observers.remove(followed);
    running.remove(followed);
  }

  /** Ends all live groups. */
  @Override
  public void close() {
    closed = true;
    running.forEach(FollowedGroup::close);
  }
}
