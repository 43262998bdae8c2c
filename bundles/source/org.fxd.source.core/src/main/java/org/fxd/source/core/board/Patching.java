package org.fxd.source.core.board;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.source.api.Followed;
import org.fxd.source.api.Sources;
import org.fxd.source.api.view.ProjectViews.PatchOptions;
import org.fxd.source.api.view.ProjectViews.Patched;

/** Gives members the bodies that a text says they have: all of them, or none. */
final class Patching {
  private static final int MAX_NAMED = 50;

  private final Nodes nodes;
  private final Sources sources;

  Patching(Nodes nodes, Sources sources) {
    this.nodes = nodes;
    this.sources = sources;
  }

  /** Decides, computes, and then writes. */
  Patched apply(
      Transaction transaction,
      List<Wanted> wanted,
      List<Orphan> orphans,
      List<String> skipped,
      PatchOptions options) {
    List<Wanted> set = wanted.stream().filter(one -> !one.isDone()).toList();
    List<Wanted> overridden = judge(set, options);
    List<Followed> followed = new ArrayList<>();
    List<Runnable> writes = writes(transaction, set, followed);
    writes.forEach(Runnable::run);
    orphans.forEach(orphan -> orphan.put(nodes, transaction.root()));
    return new Patched(
        ids(set),
        wanted.size() - set.size(),
        orphans.stream().map(Orphan::id).toList(),
        skipped,
        ids(overridden),
        followed);
  }

  /** Refuses what cannot be set; tells of what is set although it has changed since. */
  static List<Wanted> judge(List<Wanted> set, PatchOptions options) {
    List<Wanted> gone = set.stream().filter(one -> one.member().isEmpty()).toList();
    if (!gone.isEmpty()) {
      throw new ConflictException(
          "Edited in this text, but removed since it was rendered: " + names(gone) + ".",
          "Undo the removal, or leave these out. Nothing was changed.");
    }
    List<Wanted> overridden = set.stream().filter(Wanted::outdated).toList();
    if (!overridden.isEmpty() && !options.force()) {
      throw new ConflictException(
          "Changed since this text was rendered, and edited in it too: " + names(overridden) + ".",
          "Render it again and make the edits there, or take it all the same with force."
              + " Nothing was changed.");
    }
    return overridden;
  }

  static List<NodeId> ids(List<Wanted> wanted) {
    return wanted.stream().map(one -> one.member().orElseThrow().id()).toList();
  }

  private static String names(List<Wanted> wanted) {
    String names =
        wanted.stream().limit(MAX_NAMED).map(Wanted::place).collect(Collectors.joining(", "));
    return wanted.size() > MAX_NAMED
        ? names + " and " + (wanted.size() - MAX_NAMED) + " more"
        : names;
  }

  private List<Runnable> writes(
      Transaction transaction, List<Wanted> set, List<Followed> followed) {
    Map<NodeId, List<Wanted>> byFile = new LinkedHashMap<>();
    List<Runnable> writes = new ArrayList<>();
    for (Wanted one : set) {
      Member member = one.member().orElseThrow();
      check(one);
      Optional<Match> file = member.file();
      if (file.isPresent()) {
        byFile.computeIfAbsent(file.get().id(), id -> new ArrayList<>()).add(one);
      } else {
        writes.add(() -> set(builder(transaction, member.match()), member, one.body()));
      }
    }
    FileWriter files = new FileWriter(sources);
    for (List<Wanted> ofOne : byFile.values()) {
      Match file = ofOne.get(0).member().flatMap(Member::file).orElseThrow();
      Map<Member, byte[]> texts = new LinkedHashMap<>();
      for (Wanted one : ofOne) {
        Member member = one.member().orElseThrow();
        texts.put(member, member.body().with(one.body()).getBytes(StandardCharsets.UTF_8));
      }
      FileWriter.Written written = files.write(file, texts);
      followed.addAll(written.followed());
      writes.add(() -> container(transaction, file).put(file.entry().withNode(written.node())));
    }
    return writes;
  }

  /** Whether a body has a form in bytes. */
  private static void check(Wanted one) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(one.body())) {
      throw new UsageException(
          "The text of " + one.place() + " holds half a character (an unpaired surrogate).",
          "Save the text as UTF-8 and try again. Nothing was changed.");
    }
  }

  private static void set(NodeBuilder node, Member member, String body) {
    node.value(Value.of(member.body().with(body)));
    grow(node);
  }

  /** A snippet that has a version has the next one now. */
  static void grow(NodeBuilder node) {
    node.metadata("version")
        .asNumber()
        .ifPresent(
            number -> node.metadata("version", new Value.Number(number.add(BigDecimal.ONE))));
  }

  /** The builder of the node that something stands in. */
  static NodeBuilder container(Transaction transaction, Match match) {
    return match.parent().map(parent -> builder(transaction, parent)).orElse(transaction.root());
  }

  private static NodeBuilder builder(Transaction transaction, Match match) {
    NodeBuilder builder = transaction.root();
    for (Match step : match.way()) {
      builder = builder.child(step.id());
    }
    return builder;
  }
}
