package org.fxd.source.core.board;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.source.api.FileEdit;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Followed;
import org.fxd.source.api.Reconciled;
import org.fxd.source.api.Sources;
import org.fxd.source.api.marker.Markers;
import org.fxd.source.api.view.ProjectViews.PatchOptions;
import org.fxd.source.api.view.ProjectViews.Patched;
import org.fxd.source.api.view.ProjectViews.Rendered;
import org.fxd.source.core.marker.MarkerText;

/** Single files as text for any editor, and back. */
final class FileTexts {
  private final Sources sources;
  private final MemberReader reader;
  private final Markers markers;

  FileTexts(Sources sources, MemberReader reader, Markers markers) {
    this.sources = sources;
    this.reader = reader;
    this.markers = markers;
  }

  Rendered render(Node root, FilePath path, boolean marked) {
    FileText file = FileText.of(root, path, sources, reader);
    if (!file.isText()) {
      throw new UsageException(
          path + " cannot be written as text: it is not UTF-8, or too large.",
          "Write it to a folder as it is instead.");
    }
    return marked
        ? new Rendered(file.marked(), file.members().stream().map(Member::id).toList())
        : new Rendered(file.text(), List.of());
  }

  Patched apply(Transaction transaction, FilePath path, byte[] edited, PatchOptions options) {
    FileText file = FileText.of(transaction.root().build(), path, sources, reader);
    Optional<String> text = MemberReader.decode(edited);
    Result result =
        text.isPresent() && isMarked(file, text.get())
            ? marked(file, text.get(), options)
            : whole(file, edited);
    Match match = file.match();
    if (!result.node().equals(match.entry().node())) {
      Patching.container(transaction, match).put(match.entry().withNode(result.node()));
    }
    return result.patched();
  }

  /** A file that talks of markers is not marked by that; one that names its snippets is. */
  private static boolean isMarked(FileText file, String edited) {
    return MarkerText.marks(edited, file.byWrittenId()::containsKey)
        || MarkerText.hasMarkers(edited) && !MarkerText.hasMarkers(file.text());
  }

  private record Result(Node node, Patched patched) {}

  private Result whole(FileText file, byte[] edited) {
    Node stored = file.match().entry().node();
    if (Arrays.equals(sources.render(stored), edited)) {
      return new Result(stored, patched(file, Set.of(), List.of(), List.of()));
    }
    Reconciled taken = reconcile(file.match(), stored, edited);
    return new Result(
        taken.nodes().get(0).orElseThrow(), patched(file, Set.of(), List.of(), taken.snippets()));
  }

  private Reconciled reconcile(Match match, Node before, byte[] after) {
    FileEdit edit =
        new FileEdit(match.id(), match.name(), Optional.of(before), Optional.of(Blob.of(after)));
    return sources.reconcile(List.of(edit), Cancellation.none());
  }

  private Result marked(FileText file, String edited, PatchOptions options) {
    FileReturn back = new FileReturn(file);
    back.read(markers.parse(edited));
    List<Wanted> overridden = Patching.judge(back.wanted(), options);
    Map<Member, byte[]> texts = new LinkedHashMap<>();
    back.texts()
        .forEach((member, text) -> texts.put(member, text.getBytes(StandardCharsets.UTF_8)));
    Match match = file.match();
    Node node = match.entry().node();
    List<Followed> followed = new ArrayList<>();
    if (!texts.isEmpty()) {
      FileWriter.Written written = new FileWriter(sources).write(match, texts);
      node = written.node();
      followed.addAll(written.followed());
    }
    byte[] whole = back.whole().getBytes(StandardCharsets.UTF_8);
    if (!Arrays.equals(sources.render(node), whole)) {
      Reconciled rest = reconcile(match, node, whole);
      node = rest.nodes().get(0).orElseThrow();
      followed = joined(followed, rest.snippets());
    }
    Set<NodeId> set = new HashSet<>();
    texts.keySet().forEach(member -> set.add(member.id()));
    return new Result(node, patched(file, set, Patching.ids(overridden), followed));
  }

  /** What became of each snippet in two steps. */
  private static List<Followed> joined(List<Followed> first, List<Followed> second) {
    Map<NodeId, Followed> all = new LinkedHashMap<>();
    first.forEach(one -> all.put(one.id(), one));
    for (Followed next : second) {
      all.merge(
          next.id(),
          next,
          (before, after) ->
              new Followed(
                  after.id(),
                  before.before(),
                  after.after(),
                  after.after().isEmpty() ? Followed.By.NOTHING : before.by(),
                  before.from()));
    }
    return List.copyOf(all.values());
  }

  private static Patched patched(
      FileText file, Set<NodeId> set, List<NodeId> overridden, List<Followed> followed) {
    Map<NodeId, Boolean> changed = new LinkedHashMap<>();
    set.forEach(id -> changed.put(id, true));
    Map<NodeId, Boolean> gone = new HashMap<>();
    for (Followed one : followed) {
      if (one.after().isEmpty()) {
        gone.put(one.id(), true);
      } else if (one.before().isPresent()) {
        changed.put(one.id(), true);
      }
    }
    changed.keySet().removeAll(gone.keySet());
    int unchanged =
        (int)
            file.members().stream()
                .filter(member -> !changed.containsKey(member.id()))
                .filter(member -> !gone.containsKey(member.id()))
                .count();
    return new Patched(
        List.copyOf(changed.keySet()), unchanged, List.of(), List.of(), overridden, followed);
  }
}
