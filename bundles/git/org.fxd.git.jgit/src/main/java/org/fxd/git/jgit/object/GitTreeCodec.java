package org.fxd.git.jgit.object;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.fxd.git.api.history.GitId;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;

/**
 * Between trees of Git and folders.
 *
 * <p>Git has no empty folders and nothing but files, links and submodules; whatever else a folder
 * holds is left out.
 */
public final class GitTreeCodec {
  /** The metadatum of a folder in which a tree of Git is kept that would be written otherwise. */
  public static final String KEPT = "git-tree";

  /** The id of the tree with nothing in it. */
  public static final GitId EMPTY = GitHasher.id(GitHasher.TREE, new byte[0]);

  private static final int LONGEST_MODE = 10;

  private GitTreeCodec() {}

  /**
   * The entries of a tree as they stand in it.
   *
   * @param raw any bytes
   * @throws MalformedObjectException if they are no tree, or hold a name that no project may have
   */
  public static List<GitTreeEntry> parse(byte[] raw) {
    List<GitTreeEntry> entries = new ArrayList<>();
    int at = 0;
    while (at < raw.length) {
      int space = end(raw, at, ' ');
      String mode = new String(raw, at, space - at, StandardCharsets.ISO_8859_1);
      if (mode.isEmpty()
          || mode.length() > LONGEST_MODE
          || !mode.chars().allMatch(c -> c >= '0' && c <= '7')) {
        throw new MalformedObjectException("an entry has no mode");
      }
      int zero = end(raw, space + 1, 0);
      if (zero - space - 1 > Name.MAX_LENGTH) {
        throw new MalformedObjectException(
            "a name in it has more than " + Name.MAX_LENGTH + " bytes");
      }
      Name name = Name.ofBytes(Arrays.copyOfRange(raw, space + 1, zero));
      GitNames.problem(name)
          .ifPresent(
              why -> {
                throw new MalformedObjectException(
                    "the name '" + name + "' in it is refused: " + why);
              });
      at = zero + 1 + GitId.LENGTH;
      if (at > raw.length) {
        throw new MalformedObjectException("it is cut off");
      }
      entries.add(new GitTreeEntry(mode, name, GitId.of(Arrays.copyOfRange(raw, zero + 1, at))));
    }
    return entries;
  }

  private static int end(byte[] raw, int from, int wanted) {
    for (int i = from; i < raw.length; i++) {
      if (raw[i] == wanted) {
        return i;
      }
    }
    throw new MalformedObjectException("it is cut off");
  }

  /**
   * What a folder made of a tree holds: of each name the first entry, by name in the order of the
   * tree.
   */
  public static Map<Name, GitTreeEntry> effective(Collection<GitTreeEntry> entries) {
    Map<Name, GitTreeEntry> effective = new LinkedHashMap<>();
    entries.forEach(entry -> effective.putIfAbsent(entry.name(), entry));
    return effective;
  }

  /** The tree that is written of some entries: each name once, in any order. */
  public static byte[] written(Collection<GitTreeEntry> entries) {
    SortedMap<byte[], GitTreeEntry> sorted = new TreeMap<>(Arrays::compareUnsigned);
    for (GitTreeEntry entry : entries) {
      if (!isEmptyFolder(entry)) {
        sorted.put(sortedAs(entry), entry.plain());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(40 * sorted.size());
    for (GitTreeEntry entry : sorted.values()) {
      out.writeBytes(entry.mode().getBytes(StandardCharsets.US_ASCII));
      out.write(' ');
      out.writeBytes(entry.name().bytes());
      out.write(0);
      out.writeBytes(entry.id().bytes());
    }
    return out.toByteArray();
  }

  /** Git orders a folder as if a slash ended its name. */
  private static byte[] sortedAs(GitTreeEntry entry) {
    byte[] key = entry.name().bytes();
    if (entry.kind().equals(Kind.FOLDER)) {
      key = Arrays.copyOf(key, key.length + 1);
      key[key.length - 1] = '/';
    }
    return key;
  }

  private static boolean isEmptyFolder(GitTreeEntry entry) {
    return entry.kind().equals(Kind.FOLDER) && entry.id().equals(EMPTY);
  }

  /** Whether a tree has to be kept, as the folder made of it would be written otherwise. */
  public static boolean isOdd(byte[] raw) {
    return isOdd(parse(raw));
  }

  /**
   * Whether a tree has to be kept: unless its entries are in order, each with the mode that is
   * written, and none would be left out.
   *
   * @param entries the entries as they stand in it
   */
  public static boolean isOdd(List<GitTreeEntry> entries) {
    byte[] before = new byte[0];
    Set<Name> names = new HashSet<>();
    for (GitTreeEntry entry : entries) {
      byte[] key = sortedAs(entry);
      if (!entry.plain().equals(entry)
          || isEmptyFolder(entry)
          || Arrays.compareUnsigned(before, key) >= 0
          || !names.add(entry.name())) {
        return true;
      }
      before = key;
    }
    return false;
  }

  /**
   * The bytes of a folder's tree: those that it came as, if they still say what the folder says,
   * else those that follow from it.
   *
   * @param idOf what an entry's node is in Git; empty for an empty folder, and for whatever else is
   *     left out
   */
  public static byte[] encode(Node folder, Function<Node, Optional<GitId>> idOf) {
    List<GitTreeEntry> entries = new ArrayList<>();
    for (Entry entry : folder.entries()) {
      Optional<GitId> id =
          isKnown(entry.node().kind()) ? idOf.apply(entry.node()) : Optional.empty();
      if (entry.node().kind().equals(Kind.FOLDER)) {
        entries.add(entry(entry, id.orElse(EMPTY)));
      } else {
        id.ifPresent(found -> entries.add(entry(entry, found)));
      }
    }
    return encode(folder, entries);
  }

  /**
   * As {@link #encode(Node, Function)}, where the folder's entries are known.
   *
   * @param entries what the folder's entries are in Git, in any order; empty folders with the id
   *     {@link #EMPTY}
   */
  public static byte[] encode(Node folder, Collection<GitTreeEntry> entries) {
    return kept(folder).filter(raw -> says(raw, entries)).orElseGet(() -> written(entries));
  }

  /** What Git has of an entry with that id. */
  public static GitTreeEntry entry(Entry entry, GitId id) {
    Node node = entry.node();
    String mode = GitTreeEntry.mode(node.kind(), ExecutableBit.of(node));
    return new GitTreeEntry(mode, entry.name(), id);
  }

  /** Whether Git has such a thing at all. */
  public static boolean isKnown(Kind kind) {
    return kind.equals(Kind.FILE)
        || kind.equals(Kind.FOLDER)
        || kind.equals(Kind.SYMLINK)
        || kind.equals(Kind.GITLINK);
  }

  /** The tree that a folder was made of, if it was kept. */
  public static Optional<byte[]> kept(Node folder) {
    Value kept = folder.metadata(KEPT);
    return kept instanceof Value.Bytes bytes
        ? Optional.of(bytes.bytes())
        : kept.asBlob().map(blob -> blob.bytes());
  }

  private static boolean says(byte[] raw, Collection<GitTreeEntry> entries) {
    Map<Name, GitTreeEntry> said;
    try {
      said = effective(parse(raw));
    } catch (MalformedObjectException e) {
      // Someone put something else under that key: it says nothing, and a tree is written anew.
      return false;
    }
    Map<Name, GitTreeEntry> left = new HashMap<>();
    said.forEach((name, entry) -> left.put(name, entry.plain()));
    for (GitTreeEntry entry : entries) {
      GitTreeEntry before = left.remove(entry.name());
      boolean unsaid = before == null && isEmptyFolder(entry);
      if (!unsaid && !entry.plain().equals(before)) {
        return false;
      }
    }
    return left.isEmpty();
  }
}
