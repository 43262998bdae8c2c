package org.fxd.store.v1.map;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.store.v1.json.JsonCheck;
import org.fxd.store.v1.json.JsonParts;
import org.fxd.store.v1.json.JsonParts.Member;
import org.fxd.store.v1.json.JsonString;
import org.fxd.store.v1.map.MarkedForm.Marked;

/**
 * What version 1 has no words for, as the member {@link #KEY} of {@code meta_json}: the original
 * keeps it and does not look at it.
 *
 * @param kind the kind, if it is neither that of data nor that of snippets
 * @param name the name, if it is not the row's
 * @param value what {@code value_json} stands for
 * @param rendered the checksum of {@code value_json}'s text, where it is that of the entries
 * @param metadata metadata that JSON has no word for
 * @param added metadata that are not the node's, but help the original
 */
record Mark(
    Optional<Kind> kind,
    Optional<Name> name,
    Optional<MarkedForm> value,
    Optional<String> rendered,
    SortedMap<String, Value> metadata,
    SortedMap<String, Value> added) {
  /** The member. */
  static final String KEY = "fxd";

  /** Nothing to say. */
  static final Mark NONE =
      new Mark(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap());

  private static final String KIND = "kind";
  private static final String NAME = "name";
  private static final String VALUE = "value";
  private static final String RENDERED = "rendered";
  private static final String METADATA = "metadata";
  private static final String ADDED = "added";

  /** These hold a project together; nothing within one is of such a kind. */
  private static final Set<Kind> RESERVED =
      Set.of(Kind.NONE, Kind.ROOT, Kind.STATE, Kind.REFS, Kind.REF);

  boolean isEmpty() {
    return equals(NONE);
  }

  /** The member's value. */
  String json() {
    StringJoiner members = new StringJoiner(",", "{", "}");
    kind.ifPresent(known -> members.add(member(KIND, JsonString.of(known.name()))));
    name.ifPresent(
        known ->
            members.add(
                member(
                    NAME,
                    known.isText()
                        ? JsonString.of(known.toString())
                        : wrapped(Value.of(known.bytes())))));
    value.ifPresent(form -> members.add(member(VALUE, JsonString.of(form.word()))));
    rendered.ifPresent(checksum -> members.add(member(RENDERED, JsonString.of(checksum))));
    if (!metadata.isEmpty()) {
      members.add(member(METADATA, object(metadata, Mark::wrapped)));
    }
    if (!added.isEmpty()) {
      members.add(member(ADDED, object(added, value -> Scalars.write(value).orElse("null"))));
    }
    return members.toString();
  }

  private static String object(SortedMap<String, Value> values, Function<Value, String> json) {
    StringJoiner members = new StringJoiner(",", "{", "}");
    values.forEach((key, value) -> members.add(member(key, json.apply(value))));
    return members.toString();
  }

  private static String wrapped(Value value) {
    Marked marked = MarkedForm.of(value);
    return "{" + member(marked.form().word(), JsonString.of(marked.text())) + "}";
  }

  private static String member(String key, String json) {
    return JsonString.of(key) + ":" + json;
  }

  /** Reads the member's value; empty if it is no mark, which is to be taken as any other member. */
  static Optional<Mark> read(Nodes nodes, String json) {
    if (!JsonCheck.isSound(json)) {
      return Optional.empty();
    }
    try {
      return JsonParts.members(json).map(members -> read(nodes, members));
    } catch (IllegalArgumentException none) {
      // Something else that happens to have this name.
      return Optional.empty();
    }
  }

  private static Mark read(Nodes nodes, List<Member> members) {
    Mark mark = NONE;
    Set<String> seen = new HashSet<>();
    for (Member member : members) {
      if (!seen.add(member.name())) {
        throw new IllegalArgumentException("A member comes twice");
      }
      String json = member.value();
      mark =
          switch (member.name()) {
            case KIND -> mark.withKind(kind(text(json)));
            case NAME -> mark.withName(name(nodes, json));
            case VALUE -> mark.withValue(MarkedForm.of(text(json)).orElseThrow(Mark::none));
            case RENDERED -> mark.withRendered(text(json));
            case METADATA -> mark.withMetadata(values(json, inner -> unwrapped(nodes, inner)));
            case ADDED -> mark.withAdded(values(json, inner -> plain(nodes, inner)));
            default -> throw none();
          };
    }
    return mark;
  }

  private static Kind kind(String name) {
    Kind kind = new Kind(name);
    if (RESERVED.contains(kind)) {
      throw none();
    }
    return kind;
  }

  private static Name name(Nodes nodes, String json) {
    return JsonString.read(json)
        .map(Name::of)
        .orElseGet(
            () ->
                unwrapped(nodes, json) instanceof Value.Bytes bytes
                    ? Name.ofBytes(bytes.bytes())
                    : Name.EMPTY);
  }

  private static SortedMap<String, Value> values(String json, Function<String, Value> read) {
    SortedMap<String, Value> values = new TreeMap<>();
    for (Member member : JsonParts.members(json).orElseThrow(Mark::none)) {
      values.put(member.name(), read.apply(member.value()));
    }
    return values;
  }

  private static Value unwrapped(Nodes nodes, String json) {
    List<Member> members = JsonParts.members(json).orElseThrow(Mark::none);
    if (members.size() != 1) {
      throw none();
    }
    MarkedForm form = MarkedForm.of(members.get(0).name()).orElseThrow(Mark::none);
    return form.read(nodes, text(members.get(0).value()));
  }

  private static Value plain(Nodes nodes, String json) {
    return MarkedForm.JSON.read(nodes, json);
  }

  private static String text(String json) {
    return JsonString.read(json).orElseThrow(Mark::none);
  }

  private static IllegalArgumentException none() {
    return new IllegalArgumentException("This is no mark");
  }

  Mark withKind(Kind other) {
    return new Mark(Optional.of(other), name, value, rendered, metadata, added);
  }

  Mark withName(Name other) {
    return new Mark(kind, Optional.of(other), value, rendered, metadata, added);
  }

  Mark withValue(MarkedForm other) {
    return new Mark(kind, name, Optional.of(other), rendered, metadata, added);
  }

  Mark withRendered(String checksum) {
    return new Mark(kind, name, value, Optional.of(checksum), metadata, added);
  }

  Mark withMetadata(Map<String, Value> other) {
    return new Mark(kind, name, value, rendered, new TreeMap<>(other), added);
  }

  Mark withAdded(Map<String, Value> other) {
    return new Mark(kind, name, value, rendered, metadata, new TreeMap<>(other));
  }
}
