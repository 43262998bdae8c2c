package org.fxd.history.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ref.Reflog;

/**
 * Finds the commit that a revision means, in one state of the project.
 *
 * <p>{@code :/TEXT} stands alone. A base is tried as {@code NAME@{n}}, {@code @} or {@code HEAD}, a
 * branch, a tag, a full reference name, and then as the digits of an id; so a name always wins over
 * digits.
 */
final class Revisions {
  private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{4,64}");
  private static final Pattern EARLIER = Pattern.compile("(.*)@\\{([0-9]+)\\}");
  private static final String SAYING = ":/";
  private static final int LISTED = 5;

  private final Commits commits;
  private final State state;
  private final Reflog moves;

  Revisions(Commits commits, State state, Reflog moves) {
    this.commits = commits;
    this.state = state;
    this.moves = moves;
  }

  /** The commit that a text means. */
  Commit resolve(String text) {
    if (text.startsWith(SAYING)) {
      return saying(text.substring(SAYING.length()));
    }
    List<Revision> readings = Revision.readings(text);
    for (Revision reading : readings) {
      Optional<Hash> base = named(reading.base());
      if (base.isPresent()) {
        return walk(text, commits.get(base.get()).commit(), reading.steps());
      }
    }
    for (Revision reading : readings) {
      Optional<Commit> base = byDigits(reading.base());
      if (base.isPresent()) {
        return walk(text, base.get(), reading.steps());
      }
    }
    throw unknown(readings.get(readings.size() - 1).base());
  }

  /** The reference of the branch with that name, if there is one. */
  Optional<String> branch(String text) {
    String full = text.startsWith(State.BRANCHES) ? text : State.BRANCHES + text;
    return state.resolve(full).isPresent() ? Optional.of(full) : Optional.empty();
  }

  private Optional<Hash> named(String base) {
    Matcher earlier = EARLIER.matcher(base);
    if (earlier.matches()) {
      String name = earlier.group(1).isEmpty() ? State.HEAD : earlier.group(1);
      return moves.at(name, number(earlier.group(2)));
    }
    if (base.equals("@") || base.equals(State.HEAD)) {
      Optional<Hash> head = state.resolve(State.HEAD);
      if (head.isEmpty()) {
        throw new NotFoundException("There is no commit yet.", "Make one: fxd:commit -m MESSAGE");
      }
      return head;
    }
    return state
        .resolve(State.BRANCHES + base)
        .or(() -> state.resolve(State.TAGS + base))
        .or(() -> base.startsWith("refs/") ? state.resolve(base) : Optional.empty());
  }

  /** The newest commit, of those that some reference leads to, whose message holds a text. */
  private Commit saying(String text) {
    List<Hash> tips = new ArrayList<>();
    state.refs("").keySet().forEach(ref -> state.resolve(ref).ifPresent(tips::add));
    CommitLog log =
        new CommitLog(commits, tips, List.of(), stored -> commits.parents(stored).values());
    for (Commit commit : log) {
      if (commit.message().contains(text)) {
        return commit;
      }
    }
    throw new NotFoundException(
        "No commit says '" + text + "' in its message.",
        "Case counts; fxd:log --message PATTERN searches with patterns.");
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new UsageException("'@{" + digits + "}' is more than a log can have.", null, e);
    }
  }

  private Optional<Commit> byDigits(String base) {
    if (!DIGITS.matcher(base).matches()) {
      return Optional.empty();
    }
    String digits = base.toLowerCase(Locale.ROOT);
    if (digits.length() == 2 * Hash.LENGTH) {
      return Optional.of(commits.get(Hash.parse(digits)).commit());
    }
    List<Commit> found = new ArrayList<>();
    for (Hash id : new ReachableCommits(commits, state).ids()) {
      if (id.toString().startsWith(digits)) {
        found.add(commits.get(id).commit());
      }
    }
    if (found.size() > 1) {
      throw ambiguous(base, found);
    }
    return found.stream().findFirst();
  }

  private Commit walk(String text, Commit base, List<Revision.Step> steps) {
    Commit at = base;
    for (Revision.Step step : steps) {
      if (step instanceof Revision.Step.Back back) {
        for (int i = 0; i < back.count(); i++) {
          at = parent(text, at, 1);
        }
      } else if (step instanceof Revision.Step.Parent parent && parent.number() > 0) {
        at = parent(text, at, parent.number());
      }
    }
    return at;
  }

  private Commit parent(String text, Commit commit, int number) {
    int count = commit.parents().size();
    if (number > count) {
      String has =
          count == 0
              ? "is a first commit and has no parent"
              : count == 1 ? "has one parent only" : "has " + count + " parents only";
      throw new NotFoundException(
          "There is no commit '" + text + "': " + commit.id().brief() + " " + has + ".",
          "The log shows the commits that there are: fxd:log");
    }
    return commits.get(commit.parents().get(number - 1)).commit();
  }

  private UsageException ambiguous(String digits, List<Commit> found) {
    List<String> ids = new ArrayList<>();
    for (Commit commit : found.subList(0, Math.min(LISTED, found.size()))) {
      ids.add(commit.id().toString().substring(0, Math.min(64, digits.length() + 6)));
    }
    return new UsageException(
        "The ids of " + found.size() + " commits begin with '" + digits + "'.",
        "Give more digits: " + String.join(", ", ids) + (found.size() > LISTED ? ", …" : ""));
  }

  private NotFoundException unknown(String base) {
    String what = "There is no branch, tag or commit '" + base + "'.";
    List<String> near = NearestNames.to(base, names());
    if (!near.isEmpty()) {
      return new NotFoundException(what, "Did you mean " + String.join(" or ", near) + "?");
    }
    Collection<String> branches = new TreeSet<>(state.refs(State.BRANCHES).keySet());
    if (branches.isEmpty()) {
      return new NotFoundException(what, "There is no commit yet: fxd:commit -m MESSAGE");
    }
    return new NotFoundException(what, "The log shows the commits that there are: fxd:log");
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    names.add(State.HEAD);
    for (String prefix : List.of(State.BRANCHES, State.TAGS)) {
      state.refs(prefix).keySet().forEach(full -> names.add(full.substring(prefix.length())));
    }
    return names;
  }
}
