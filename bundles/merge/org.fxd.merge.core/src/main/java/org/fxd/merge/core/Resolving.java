package org.fxd.merge.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.merge.Contradiction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.merge.api.Choice;

/** Puts what was chosen where a conflict is. */
record Resolving(Workspace workspace, FieldEdits edits, Lines lines) {
  /** Resolves all that is in conflict about one node. */
  void resolve(NodeBuilder root, Spots spots, List<Living> living, Choice choice) {
    List<Living> inFiles = new ArrayList<>();
    for (Living it : living) {
      if (isInFile(spots, it)) {
        inFiles.add(it);
      } else {
        resolve(root, it, choice);
      }
    }
    for (Living it : inFiles) {
      chosen(it.undecided(), choice);
      Spot file = spots.file(it.spot()).orElseThrow();
      new StrayEdits(edits).resolve(root, file, it.undecided(), choice);
    }
  }

  /** Puts another node where the conflicts of one are. */
  void replace(NodeBuilder root, Spots spots, List<Living> living, Node node) {
    Living first = living.get(0);
    if (first.isStray()) {
      new StrayEdits(edits).replace(root, first.spot(), node);
    } else {
      replace(root, first.spot(), node);
    }
  }

  /** Whether what it shows has to be looked for in the file, since its node was edited. */
  private boolean isInFile(Spots spots, Living living) {
    Undecided undecided = living.undecided();
    return living.isStray()
        || undecided.isText()
            && !undecided.field().in(Optional.of(living.spot())).equals(undecided.shown())
            && fileAround(spots, living)
                .filter(file -> new StrayEdits(edits).knows(file, undecided))
                .isPresent();
  }

  private static Optional<Spot> fileAround(Spots spots, Living living) {
    return spots.file(living.spot()).filter(file -> !file.entry().id().equals(living.id()));
  }

  /**
   * Scans the file around a node: snippets follow from the text, whoever changes it. Not as long as
   * there are marker lines of others in it: snippets would be lost over them.
   *
   * @param others what else is in conflict
   */
  void rescan(NodeBuilder root, Spots spots, Living resolved, List<Living> others) {
    Optional<Spot> around = fileAround(spots, resolved);
    boolean last =
        others.stream()
            .filter(it -> it.undecided().isText())
            .noneMatch(it -> spots.file(it.spot()).equals(around));
    if (last) {
      around.ifPresent(file -> edits.rescan(root, file));
    }
  }

  private void resolve(NodeBuilder root, Living living, Choice choice) {
    Undecided undecided = living.undecided();
    Value chosen = chosen(undecided, choice);
    Spot spot = living.spot();
    switch (undecided.field().sort()) {
      case VALUE, METADATA -> edits.set(root, spot, undecided.field(), chosen);
      case NAME -> rename(root, spot, Name.of(chosen.toString()));
      case PARENT -> move(root, spot, chosen);
      case PRESENCE, NODE -> {
        if (chosen.equals(Value.NONE)) {
          edits.remove(root, spot);
        } else {
          replace(root, spot, workspace.node(chosen.asLink().orElseThrow()));
        }
      }
    }
  }

  private void replace(NodeBuilder root, Spot spot, Node node) {
    edits.replace(root, spot, node);
  }

  private Value chosen(Undecided undecided, Choice choice) {
    List<Value> adds = undecided.terms().adds();
    Value base = undecided.terms().removes().get(0);
    return switch (choice) {
      case OURS -> adds.get(0);
      case THEIRS -> adds.get(adds.size() - 1);
      case BASE -> {
        if (base.equals(Terms.UNTOLD)) {
          throw new UsageException(
              "The sides have no base to go back to here.", "Choose --ours or --theirs.");
        }
        yield base;
      }
      case BOTH -> both(undecided);
    };
  }

  private Value both(Undecided undecided) {
    Terms terms = undecided.terms();
    Optional<List<String>> adds = Texts.all(terms.adds());
    Optional<List<String>> removes = Texts.all(terms.removes());
    boolean text =
        switch (undecided.field().sort()) {
          case VALUE, METADATA -> adds.isPresent() && removes.isPresent();
          case NAME, PARENT, PRESENCE, NODE -> false;
        };
    if (!text) {
      throw new UsageException(
          "Both can only be taken of texts, not of a "
              + undecided.field().toString().replace(":", " ")
              + ".",
          "Choose --ours or --theirs.");
    }
    String merged = adds.get().get(0);
    for (int i = 1; i < adds.get().size(); i++) {
      merged = lines.both(removes.get().get(i - 1), merged, adds.get().get(i));
    }
    return Texts.like(undecided.shown(), merged);
  }

  private void rename(NodeBuilder root, Spot spot, Name name) {
    List<NodeBuilder> way = FieldEdits.way(root, spot);
    put(way.get(way.size() - 2), spot.entry().withName(name));
  }

  private void move(NodeBuilder root, Spot spot, Value parent) {
    Spots spots = new Spots(root.build());
    Spot to =
        parent
            .asReference()
            .flatMap(spots::find)
            .filter(at -> !at.way().contains(spot.entry().id()))
            .orElseThrow(
                () ->
                    new FxdException(
                        FxdException.Category.FAILED,
                        "'" + spot.entry().name() + "' cannot be moved to where that side has it.",
                        "What it stood in is gone, or stands in it. Choose the other side.",
                        null));
    boolean top = parent.asReference().filter(Contradiction.ROOT::equals).isPresent();
    edits.remove(root, spot);
    List<NodeBuilder> way = top ? List.of(root) : FieldEdits.way(root, to);
    put(way.get(way.size() - 1), spot.entry());
    edits.derive(way);
  }

  private static void put(NodeBuilder parent, Entry entry) {
    Optional<Entry> there =
        parent.kind().sortedByName()
            ? parent.entry(entry.name()).filter(other -> !other.id().equals(entry.id()))
            : Optional.empty();
    if (there.isPresent()) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "There is another '" + entry.name() + "' where it would stand.",
          "Rename or remove that one first, or choose the other side.",
          null);
    }
    parent.put(entry);
  }
}
