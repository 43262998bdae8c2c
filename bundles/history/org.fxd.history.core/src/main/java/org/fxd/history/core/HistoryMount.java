package org.fxd.history.core;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Listing;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.mount.Mount;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Workspace;

/** A project's history as a tree: {@code head}, {@code branches}, {@code tags}, {@code commits}. */
final class HistoryMount implements Mount {
  /** What it is mounted as. */
  static final String MOUNTED_AS = "history";

  private static final Kind BRANCH = new Kind("branch");
  private static final Kind TAG = new Kind("tag");

  private final Workspace workspace;
  private final Commits commits;
  private final Nodes nodes;

  HistoryMount(Workspace workspace, Commits commits, Nodes nodes) {
    this.workspace = workspace;
    this.commits = commits;
    this.nodes = nodes;
  }

  @Override
  public Node tree() {
    State state = workspace.state();
    return nodes.virtual(
        Kind.FOLDER,
        Listing.of(
            () -> {
              SortedMap<Name, Entry> parts = new TreeMap<>();
              put(parts, "", "branches", refs(state, State.BRANCHES, BRANCH));
              put(
                  parts,
                  "",
                  "commits",
                  nodes.virtual(Kind.FOLDER, new CommitListing(commits, state, nodes)));
              put(parts, "", "head", head(state));
              put(parts, "", "tags", refs(state, State.TAGS, TAG));
              return parts;
            }));
  }

  private Node head(State state) {
    NodeBuilder head = nodes.builder(new Kind("head-ref"));
    CheckedOut.branch(state).ifPresent(branch -> head.metadata("branch", Value.of(branch)));
    state.resolve(State.HEAD).ifPresent(commit -> leadTo(head, commit));
    return head.build();
  }

  private Node refs(State state, String prefix, Kind kind) {
    return nodes.virtual(
        Kind.FOLDER,
        Listing.of(
            () -> {
              SortedMap<Name, Entry> entries = new TreeMap<>();
              for (String full : state.refs(prefix).keySet()) {
                NodeBuilder ref = nodes.builder(kind);
                state
                    .resolve(full)
                    .map(object -> commits.get(object).commit().id())
                    .ifPresent(commit -> leadTo(ref, commit));
                if (state.ref(State.HEAD).equals(Optional.of(Ref.to(full)))) {
                  ref.metadata("current", Value.of(true));
                }
                put(entries, prefix, full.substring(prefix.length()), ref.build());
              }
              return entries;
            }));
  }

  private static void leadTo(NodeBuilder ref, Hash commit) {
    ref.value(Value.of(commit)).metadata("commit", Value.of(commit.toString()));
  }

  private static void put(SortedMap<Name, Entry> entries, String above, String name, Node node) {
    byte[] seed = ("history " + above + name).getBytes(StandardCharsets.UTF_8);
    Name called = Name.of(name);
    entries.put(called, new Entry(NodeId.derived(Hash.ofContent(seed)), called, Place.NONE, node));
  }
}
