package org.fxd.shell.command.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.select.Match;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.Selection;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.Meant;

/** Which part of the work that is not committed a call means. */
public final class WorkMeant {
  private final CommandContext context;
  private final Lookup lookup;

  /** Looks in the project as it is and in the commit checked out. */
  public WorkMeant(CommandContext context, Lookup lookup) {
    this.context = context;
    this.lookup = lookup;
  }

  /**
   * What some words, {@code --snippet} and {@code --select} mean; all of the work if nothing is
   * said.
   *
   * @param words paths, files, {@code FILE#SNIPPET} or {@code #ID}, also of what was removed
   * @throws FxdException if a word means nothing, or several things
   * @throws UsageException if a selector is none
   */
  public Selection selection(List<String> words) {
    List<String> all = new ArrayList<>(words);
    all.addAll(context.options("--snippet"));
    List<Selection> parts = new ArrayList<>();
    if (!all.isEmpty()) {
      parts.add(Selection.of(ids(all)));
    }
    for (String selector : context.options("--select")) {
      parts.add(Selection.found(lookup.selector(selector)));
    }
    return parts.isEmpty() ? Selection.all() : new Selection.AnyOf(parts);
  }

  private Set<NodeId> ids(List<String> words) {
    History history = context.service(History.class);
    List<Meant> places = new ArrayList<>();
    Meant here = lookup.in(context);
    places.add(here);
    history
        .head()
        .map((Commit head) -> lookup.in(context, history.root(head)))
        .ifPresent(places::add);
    Set<NodeId> ids = new LinkedHashSet<>();
    for (String word : words) {
      List<NodeId> found =
          places.stream().flatMap(place -> place.find(word).stream()).map(Match::id).toList();
      ids.addAll(found.isEmpty() ? List.of(here.node(word).id()) : found);
    }
    return ids;
  }
}
