package org.fxd.shell.line;

/**
 * One word of a line.
 *
 * @param text what it says, without quotes
 * @param start where it begins in the line, quotes included
 * @param end where it ends, exclusive
 */
public record Word(String text, int start, int end) {}
