package org.fxd.merge.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.merge.Contradiction;
import org.fxd.graph.api.merge.Decider;
import org.fxd.graph.api.merge.Standing;
import org.fxd.source.api.FileMeta;

/**
 * Decides what contradicts in a merge: what terms and rungs can tell is settled, of the rest
 * something is shown, and it is noted.
 */
final class Recorder implements Decider {
  /** What was noted: the terms of one field of one node; what is shown follows from the tree. */
  record Note(NodeId id, List<Name> path, Field field, Terms terms) {}

  private final Side base;
  private final Side ours;
  private final Side theirs;
  private final Ladder ladder;
  private final Function<Name, String> languages;
  private final Map<NodeId, Map<Field, Note>> notes = new LinkedHashMap<>();
  private final Map<NodeId, Set<Field>> decided = new LinkedHashMap<>();
  private final List<Node> linked = new ArrayList<>();

  Recorder(Side base, Side ours, Side theirs, Ladder ladder, Function<Name, String> languages) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
    this.ladder = ladder;
    this.languages = languages;
  }

  List<Note> notes() {
    return notes.values().stream().flatMap(fields -> fields.values().stream()).toList();
  }

  /** Whether this field was put before the recorder, so that there is no more to say of it. */
  boolean isDecided(NodeId id, Field field) {
    return decided.getOrDefault(id, Set.of()).contains(field);
  }

  /** Trees that terms lead to. */
  List<Node> linked() {
    return linked;
  }

  @Override
  public Optional<Standing> decide(Contradiction it) {
    return switch (it.sort()) {
      case FIELD -> Optional.of(field(it));
      case NAME -> Optional.of(name(it));
      case PARENT -> Optional.of(choose(it, Field.PARENT));
      case NODE -> Optional.of(node(it));
      case PRESENCE -> presence(it);
      case CYCLE -> {
        note(
            it,
            Field.PARENT,
            pair(value(Field.PARENT, it.ours()), value(Field.PARENT, it.theirs())));
        yield it.ours();
      }
      case CLASH -> {
        note(it, Field.NAME, pair(value(Field.NAME, it.theirs()), value(Field.NAME, it.theirs())));
        yield it.theirs();
      }
    };
  }

  private Standing field(Contradiction it) {
    Field field = it.key().isEmpty() ? Field.VALUE : Field.metadata(it.key());
    Terms terms = terms(it, field);
    Standing model = it.ours().orElseThrow();
    Value value =
        terms.isResolved()
            ? terms.value()
            : ladder
                .merge(terms, model.entry().node().kind(), language(it.path()))
                .orElseGet(() -> shown(it, field, terms));
    decided(it.id(), field);
    NodeBuilder node = model.entry().node().builder();
    Node with =
        field.equals(Field.VALUE)
            ? node.value(value).build()
            : node.metadata(it.key(), value).build();
    return new Standing(model.parent(), model.entry().withNode(with));
  }

  private Value shown(Contradiction it, Field field, Terms terms) {
    note(it, field, terms);
    return ladder.shown(terms);
  }

  /**
   * A part of a plain text is named by its first words, and has another name once it is scanned.
   */
  private Standing name(Contradiction it) {
    Value type = it.ours().orElseThrow().entry().node().metadata(FileMeta.TYPE);
    if (type.equals(Value.of(FileMeta.BLOCK))) {
      decided(it.id(), Field.NAME);
      return it.ours().orElseThrow();
    }
    return choose(it, Field.NAME);
  }

  /** A name or a parent: one of those that the sides have. */
  private Standing choose(Contradiction it, Field field) {
    Terms terms = terms(it, field);
    if (!terms.isResolved()) {
      note(it, field, terms);
    }
    decided(it.id(), field);
    return List.of(it.ours(), it.theirs(), it.base()).stream()
        .flatMap(Optional::stream)
        .filter(at -> field.of(at.parent(), at.entry()).equals(terms.value()))
        .findFirst()
        .orElseGet(() -> it.ours().orElseThrow());
  }

  private Standing node(Contradiction it) {
    Terms terms = terms(it, Field.NODE);
    if (!terms.isResolved()) {
      note(it, Field.NODE, terms);
      List.of(it.base(), it.ours(), it.theirs())
          .forEach(at -> at.ifPresent(there -> linked.add(there.entry().node())));
    }
    decided(it.id(), Field.NODE);
    return it.ours().orElseThrow();
  }

  private Optional<Standing> presence(Contradiction it) {
    Optional<Standing> kept = it.ours().or(it::theirs);
    Terms terms = terms(it, Field.PRESENCE);
    if (terms.isResolved()) {
      // It was moved or renamed here and removed there, with nothing else to tell it by.
      terms = pair(value(Field.PRESENCE, it.ours()), value(Field.PRESENCE, it.theirs()));
    }
    note(it, Field.PRESENCE, terms);
    List.of(it.base(), it.ours(), it.theirs())
        .forEach(at -> at.ifPresent(there -> linked.add(there.entry().node())));
    return kept;
  }

  private Terms terms(Contradiction it, Field field) {
    return Terms.merged(
        base.terms(it.id(), field, value(field, it.base())),
        ours.terms(it.id(), field, value(field, it.ours())),
        theirs.terms(it.id(), field, value(field, it.theirs())));
  }

  /** Two values with no base that could be told, and which may be the same as far as is known. */
  private static Terms pair(Value ours, Value theirs) {
    return new Terms(List.of(ours, theirs), List.of(Terms.UNTOLD));
  }

  private static Value value(Field field, Optional<Standing> standing) {
    return standing.map(at -> field.of(at.parent(), at.entry())).orElse(Value.NONE);
  }

  private void note(Contradiction it, Field field, Terms terms) {
    decided(it.id(), field);
    notes
        .computeIfAbsent(it.id(), id -> new LinkedHashMap<>())
        .put(field, new Note(it.id(), it.path(), field, terms));
  }

  private void decided(NodeId id, Field field) {
    decided.computeIfAbsent(id, key -> new HashSet<>()).add(field);
  }

  /** The language of the file that a path leads to or into. */
  private String language(List<Name> path) {
    return path.stream()
        .map(languages)
        .filter(language -> !language.equals("text"))
        .findFirst()
        .orElse("text");
  }
}
