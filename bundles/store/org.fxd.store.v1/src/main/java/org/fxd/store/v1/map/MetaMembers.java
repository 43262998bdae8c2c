package org.fxd.store.v1.map;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.store.v1.json.JsonCheck;
import org.fxd.store.v1.json.JsonParts;
import org.fxd.store.v1.json.JsonString;

/** {@code meta_json} as metadata, and back. */
final class MetaMembers {
  /** Those of a snippet, in the order in which the original makes them. */
  private static final List<String> FIRST = List.of("lang", "file", "id", "order", "version");

  /** Leaves room for what is kept besides. */
  private static final int MOST = Limits.METADATA - 100;

  private MetaMembers() {}

  /** What a cell says: metadata, and perhaps a mark. */
  record Read(SortedMap<String, Value> metadata, Mark mark) {
    static final Read NOTHING = new Read(new TreeMap<>(), Mark.NONE);
  }

  /** Reads a cell; one that does not fit metadata says nothing, and is for others to keep. */
  static Read read(Nodes nodes, Cell meta) {
    if (meta.text().isEmpty() || !JsonCheck.isSound(meta.shown())) {
      return Read.NOTHING;
    }
    Optional<List<JsonParts.Member>> members = JsonParts.members(meta.shown());
    if (members.isEmpty() || members.get().size() > MOST) {
      return Read.NOTHING;
    }
    SortedMap<String, Value> metadata = new TreeMap<>();
    Mark mark = Mark.NONE;
    for (JsonParts.Member member : members.get()) {
      Optional<Mark> marked =
          member.name().equals(Mark.KEY) ? Mark.read(nodes, member.value()) : Optional.empty();
      if (marked.isPresent()) {
        mark = marked.get();
      } else if (isKey(member.name())
          && member.value().getBytes(StandardCharsets.UTF_8).length <= Limits.VALUE) {
        metadata.put(member.name(), MarkedForm.JSON.read(nodes, member.value()));
      } else {
        return Read.NOTHING;
      }
    }
    mark.added().forEach((key, value) -> metadata.remove(key, value));
    mark.metadata()
        .forEach(
            (key, value) -> {
              if (isKey(key)) {
                metadata.put(key, value);
              }
            });
    return new Read(metadata, mark);
  }

  private static boolean isKey(String key) {
    int length = key.getBytes(StandardCharsets.UTF_8).length;
    return length > 0 && length <= Limits.KEY && !key.startsWith(Kept.PREFIX);
  }

  /**
   * Writes metadata.
   *
   * @param mark what else there is to say; NONE if nothing
   */
  static Cell write(Map<String, Value> metadata, Mark mark) {
    Map<String, String> members = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>(FIRST);
    keys.addAll(new TreeMap<>(metadata).keySet());
    SortedMap<String, Value> marked = new TreeMap<>();
    for (String key : keys) {
      Value value = metadata.getOrDefault(key, mark.added().getOrDefault(key, Value.NONE));
      Optional<String> json = key.equals(Mark.KEY) ? Optional.empty() : Scalars.write(value);
      if (json.isPresent()) {
        members.putIfAbsent(key, json.get());
      } else if (!value.equals(Value.NONE)) {
        marked.put(key, value);
      }
    }
    Mark whole = marked.isEmpty() ? mark : mark.withMetadata(marked);
    if (!whole.isEmpty()) {
      members.put(Mark.KEY, whole.json());
    }
    if (members.isEmpty()) {
      return Cell.NULL;
    }
    StringJoiner object = new StringJoiner(",", "{", "}");
    members.forEach((key, json) -> object.add(JsonString.of(key) + ":" + json));
    return Cell.of(object.toString());
  }
}
