package org.fxd.history.core;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ref.Annotation;
import org.fxd.history.api.ref.Tag;
import org.fxd.history.api.ref.Tags;

/** The tags of one open project. */
final class ProjectTags implements Tags {
  private final Workspace workspace;
  private final Commits commits;
  private final Nodes nodes;
  private final NamedRefs names;

  /**
   * The tags of a project.
   *
   * @param turn held while names change
   */
  ProjectTags(Workspace workspace, Commits commits, Nodes nodes, Object turn) {
    this.workspace = workspace;
    this.commits = commits;
    this.nodes = nodes;
    this.names = new NamedRefs(RefFamily.TAG, workspace, commits, turn);
  }

  @Override
  public List<Tag> all() {
    State state = workspace.state();
    return names.names(state).stream().flatMap(name -> find(state, name).stream()).toList();
  }

  @Override
  public Optional<Tag> find(String name) {
    return find(workspace.state(), name);
  }

  @Override
  public Tag get(String name) {
    State state = workspace.state();
    return find(state, name).orElseThrow(() -> names.unknown(state, name));
  }

  private Optional<Tag> find(State state, String name) {
    return names.find(state, name).map(object -> tag(name, object));
  }

  private Tag tag(String name, Hash object) {
    Hash commit = commits.get(object).commit().id();
    // What leads to another object than itself is a node.
    return new Tag(
        name,
        object,
        commit,
        commit.equals(object) ? Optional.empty() : TagNode.read(workspace.node(object)));
  }

  @Override
  public Tag create(String name, Commit at, Optional<Annotation> annotation, Origin origin) {
    Named named = new Named(commits.get(at.id()).commit().id(), annotation);
    names.change(
        origin,
        "tag: create " + name,
        transaction -> names.create(transaction, name, named.attach(transaction)));
    return tag(name, named.object());
  }

  @Override
  public Tag replace(Tag tag, Commit at, Optional<Annotation> annotation, Origin origin) {
    Named named = new Named(commits.get(at.id()).commit().id(), annotation);
    names.change(
        origin,
        "tag: move " + tag.name() + " to " + at.id().brief(),
        transaction ->
            names.set(
                transaction, tag.name(), tag.object(), Optional.of(named.attach(transaction))));
    return tag(tag.name(), named.object());
  }

  @Override
  public void delete(Tag tag, Origin origin) {
    String anyway = "fxd:tag --delete " + tag.name() + " --force";
    names.change(
        origin,
        "tag: delete " + tag.name(),
        transaction -> {
          names.set(transaction, tag.name(), tag.object(), Optional.empty());
          names.checkKept(transaction, tag.name(), Optional.empty(), "Deleting", anyway);
        });
  }

  @Override
  public void drop(Tag tag, Origin origin) {
    names.change(
        origin,
        "tag: delete " + tag.name(),
        transaction -> names.set(transaction, tag.name(), tag.object(), Optional.empty()));
  }

  /** The object that a tag's name is to hold. */
  private final class Named {
    private final Hash commit;
    private final Optional<Node> node;

    Named(Hash commit, Optional<Annotation> annotation) {
      this.commit = commit;
      this.node = annotation.map(said -> TagNode.of(nodes, commit, said));
    }

    Hash object() {
      return node.map(Node::hash).orElse(commit);
    }

    Hash attach(Transaction transaction) {
      return node.map(transaction::attach).orElse(commit);
    }
  }
}
