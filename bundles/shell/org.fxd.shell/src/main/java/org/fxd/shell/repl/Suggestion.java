package org.fxd.shell.repl;

/**
 * Something that could stand at a place.
 *
 * @param value the whole word
 * @param description one line; may be empty
 * @param complete whether the word ends here; a folder's does not
 */
public record Suggestion(String value, String description, boolean complete) {}
