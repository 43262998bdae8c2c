package org.fxd.source.core.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.group.Groups;
import org.fxd.graph.api.select.Match;
import org.fxd.source.api.view.View;
import org.fxd.source.api.view.ViewOptions;
import org.fxd.source.api.view.ViewRenderer;
import org.fxd.source.api.view.ViewRenderer.Part;
import org.fxd.source.core.marker.MarkerWords;

/** Writes views. */
final class Rendering {
  private final Groups groups;
  private final MemberReader reader;
  private final Renderers renderers;

  Rendering(Groups groups, MemberReader reader, Renderers renderers) {
    this.groups = groups;
    this.reader = reader;
    this.renderers = renderers;
  }

  Laid lay(Node root, View view) {
    ViewRenderer renderer = renderers.named(view.renderer());
    List<Member> members = members(root, view);
    List<Part> parts;
    try {
      parts =
          List.copyOf(
              renderer.render(members.stream().map(Member::marked).toList(), view.options()));
    } catch (FxdException said) {
      throw said;
    } catch (RuntimeException e) {
      throw new FxdException("The renderer '" + view.renderer() + "' failed: " + e, e);
    }
    if (parts.stream().anyMatch(part -> part.text() == null || part.member() >= members.size())) {
      throw new FxdException(
          "The renderer '" + view.renderer() + "' failed: it tells of members there are not.");
    }
    return Laid.of(members, parts, hoists(view));
  }

  /** Whether imports stand at the top, as the renderers of FXD put them there. */
  private static boolean hoists(View view) {
    boolean own =
        view.renderer().equals(ViewRenderer.MARKERS) || view.renderer().equals(ViewRenderer.PLAIN);
    return own && view.option(ViewOptions.HOIST).equals(Optional.of("true"));
  }

  private List<Member> members(Node root, View view) {
    List<Member> members = new ArrayList<>();
    for (Match match : groups.members(root, group(root, view)).list()) {
      reader.read(match).ifPresent(members::add);
    }
    if (Layout.of(view.options()).byOrder()) {
      members.sort(
          Comparator.comparing(
              member -> member.marked().order().orElse(null),
              Comparator.nullsLast(Comparator.naturalOrder())));
    }
    tellApart(members);
    return members;
  }

  /** Two marker ids may be written alike, or be the same by mistake; node ids never are. */
  static void tellApart(List<Member> members) {
    Set<String> written = new HashSet<>();
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      if (!written.add(MarkerWords.escape(member.marked().id()))) {
        members.set(i, member.marked(member.id().toString()));
      }
    }
  }

  private Group group(Node root, View view) {
    if (view.members() instanceof View.Members.Named named) {
      return groups
          .find(root, named.group())
          .orElseThrow(
              () ->
                  new NotFoundException(
                      "The view shows the group '" + named.group() + "', which is not there.",
                      "Make a group of that name, or give the view another one."));
    }
    return ((View.Members.Own) view.members()).group();
  }
}
