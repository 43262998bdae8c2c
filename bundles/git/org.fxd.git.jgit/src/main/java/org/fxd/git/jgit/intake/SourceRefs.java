package org.fxd.git.jgit.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.fxd.git.jgit.ref.BranchFilter;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;

/** What the references of a repository lead to, as far as they are taken in. */
final class SourceRefs {
  static final String BRANCHES = Constants.R_HEADS;
  static final String TAGS = Constants.R_TAGS;
  static final String NOTES = Constants.R_NOTES;

  /** What FXD itself puts beside what it exports. */
  private static final String OWN = "refs/fxd/";

  private final SortedMap<String, TagChain> refs = new TreeMap<>();
  private final SortedMap<String, String> refused = new TreeMap<>();
  private final SortedMap<String, Integer> leftOut = new TreeMap<>();
  private Optional<String> head = Optional.empty();
  private Optional<ObjectId> detached = Optional.empty();

  private SourceRefs() {}

  /**
   * Reads the references.
   *
   * @param wanted which branches; tags are sorted out later, by whether they lead to them
   */
  static SourceRefs of(Repository repository, GitReader reader, BranchFilter wanted) {
    SourceRefs found = new SourceRefs();
    try {
      for (Ref ref : repository.getRefDatabase().getRefs()) {
        found.look(ref, reader, wanted);
      }
      Ref head = repository.exactRef(Constants.HEAD);
      if (head != null && head.isSymbolic()) {
        found.head = Optional.of(head.getTarget().getName());
      } else if (head != null && head.getObjectId() != null) {
        found.detached = Optional.of(head.getObjectId());
      }
    } catch (IOException e) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "The references of " + repository + " cannot be read: " + e.getMessage() + ".",
          "See what Git says of them: git for-each-ref. Nothing was changed.",
          e);
    }
    found.checkWanted(wanted);
    return found;
  }

  private void look(Ref ref, GitReader reader, BranchFilter wanted) {
    String name = ref.getName();
    if (name.startsWith(OWN) || !name.startsWith(Constants.R_REFS)) {
      return;
    }
    boolean isBranch = name.startsWith(BRANCHES);
    if (!isBranch && !name.startsWith(TAGS) && !name.startsWith(NOTES)) {
      leftOut.merge(
          name.substring(0, name.indexOf('/', Constants.R_REFS.length()) + 1), 1, Integer::sum);
      return;
    }
    if (isBranch && !wanted.takes(name.substring(BRANCHES.length()))) {
      return;
    }
    if (!Repository.isValidRefName(name)) {
      refused.put(name, "Git itself does not allow such a name");
    } else if (ref.getObjectId() == null) {
      refused.put(name, "it leads to nothing");
    } else {
      TagChain chain = TagChain.from(ref.getObjectId(), reader);
      if (chain.isCommit() && (chain.tags().isEmpty() || name.startsWith(TAGS))) {
        refs.put(name, chain);
      } else {
        refused.put(name, "it leads to " + what(chain));
      }
    }
  }

  private static String what(TagChain chain) {
    String id = chain.object().name().substring(0, 10);
    if (chain.type().isEmpty()) {
      return id + ", which the repository lacks";
    }
    return chain.isCommit() ? "a tag, and not to a commit" : "the " + chain.word() + " " + id;
  }

  private void checkWanted(BranchFilter wanted) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : refs.keySet()) {
      if (name.startsWith(BRANCHES)) {
        names.add(name.substring(BRANCHES.length()));
      }
    }
    Optional<String> missing = wanted.missing(names);
    if (missing.isPresent()) {
      throw new NotFoundException(
          "The repository has no branch '" + missing.get() + "'.",
          "git branch lists those that it has. Nothing was changed.");
    }
  }

  /** The references that lead to commits: branches, tags and notes, by full name. */
  SortedMap<String, TagChain> refs() {
    return refs;
  }

  /** Whether such a reference is there and can be taken in. */
  boolean has(String name) {
    return refs.containsKey(name);
  }

  /** The references that cannot be taken in, each with why. */
  SortedMap<String, String> refused() {
    return refused;
  }

  /** What is checked out there: the full name of a branch, which need not be there. */
  Optional<String> head() {
    return head;
  }

  /** The commit that is checked out there by itself. */
  Optional<ObjectId> detached() {
    return detached;
  }

  /** Leaves a tag out. */
  void leave(String name) {
    refs.remove(name);
  }

  /** What was left out, in words. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (Map.Entry<String, Integer> each : leftOut.entrySet()) {
      notes.add(
          each.getKey()
              + ": left out, "
              + (each.getValue() == 1 ? "a reference" : each.getValue() + " references")
              + " of another kind than branches, tags and notes");
    }
    refused.forEach((name, why) -> notes.add(name + ": left out, " + why));
    return notes;
  }
}
