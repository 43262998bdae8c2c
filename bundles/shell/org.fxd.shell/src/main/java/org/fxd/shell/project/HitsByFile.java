package org.fxd.shell.project;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Kind;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.source.api.FilePath;

/**
 * Hits below the names of their files, in lines that fit into a window.
 *
 * @param hits in the order of the tree
 */
record HitsByFile(List<Hit> hits) {
  void print(Printer printer) {
    int types = width(hits.stream().map(Hit::type).toList());
    int lines = width(hits.stream().map(hit -> hit.lines().orElse("")).toList());
    Optional<FilePath> last = Optional.empty();
    for (Hit hit : hits) {
      boolean isFile = hit.match().node().kind().equals(Kind.FILE);
      if (!isFile && hit.file().isPresent() && !hit.file().equals(last)) {
        printer.print(Style.STRONG, hit.file().get().toString()).line();
      }
      last = isFile ? Optional.empty() : hit.file();
      printer.print(last.isPresent() ? "  " : "").print(Style.FAINT, hit.match().id().brief());
      printer.print("  " + padded(hit.type(), types));
      printer.print(lines == 0 ? "  " : "  " + padded(hit.lines().orElse(""), lines) + "  ");
      String path =
          isFile && hit.file().isPresent() ? hit.file().get().toString() : "" + hit.inner();
      printer.print(Style.NAME, path).line();
    }
  }

  private static int width(List<String> cells) {
    return cells.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - cell.length());
  }
}
