package org.fxd.source.treesitter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.scan.Region;
import org.fxd.source.api.scan.SnippetScanner;
import org.osgi.service.component.annotations.Component;

/** Makes a section of every heading of a Markdown text, nested by level. */
@Component
public final class MarkdownScanner implements SnippetScanner {
  @Override
  public Set<String> languages() {
    return Set.of("markdown");
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Region> scan(byte[] text, String language, Cancellation cancellation) {
    Text read = new Text(text);
    List<MarkdownHeadings.Found> headings = new MarkdownHeadings(read, cancellation).find();
    return new Sections(headings, text.length).regions(0, headings.size());
  }

  /**
   * The sections that headings begin.
   *
   * @param length of the text
   */
  private record Sections(List<MarkdownHeadings.Found> headings, int length) {
    /** The sections of some headings: each reaches to the next of its level or above. */
    List<Region> regions(int from, int to) {
      List<Region> regions = new ArrayList<>();
      int index = from;
      while (index < to) {
        MarkdownHeadings.Found heading = headings.get(index);
        int next = index + 1;
        while (next < to && headings.get(next).level() > heading.level()) {
          next++;
        }
        int end = next < headings.size() ? headings.get(next).start() : length;
        regions.add(
            new Region("section", heading.name(), heading.start(), end, regions(index + 1, next)));
        index = next;
      }
      return regions;
    }
  }
}
