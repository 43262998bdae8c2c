package org.fxd.merge.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.merge.api.Conflict.Sort;
import org.fxd.source.api.Sources;

/** Merges roots, with what is undecided in them. Never refuses. */
final class TreeMerge {
  /**
   * What came of it.
   *
   * @param root the merged root, with its conflicts
   * @param linked trees that the conflicts lead to, which are to be stored with it
   */
  record Merged(Node root, List<Node> linked) {
    Merged {
      linked = List.copyOf(linked);
    }
  }

  private final Nodes nodes;
  private final Sources sources;
  private final Ladder ladder;
  private final FieldEdits edits;

  TreeMerge(Nodes nodes, Sources sources, Ladder ladder) {
    this.nodes = nodes;
    this.sources = sources;
    this.ladder = ladder;
    this.edits = new FieldEdits(sources);
  }

  /** A root with nothing in it, for what has no base. */
  Node nothing() {
    return nodes.builder(Kind.ROOT).build();
  }

  Merged merge(Node base, Node ours, Node theirs) {
    if (base.equals(ours) || ours.equals(theirs)) {
      return new Merged(theirs, List.of());
    }
    if (base.equals(theirs)) {
      return new Merged(ours, List.of());
    }
    Side was = Side.of(base);
    Side here = Side.of(ours);
    Side there = Side.of(theirs);
    CommonForm forms = new CommonForm(nodes, sources, ladder);
    CommonForm.Roots roots = forms.of(was.root(), here.root(), there.root());
    Recorder recorder = new Recorder(was, here, there, ladder, sources::language);
    Node merged = nodes.merge(roots.base(), roots.ours(), roots.theirs(), recorder);
    ConflictBook book = new ConflictBook();
    Set<NodeId> inConflict = inConflict(List.of(was, here, there), recorder);
    merged = carry(merged, List.of(was, here, there), recorder, inConflict, book);
    Spots spots = new Spots(merged);
    recorder.notes().forEach(note -> spots.expect(note.id(), note.path()));
    recorder.notes().forEach(note -> enter(note, spots, inConflict, book));
    stray(List.of(here, there), spots, book);
    return new Merged(book.in(merged, nodes), recorder.linked());
  }

  /** Notes what the merge left undecided, as the merged tree shows it. */
  private static void enter(
      Recorder.Note note, Spots spots, Set<NodeId> inConflict, ConflictBook book) {
    Optional<Spot> spot = spots.find(note.id());
    if (spot.isEmpty()) {
      return;
    }
    Value shown = note.field().in(spot);
    Terms terms = note.terms();
    boolean place = note.field().sort() == Sort.NAME || note.field().sort() == Sort.PARENT;
    if (place && !terms.adds().contains(shown)) {
      // What it is called or stands in for the time being is as good as what a side says.
      terms = new Terms(List.of(shown, last(terms.adds())), List.of(Terms.UNTOLD));
    } else if (place && terms.removes().contains(Terms.UNTOLD)) {
      terms = new Terms(List.of(shown, last(terms.adds())), List.of(Terms.UNTOLD));
    }
    if (!terms.isResolved()) {
      book.put(
          note.id(),
          spots.stood(spot.get(), inConflict),
          new Undecided(note.field(), terms, shown));
    }
  }

  /** All nodes with markers of conflicts in them, and the files with such as strayed there. */
  private static Set<NodeId> inConflict(List<Side> sides, Recorder recorder) {
    Set<NodeId> inConflict = new HashSet<>();
    for (Side side : sides) {
      for (Living living : Listing.living(side.book(), side.spots())) {
        inConflict.add(living.spot().entry().id());
      }
    }
    recorder.notes().forEach(note -> inConflict.add(note.id()));
    return inConflict;
  }

  /** Takes over what has its marker lines in the merged files, but no longer in its node. */
  private static void stray(List<Side> sides, Spots spots, ConflictBook book) {
    for (Side side : sides) {
      ConflictBook both = book.copy();
      Listing.living(side.book(), side.spots()).stream()
          .filter(it -> !book.has(it.id(), it.undecided().field()))
          .forEach(it -> both.put(it.id(), side.book().stood(it.id()), it.undecided()));
      Listing.living(both, spots).stream()
          .filter(Living::isStray)
          .forEach(it -> book.put(it.id(), both.stood(it.id()), it.undecided()));
    }
  }

  private static Value last(List<Value> values) {
    return values.get(values.size() - 1);
  }

  /** Takes over what was undecided before, and did not come before the recorder. */
  private Node carry(
      Node merged, List<Side> sides, Recorder recorder, Set<NodeId> inConflict, ConflictBook book) {
    Spots spots = new Spots(merged);
    List<NodeId> ids =
        sides.stream().flatMap(side -> side.book().ids().stream()).distinct().sorted().toList();
    for (Side side : sides) {
      side.book().ids().forEach(id -> spots.expect(id, side.book().path(id)));
    }
    NodeBuilder root = null;
    for (NodeId id : ids) {
      Optional<Spot> spot = spots.find(id);
      if (spot.isEmpty()) {
        continue;
      }
      for (Field field : fields(sides, id)) {
        if (recorder.isDecided(id, field) || isTextElsewhere(spot.get(), field)) {
          continue;
        }
        Terms terms = terms(sides, id, field, spot.get());
        Value now = field.in(spot);
        boolean value = field.sort() == Sort.VALUE || field.sort() == Sort.METADATA;
        Value shown = value ? shown(terms, now) : now;
        if (!shown.equals(now)) {
          root = root == null ? merged.builder() : root;
          edits.set(root, spot.get(), field, shown);
        }
        if (!terms.isResolved() && (value || lived(sides, id, field, now))) {
          book.put(id, spots.stood(spot.get(), inConflict), new Undecided(field, terms, shown));
        }
      }
    }
    return root == null ? merged : root.build();
  }

  /**
   * Whether a file's value is asked for, and the file has gone to the form whose text is in its
   * snippets: it has no value, and must not get one beside them.
   */
  private static boolean isTextElsewhere(Spot spot, Field field) {
    Node node = spot.entry().node();
    return field.sort() == Sort.VALUE && node.kind().equals(Kind.FILE) && node.size() > 0;
  }

  private static List<Field> fields(List<Side> sides, NodeId id) {
    return sides.stream()
        .flatMap(side -> side.book().about(id).stream())
        .map(Undecided::field)
        .distinct()
        .toList();
  }

  private static Terms terms(List<Side> sides, NodeId id, Field field, Spot spot) {
    List<Terms> all = new ArrayList<>();
    sides.forEach(side -> all.add(side.terms(id, field, spot.path())));
    return Terms.merged(all.get(0), all.get(1), all.get(2));
  }

  private Value shown(Terms terms, Value now) {
    if (terms.isResolved()) {
      return terms.value();
    }
    Value shown = ladder.shown(terms);
    return MarkerLines.left(shown, now, terms) ? now : shown;
  }

  private static boolean lived(List<Side> sides, NodeId id, Field field, Value now) {
    return sides.stream()
        .flatMap(side -> side.book().about(id).stream())
        .anyMatch(undecided -> undecided.field().equals(field) && undecided.lives(now));
  }
}
