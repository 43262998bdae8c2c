package org.fxd.git.api;

import java.util.List;
import java.util.SortedMap;

/**
 * What an import found and changed.
 *
 * @param files how many files and symbolic links
 * @param folders how many folders, without the imported one itself
 * @param bytes how many bytes of content
 * @param snippets how many snippets in the files whose content or path is new; others are not
 *     looked into. 0 if not scanned
 * @param languages how many files of each language
 * @param added how many files are new
 * @param changed how many files differ
 * @param moved how many files have another path
 * @param removed how many files are gone
 * @param ignored how many files and folders were left out because an ignore file names them
 * @param skipped what could not be taken in (sockets, unreadable files), each with its path and why
 */
public record ImportReport(
    long files,
    long folders,
    long bytes,
    long snippets,
    SortedMap<String, Long> languages,
    long added,
    long changed,
    long moved,
    long removed,
    long ignored,
    List<String> skipped) {
  public ImportReport {
    skipped = List.copyOf(skipped);
  }
}
