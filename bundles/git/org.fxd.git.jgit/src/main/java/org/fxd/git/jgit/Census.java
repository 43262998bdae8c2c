package org.fxd.git.jgit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.git.api.ImportReport;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.Sources;

/** Counts what an import found and changed. */
final class Census {
  private final Sources sources;
  private final SortedMap<String, Long> languages = new TreeMap<>();
  private long files;
  private long bytes;
  private long snippets;
  private long added;
  private long changed;
  private long moved;

  Census(Sources sources) {
    this.sources = sources;
  }

  /**
   * Counts.
   *
   * @param survey what was found, and what became of it
   * @param removed how many files are gone for good
   * @param unread what could not be read
   */
  ImportReport take(Survey survey, long removed, List<String> unread) {
    for (Found found : survey.everything(Found.Type.FILE, Found.Type.SYMLINK, Found.Type.GITLINK)) {
      if (found.node() != null) {
        count(found);
      } else if (found.known() != null) {
        // It stands in a folder that the project has as it is.
        count(found, found.known().content());
      }
    }
    List<String> skipped = new ArrayList<>(survey.skipped());
    skipped.addAll(unread);
    return new ImportReport(
        files,
        survey.everything(Found.Type.FOLDER).size(),
        bytes,
        snippets,
        Collections.unmodifiableSortedMap(languages),
        added,
        changed,
        moved,
        removed,
        survey.ignored(),
        skipped);
  }

  private void count(Found found) {
    if (found.content() != null) {
      count(found, found.content());
      snippets += Math.max(0, found.snippets());
    } else {
      files++;
    }
    if (found.before().isEmpty()) {
      added++;
    } else if (differs(found.before().get().node(), found.node())) {
      changed++;
    }
    if (found.moved()) {
      moved++;
    }
  }

  private void count(Found file, Content content) {
    files++;
    bytes += content.size();
    if (!content.binary()) {
      languages.merge(sources.language(file.name()), 1L, Long::sum);
    }
  }

  /** A file in another form is the same file. */
  private static boolean differs(Node before, Node after) {
    if (before == after) {
      return false;
    }
    return before.kind().equals(Kind.FILE) && after.kind().equals(Kind.FILE)
        ? !before.metadata(FileMeta.CONTENT).equals(after.metadata(FileMeta.CONTENT))
            || !before.metadata(FileMeta.EXECUTABLE).equals(after.metadata(FileMeta.EXECUTABLE))
        : !before.equals(after);
  }
}
