package org.fxd.store.v1.map;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.graph.api.Value;

/** The metadata in which words of version 1 are kept that FXD does not share. */
public final class Kept {
  /** What all of their names begin with. */
  public static final String PREFIX = "v1.";

  /** The id of the row. */
  public static final String ID = PREFIX + "id";

  /** The type, where it does not follow from kind and types. */
  public static final String TYPE = PREFIX + "type";

  /** {@code prototypes_json}, where it does not follow from the types. */
  public static final String PROTO = PREFIX + "proto";

  /** {@code meta_json}, where it does not follow from the metadata. */
  public static final String META = PREFIX + "meta";

  /** How the value is written, where it does not follow from the value: {@link ValueForm}. */
  public static final String VALUE = PREFIX + "value";

  /** The name, where it is too long for one of FXD's. */
  public static final String KEY = PREFIX + "key";

  /** Where the node stood that stands among the orphans: the id of its parent's row. */
  public static final String PARENT = PREFIX + "parent";

  /** Of what stands below the root's {@code v1} and was no node of the file: what it is. */
  public static final String ROLE = PREFIX + "role";

  private Kept() {}

  /** The metadata without those that are kept so. */
  public static SortedMap<String, Value> without(Map<String, Value> metadata) {
    SortedMap<String, Value> rest = new TreeMap<>(metadata);
    rest.keySet().removeIf(key -> key.startsWith(PREFIX));
    return rest;
  }
}
