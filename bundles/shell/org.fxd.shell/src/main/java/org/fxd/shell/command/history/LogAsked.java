package org.fxd.shell.command.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.ask.LogQuery;
import org.fxd.history.api.ask.LogQuery.TextChange;
import org.fxd.history.api.ref.Branches;
import org.fxd.history.api.ref.Tags;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.ProjectPath;

/** What the words and options of {@code fxd:log} ask for. */
public final class LogAsked {
  private final CommandContext context;
  private final Lookup lookup;
  private final History history;
  private final List<Hash> from = new ArrayList<>();
  private final List<Hash> without = new ArrayList<>();
  private final List<NodePath> paths = new ArrayList<>();

  /** Reads what was typed. */
  public LogAsked(CommandContext context, Lookup lookup) {
    this.context = context;
    this.lookup = lookup;
    this.history = context.service(History.class);
  }

  /** The query; empty if there is no commit to begin with. */
  public Optional<LogQuery> query() {
    context.parameters("REV").forEach(this::revision);
    if (context.flag("--all")) {
      all();
    }
    if (from.isEmpty()) {
      history.head().map(Commit::id).ifPresent(from::add);
    }
    return from.isEmpty()
        ? Optional.empty()
        : Optional.of(trees(said(LogQuery.of(from).without(without))));
  }

  /** Whether every commit of the part that is asked for is wanted, so that it can be drawn. */
  public static boolean isWhole(LogQuery query) {
    return query.paths().isEmpty()
        && query.node().isEmpty()
        && query.selector().isEmpty()
        && query.author().isEmpty()
        && query.message().isEmpty()
        && query.text().isEmpty()
        && query.since().isEmpty()
        && query.until().isEmpty()
        && query.merges() == LogQuery.Merges.ALSO;
  }

  /** {@code A}, {@code ^A}, {@code A..B} or {@code A...B}. */
  private void revision(String word) {
    int three = word.indexOf("...");
    int two = word.indexOf("..");
    if (word.startsWith(":/")) {
      from.add(history.resolve(word).id());
    } else if (word.startsWith("^")) {
      without.add(history.resolve(word.substring(1)).id());
    } else if (three >= 0) {
      Commit one = resolve(word.substring(0, three));
      Commit other = resolve(word.substring(three + 3));
      from.add(one.id());
      from.add(other.id());
      history.mergeBases(one, other).forEach(base -> without.add(base.id()));
    } else if (two >= 0) {
      without.add(resolve(word.substring(0, two)).id());
      from.add(resolve(word.substring(two + 2)).id());
    } else {
      revisionOrPath(word);
    }
  }

  private void revisionOrPath(String word) {
    try {
      from.add(history.resolve(word).id());
    } catch (NotFoundException | UsageException e) {
      Node node = context.workspace().root().child(Workspace.CODE);
      for (Name name : ProjectPath.parse(word).names()) {
        node = node.child(name);
      }
      if (!node.exists()) {
        throw e;
      }
      paths.add(path(word));
    }
  }

  private Commit resolve(String revision) {
    return history.resolve(revision.isEmpty() ? "@" : revision);
  }

  private void all() {
    history.head().map(Commit::id).ifPresent(from::add);
    context.service(Branches.class).all().forEach(branch -> from.add(branch.commit()));
    context.service(Tags.class).all().forEach(tag -> from.add(tag.commit()));
  }

  private LogQuery said(LogQuery start) {
    LogQuery query = start;
    Optional<String> author = context.option("--author");
    Optional<String> message = context.option("--message");
    if (author.isPresent()) {
      query = query.withAuthor(pattern("--author", author.get()));
    }
    if (message.isPresent()) {
      query = query.withMessage(pattern("--message", message.get()));
    }
    if (context.flag("--merges") || context.flag("--no-merges")) {
      if (context.flag("--merges") && context.flag("--no-merges")) {
        throw new UsageException("--merges and --no-merges leave nothing", "give one of them");
      }
      query =
          query.withMerges(context.flag("--merges") ? LogQuery.Merges.ONLY : LogQuery.Merges.NOT);
    }
    if (context.flag("--first-parent")) {
      query = query.withLine(LogQuery.Line.FIRST_PARENTS);
    }
    return query.withTime(moment("--since"), moment("--until"));
  }

  private Optional<Instant> moment(String option) {
    return context.option(option).map(text -> history.moment(text).toInstant());
  }

  private static Pattern pattern(String option, String text) {
    try {
      return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          option + " is no pattern: " + e.getDescription() + " in '" + text + "'",
          "put a \\ before each of . ? * + ( ) [ ] { } ^ $ | that stands for itself",
          e);
    }
  }

  private LogQuery trees(LogQuery start) {
    LogQuery query = start;
    context.options("--path").forEach(typed -> paths.add(path(typed)));
    if (!paths.isEmpty()) {
      query = query.withPaths(paths);
    }
    Optional<String> snippet = context.option("--snippet");
    if (snippet.isPresent()) {
      query = query.withNode(lookup.node(context, snippet.get()).id());
    }
    Optional<String> selector = context.option("--select");
    if (selector.isPresent()) {
      query = query.withSelector(lookup.selector(selector.get()));
    }
    List<TextChange> texts = new ArrayList<>();
    context.option("--added").ifPresent(t -> texts.add(text(t, TextChange.How.ADDED)));
    context.option("--removed").ifPresent(t -> texts.add(text(t, TextChange.How.REMOVED)));
    context.option("--touched").ifPresent(t -> texts.add(text(t, TextChange.How.EITHER)));
    if (texts.size() > 1) {
      throw new UsageException(
          "--added, --removed and --touched do not go together", "--touched TEXT finds both");
    }
    return texts.isEmpty() ? query : query.withText(texts.get(0));
  }

  private static TextChange text(String text, TextChange.How how) {
    if (text.isEmpty()) {
      throw new UsageException("An empty text neither comes nor goes", "give a text");
    }
    return new TextChange(text, how);
  }

  /** A path of the files, whether or not there is something now. */
  private static NodePath path(String typed) {
    NodePath path = NodePath.of(Workspace.CODE);
    for (Name name : ProjectPath.parse(typed).names()) {
      path = path.child(name);
    }
    return path;
  }
}
