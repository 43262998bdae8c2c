package org.fxd.source.api;

import org.fxd.graph.api.Entry;

/**
 * A file of a tree.
 *
 * @param path where it stands
 * @param entry its entry: id, name and the file, symlink or gitlink node
 */
public record SourceFile(FilePath path, Entry entry) {}
