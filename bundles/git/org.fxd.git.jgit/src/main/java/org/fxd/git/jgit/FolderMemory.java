package org.fxd.git.jgit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Hash;

/**
 * What an imported folder held when it was looked at last. Files that nobody touched since need not
 * be read again, and where that is so of all in a folder, neither need the project's nodes of it.
 * Immutable; {@link FolderMemories} keeps it from import to import.
 *
 * @param files the files that were read, by {@linkplain Found#key() path}
 * @param folders the folders all of whose content is known, likewise
 */
record FolderMemory(Map<String, KnownFile> files, Map<String, KnownFolder> folders) {
  /** Nothing is known. */
  static final FolderMemory NONE = new FolderMemory(Map.of(), Map.of());

  /**
   * A file that was read.
   *
   * @param stat what the file system said of it before it was read
   * @param content what was read, without the bytes
   */
  record KnownFile(Stat stat, Content content) {}

  /**
   * A folder with nothing in it but files that were read and folders that are known.
   *
   * @param children how many
   * @param node the hash of the project's node that says the same
   */
  record KnownFolder(int children, Hash node) {}

  FolderMemory {
    files = Map.copyOf(files);
    folders = Map.copyOf(folders);
  }

  /** What a file holds, if it is known without looking; else null. */
  KnownFile file(String path, Stat stat) {
    KnownFile known = files.get(path);
    return known != null && known.stat().equals(stat) ? known : null;
  }

  /** Tells those folders that are as they were what node of the project says the same. */
  void recognise(Survey survey) {
    List<Found> outerFirst = survey.all(Found.Type.FOLDER);
    for (int i = outerFirst.size() - 1; i >= 0; i--) {
      recognise(outerFirst.get(i));
    }
    recognise(survey.root());
  }

  private void recognise(Found folder) {
    KnownFolder known = folders.get(folder.key());
    if (known == null || known.children() != folder.children().size()) {
      return;
    }
    for (Found child : folder.children()) {
      if (child.known() == null && child.knownNode() == null) {
        return;
      }
    }
    folder.knownNode(known.node());
  }

  /** What is known of a folder after an import. */
  static FolderMemory of(Survey survey) {
    Map<String, KnownFile> files = new HashMap<>();
    Map<String, KnownFolder> folders = new HashMap<>();
    for (Found file : survey.everything(Found.Type.FILE)) {
      if (file.known() != null) {
        files.put(file.key(), file.known());
      }
    }
    List<Found> outerFirst = survey.everything(Found.Type.FOLDER);
    for (int i = outerFirst.size() - 1; i >= 0; i--) {
      add(outerFirst.get(i), folders);
    }
    add(survey.root(), folders);
    return new FolderMemory(files, folders);
  }

  private static void add(Found folder, Map<String, KnownFolder> folders) {
    Hash node = folder.node() != null ? folder.node().hash() : folder.knownNode();
    for (Found child : folder.children()) {
      if (child.known() == null && !folders.containsKey(child.key())) {
        return;
      }
    }
    if (node != null) {
      folders.put(folder.key(), new KnownFolder(folder.children().size(), node));
    }
  }
}
